import { facetNames, type FacetName } from '../addresses.ts';
import type { Content } from '../content.ts';
import { nearest } from '../edit-distance.ts';
import { glanceNames } from '../glance.ts';
import { equationIds, explainerTags, tagsIn, type PlacedTag } from '../explainers.ts';
import type { Issue, Path, Rule } from '../issue.ts';

function explainerIssue(
  severity: Issue['severity'],
  slug: string,
  path: Path,
  message: string,
  missing?: string,
): Issue {
  return { severity, collection: 'explainers', slug, path, message, missing };
}

/** "… is not there; nearest: …" */
function notThere(what: string, slug: string, known: Iterable<string>, where: string): string {
  const near = nearest(slug, known);
  return `${what} "${slug}", which is not ${where}${near ? `; nearest: "${near}"` : ''}`;
}

export const chaptersAreKnown: Rule = {
  name: 'chapters-are-known',
  description:
    'What an explainer asks to be read before is an explainer, an earlier one; no two have one place.',
  check({ explainers }) {
    const known = new Map(explainers.map(({ slug, data }) => [slug, data]));
    return explainers.flatMap(({ slug, data }): Issue[] => {
      const rival = explainers.find((other) => other.slug < slug && other.data.order === data.order);
      return [
        ...data.before.flatMap((before, index): Issue[] => {
          const other = known.get(before);
          if (!other) {
            const message = notThere('names', before, known.keys(), 'in content/explainers');
            return [explainerIssue('error', slug, ['before', index], message, `explainers/${before}`)];
          }
          if (other.order < data.order) return [];
          return [
            explainerIssue(
              'error',
              slug,
              ['before', index],
              `"${before}" has place ${other.order} and comes after this one, ${data.order}`,
            ),
          ];
        }),
        ...(rival
          ? [explainerIssue('error', slug, ['order'], `${data.order} is the place of "${rival.slug}" too`)]
          : []),
      ];
    });
  },
};

export const equationsHaveOrigins: Rule = {
  name: 'equations-have-origins',
  description:
    'Every numbered equation of an explainer says where it comes from, and every origin has its equation.',
  check({ explainers }) {
    return explainers.flatMap(({ slug, data, body }): Issue[] => {
      const placed = equationIds(body);
      const described = data.equations.map(({ id }) => id);
      const sources = data.sources.map(({ id }) => id);
      const twice = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
      return [
        ...placed
          .filter((id) => !described.includes(id))
          .map((id) =>
            explainerIssue(
              'error',
              slug,
              ['equations'],
              `lacks equation "${id}" of the text; say its source and place there, or what it follows from`,
            ),
          ),
        ...data.equations.flatMap(({ id, source }, index): Issue[] => [
          ...(placed.includes(id)
            ? []
            : [
                explainerIssue(
                  'error',
                  slug,
                  ['equations', index, 'id'],
                  notThere('is', id, placed, 'an equation of the text'),
                ),
              ]),
          ...(source === undefined || sources.includes(source)
            ? []
            : [
                explainerIssue(
                  'error',
                  slug,
                  ['equations', index, 'source'],
                  notThere('names', source, sources, 'among `sources`'),
                ),
              ]),
        ]),
        ...[...twice(placed), ...twice(described), ...twice(sources)].map((id) =>
          explainerIssue('error', slug, [], `has two equations or two sources with the id "${id}"`),
        ),
      ];
    });
  },
};

/** What the tags of a text may name. */
function targetsOf(content: Content, { data, body }: Content['explainers'][number]) {
  return {
    Cite: { known: data.sources.map(({ id }) => id), where: 'among `sources`' },
    Eq: { known: equationIds(body), where: 'an equation of the text' },
    Term: { known: content.glossary.map(({ slug }) => slug), where: 'in content/glossary' },
  };
}

/** What is wrong with a tag, or undefined. */
function tagError(
  { name, attributes }: PlacedTag,
  content: Content,
  targets: ReturnType<typeof targetsOf>,
): string | undefined {
  if (!(explainerTags as readonly string[]).includes(name))
    return notThere('places', name, explainerTags, `one of ${explainerTags.join(', ')}`);
  if (name === 'Chart') {
    const { name: chart = '' } = attributes;
    return (glanceNames as readonly string[]).includes(chart)
      ? undefined
      : notThere('shows', chart, glanceNames, 'a chart');
  }
  if (name === 'Models') {
    const { facet = '', term = '' } = attributes;
    if (!(facetNames as readonly string[]).includes(facet))
      return notThere('lists models of', facet, facetNames, 'a facet');
    if (facet === 'years') return undefined;
    const terms = content[facet as Exclude<FacetName, 'years'>].map(({ slug }) => slug);
    return terms.includes(term) ? undefined : notThere('lists models of', term, terms, `in content/${facet}`);
  }
  const target = targets[name as keyof typeof targets];
  const { id = '' } = attributes;
  if (!target || target.known.includes(id)) return undefined;
  return notThere(`places <${name}> of`, id, target.known, target.where);
}

export const tagsNameWhatIsThere: Rule = {
  name: 'tags-name-what-is-there',
  description:
    'Citations, references to equations, glossary words and lists of models in an explainer lead somewhere.',
  check(content) {
    return content.explainers.flatMap((explainer): Issue[] => {
      const { slug, data, body } = explainer;
      const targets = targetsOf(content, explainer);
      const tags = tagsIn(body);
      const wrong = tags.flatMap((tag): Issue[] => {
        const message = tagError(tag, content, targets);
        const { line, column } = tag;
        return message ? [{ ...explainerIssue('error', slug, [], message), inBody: { line, column } }] : [];
      });
      const cited = new Set([
        ...tags.filter(({ name }) => name === 'Cite').map(({ attributes }) => attributes.id),
        ...data.equations.map(({ source }) => source),
      ]);
      const idle = data.sources.flatMap(({ id }, index) =>
        cited.has(id)
          ? []
          : [explainerIssue('warning', slug, ['sources', index], `"${id}" is cited nowhere in the text`)],
      );
      return [...wrong, ...idle];
    });
  },
};
