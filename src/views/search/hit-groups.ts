import { modelAddress } from '../../catalog/addresses.ts';
import { isGuess, isRespelled, type NameHit } from '../../catalog/name-matches.ts';
import { normalName } from '../../catalog/names.ts';
import { count } from './answer-words.ts';
import { listedModels, type Answer } from './answers.ts';
import { here } from './base.ts';
import { dateAndSize, nameHit, type Hit, type HitGroup } from './hits.ts';
import type { NameRow } from './name-rows.ts';
import type { TextHit } from './texts.ts';

function textHit({ title, page, href, kind, excerpt, row }: TextHit): Hit {
  return {
    href,
    title: [[title, false]],
    also: page === undefined ? [] : [[page, false]],
    aside: row ? dateAndSize(row) : kind,
    excerpt,
    facts: row?.facts,
    isSure: false,
  };
}

const textHeadings: Record<string, string> = {
  Model: 'In the text of models',
  Explainer: 'In explainers',
  Objective: 'In objectives',
  Concept: 'In concepts',
  Glossary: 'In the glossary',
};

/** Hits in the text under the kind of their pages; the kind of the best hit comes first. */
function textGroups(texts: readonly TextHit[]): HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const text of texts) {
    const heading = textHeadings[text.kind] ?? 'On other pages';
    groups.set(heading, [...(groups.get(heading) ?? []), textHit(text)]);
  }
  return [...groups].map(([heading, hits]) => ({ heading, hits }));
}

function modelHit(row: NameRow, hit: NameHit<NameRow> | undefined): Hit {
  if (hit) return { ...nameHit(hit), isSure: false };
  const { name, slug, summary = '', facts } = row;
  return {
    href: here(modelAddress(slug)),
    title: [[name, false]],
    also: [],
    aside: dateAndSize(row),
    summary,
    excerpt: [],
    facts,
    isSure: false,
  };
}

/** So many hits at most in one group, of those that only the list of models would fill. */
export const mostModels = 30;

/** The models of which is true what a query states. */
function modelsGroup({ models, names }: Answer, most: number): HitGroup | undefined {
  if (!models) return undefined;
  const shown = new Set(names.map(({ row }) => row));
  const listed = listedModels(models, most).filter(({ row }) => !shown.has(row));
  const isNamed = models.rest !== '' && models.named.length > 0;
  return {
    heading: isNamed ? 'Names among these models' : count(models.rows.length, 'model'),
    note: isNamed || models.rows.length < 2 ? '' : 'the latest first',
    allAddress: models.tableAddress,
    hits: listed.map(({ row, hit }) => modelHit(row, hit)),
  };
}

/** Whether what was typed is all of a name, not the beginning of one. */
function isExact({ how, spelling, matched }: NameHit<NameRow>): boolean {
  return how === 'start' && matched[0]?.[1] === normalName(spelling).length;
}

/** Names under their heading. Several that are exactly what was typed stand together, and none of them is sure. */
function nameGroups(names: readonly NameHit<NameRow>[]): HitGroup[] {
  const [first] = names;
  const same = names.filter(isExact);
  if (same.length < 2)
    return [{ heading: first && isRespelled(first) ? 'Nearest names' : 'Names', hits: names.map(nameHit) }];
  const others = names.filter((name) => !same.includes(name));
  return [
    {
      heading: `${same.length} models of that name`,
      hits: same.map((name) => ({ ...nameHit(name), isSure: false })),
    },
    { heading: 'Other names', hits: others.map((name) => ({ ...nameHit(name), isSure: false })) },
  ];
}

/**
 * The hits of an answer under their headings; names first, unless they are but guesses and the text knows better.
 * Models of which is true what is stated come before the text, unless the text answers words that name none of them.
 */
export function groupsOf(answer: Answer, mostOfModels: number): HitGroup[] {
  const { names, texts, models } = answer;
  const [first] = names;
  const byName = nameGroups(names);
  const byText = textGroups(texts);
  const stated = modelsGroup(answer, mostOfModels);
  if (stated) {
    const isInText = models!.rest !== '' && models!.named.length === 0 && texts.length > 0;
    byText.splice(isInText ? byText.length : 0, 0, stated);
  }
  const groups = first && isGuess(first) ? [...byText, ...byName] : [...byName, ...byText];
  return groups.filter(({ hits }) => hits.length > 0);
}
