import { architectures } from '../../schema/architecture.ts';
import type { CollectionName } from '../../schema/collections.ts';
import type { Content } from '../content.ts';
import { nearest } from '../edit-distance.ts';
import type { Issue, Path, Rule } from '../issue.ts';
import { normalName } from '../names.ts';

interface Reference {
  from: { collection: CollectionName; slug: string };
  path: Path;
  to: CollectionName;
  slug: string;
}

function referencesOf(content: Content): Reference[] {
  const references: Reference[] = [];
  for (const { slug, data } of content.models) {
    const refer = (to: CollectionName, term: string | undefined, ...path: Path) => {
      if (term !== undefined) references.push({ from: { collection: 'models', slug }, path, to, slug: term });
    };
    refer('families', data.family, 'family');
    refer('architectures', data.architecture, 'architecture');
    data.labs.forEach((term, index) => refer('labs', term, 'labs', index));
    data.traits.forEach((term, index) => refer('traits', term, 'traits', index));
    data.modalities.forEach((term, index) => refer('modalities', term, 'modalities', index));
    for (const stage of ['pretraining', 'posttraining'] as const) {
      data.objectives[stage].forEach((term, index) => refer('objectives', term, 'objectives', stage, index));
    }
    for (const [what, term] of Object.entries(data.license)) refer('licenses', term, 'license', what);
    data.extends.forEach((line, index) => {
      refer('models', line.model, 'extends', index, 'model');
      refer('concepts', line.concept, 'extends', index, 'concept');
    });
    data.confusedWith.forEach((other, index) => refer('models', other, 'confusedWith', index));
    refer('models', data.supersededBy ?? undefined, 'supersededBy');
  }
  for (const { slug, data } of content.families) {
    references.push({
      from: { collection: 'families', slug },
      path: ['branch'],
      to: 'branches',
      slug: data.branch,
    });
  }
  for (const { slug, data } of content.objectives) {
    if (data.kindOf) {
      references.push({
        from: { collection: 'objectives', slug },
        path: ['kindOf'],
        to: 'objectives',
        slug: data.kindOf,
      });
    }
  }
  return references;
}

interface Named {
  slug: string;
  data: object;
}

function namesOf(data: { name?: string; label?: string; title?: string; aliases?: string[] }): string[] {
  return [data.name, data.label, data.title, ...(data.aliases ?? [])].filter((name) => name !== undefined);
}

/**
 * The entry that was meant by a slug that none has: one that bears this name, else one spelled nearly so, else the
 * longest of those with which the slug begins ("microsoft" for "microsoft-research") or that begin with it.
 */
function meant(slug: string, entries: readonly Named[]): string | undefined {
  const wanted = normalName(slug);
  const bearer = entries.find(({ data }) => namesOf(data).some((name) => normalName(name) === wanted));
  const slugs = entries.map((entry) => entry.slug);
  const begun = slugs.filter((other) => slug.startsWith(`${other}-`) || other.startsWith(`${slug}-`));
  return bearer?.slug ?? nearest(slug, slugs) ?? begun.sort((a, b) => b.length - a.length)[0];
}

export const termsExist: Rule = {
  name: 'terms-exist',
  description: 'Every term and model that an entry names has an entry of its own.',
  check(content) {
    const known = new Map<CollectionName, Set<string>>();
    for (const [name, entries] of Object.entries(content)) {
      known.set(name as CollectionName, new Set(entries.map((entry) => entry.slug)));
    }
    return referencesOf(content).flatMap(({ from, path, to, slug }): Issue[] => {
      if (known.get(to)!.has(slug)) return [];
      const near = meant(slug, content[to]);
      const terms = [...known.get(to)!];
      const choice =
        terms.length <= 20 ? `one of ${terms.join(', ')}` : `the name of one of its ${terms.length} files`;
      const hint = near ? `; nearest: "${near}"` : `; expected ${choice}`;
      const isParent = to === 'models' && path[0] === 'extends';
      const outside = isParent
        ? '; a model that the catalog lacks is written { external: its name, url: "https://…", by: […] }'
        : '';
      return [
        {
          severity: 'error',
          ...from,
          path,
          message: `"${slug}" is not in content/${to}${hint}${outside}`,
          missing: `${to}/${slug}`,
        },
      ];
    });
  },
};

export const kindsDoNotCircle: Rule = {
  name: 'kinds-do-not-circle',
  description: 'An objective is not, through others, a kind of itself.',
  check(content) {
    const general = new Map(content.objectives.map(({ slug, data }) => [slug, data.kindOf]));
    const reported = new Set<string>();
    return content.objectives.flatMap(({ slug }): Issue[] => {
      if (reported.has(slug)) return [];
      const seen = [slug];
      for (let next = general.get(slug); next; next = general.get(next)) {
        if (next === slug) {
          seen.forEach((member) => reported.add(member));
          const message = `is a kind of itself: ${[...seen, slug].join(' → ')}`;
          return [{ severity: 'error', collection: 'objectives', slug, path: ['kindOf'], message }];
        }
        if (seen.includes(next)) return [];
        seen.push(next);
      }
      return [];
    });
  },
};

export const architecturesAreKnown: Rule = {
  name: 'architectures-are-known',
  description: 'Only the architectures of the schema stand in content/architectures.',
  check(content) {
    const written = content.architectures.map(({ slug }) => slug);
    return written
      .filter((slug) => !(architectures as readonly string[]).includes(slug))
      .map((slug) => ({
        severity: 'error',
        collection: 'architectures',
        slug,
        path: [],
        message: `is not an architecture; expected one of ${architectures.join(', ')}`,
      }));
  },
};
