import { chanceOf, type Chance } from '../../scripts/generate/chance.ts';
import { editDistance } from '../../src/catalog/edit-distance.ts';
import { normalName } from '../../src/catalog/names.ts';

/** A model as it can be asked for. */
export interface Asked {
  name: string;
  aliases: readonly string[];
}

export const queryKinds = [
  'exact',
  'case',
  'separators',
  'alias',
  'deletion',
  'insertion',
  'substitution',
  'transposition',
] as const;

export type QueryKind = (typeof queryKinds)[number];

/** What someone types who means `model`. */
export interface Query<Model extends Asked> {
  text: string;
  kind: QueryKind | 'prefix';
  model: Model;
}

/** The queries that ask for one model, and those that ask as well for another. */
export interface QuerySet<Model extends Asked> {
  queries: Query<Model>[];
  dropped: Query<Model>[];
}

/** Fewer letters are too few for a slip to leave a name that is certainly meant. */
const lettersForATypo = 5;
const keys = 'abcdefghijklmnopqrstuvwxyz';

/** The name with the case of its letters changed: small, capital, and each turned round. */
function otherCases(name: string): string[] {
  const turned = [...name].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return [name.toLowerCase(), name.toUpperCase(), turned.join('')];
}

/** Separators removed, spaces for hyphens, hyphens for spaces. */
function otherSeparators(name: string): string[] {
  return [name.replace(/[\s\-–_./·]+/gu, ''), name.replaceAll('-', ' '), name.replace(/\s+/g, '-')];
}

/** The name with one slip of each kind at a place that chance decides; its first letter is not spared. */
function typos(name: string, chance: Chance): [kind: QueryKind, text: string][] {
  if (normalName(name).length < lettersForATypo) return [];
  const letters = [...name.toLowerCase()];
  const places = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  const pairs = places.filter((at) => places.includes(at + 1) && letters[at] !== letters[at + 1]);
  const at = chance.of(places);
  const other = (not: string | undefined) => chance.of([...keys].filter((key) => key !== not));
  const made: [QueryKind, string][] = [
    ['deletion', letters.toSpliced(at, 1).join('')],
    ['insertion', letters.toSpliced(chance.of(places), 0, chance.of([...keys])).join('')],
  ];
  const replaced = chance.of(places);
  made.push(['substitution', letters.toSpliced(replaced, 1, other(letters[replaced])).join('')]);
  if (pairs.length > 0) {
    const first = chance.of(pairs);
    made.push(['transposition', letters.toSpliced(first, 2, letters[first + 1]!, letters[first]!).join('')]);
  }
  return made;
}

/** What is typed for one model, each query once. */
function queriesFor<Model extends Asked>(model: Model, chance: Chance): Query<Model>[] {
  const made: [QueryKind, string][] = [
    ['exact', model.name],
    ...otherCases(model.name).map((text): [QueryKind, string] => ['case', text]),
    ...otherSeparators(model.name).map((text): [QueryKind, string] => ['separators', text]),
    ...model.aliases.map((text): [QueryKind, string] => ['alias', text]),
    ...typos(model.name, chance),
  ];
  const texts = new Set<string>();
  return made.flatMap(([kind, text]) => (texts.has(text) ? [] : (texts.add(text), [{ kind, text, model }])));
}

/**
 * Queries for every model, by rule: the name exactly, in other cases and with other separators, every alias, and
 * the name with one letter missing, too many, wrong, or swapped with the next, where it has five letters or more.
 * A query is dropped only where, normalised, it is the name or an alias of another model, or as near to one (by `editDistance`) as to the nearest of its own model. The same models and seed give the same set.
 * `askedFor` are those for which there shall be queries.
 */
export function querySet<Model extends Asked>(
  models: readonly Model[],
  seed: number,
  askedFor: readonly Model[] = models,
): QuerySet<Model> {
  const chance = chanceOf(seed);
  const spellings = models.map(({ name, aliases }) => [name, ...aliases].map(normalName));
  const set: QuerySet<Model> = { queries: [], dropped: [] };
  const wanted = new Set(askedFor);
  models.forEach((model, own) => {
    if (!wanted.has(model)) return;
    for (const query of queriesFor(model, chance)) {
      const normal = normalName(query.text);
      const distance = Math.min(...spellings[own]!.map((spelling) => editDistance(normal, spelling)));
      const isAsNear = (spelling: string) => editDistance(normal, spelling, distance) <= distance;
      const isOthers = spellings.some((those, other) => other !== own && those.some(isAsNear));
      set[isOthers ? 'dropped' : 'queries'].push(query);
    }
  });
  return set;
}

/** The first letters of every name; dropped where more than `most` models have a name or an alias that begins so. */
export function prefixSet<Model extends Asked>(
  models: readonly Model[],
  letters: number,
  most: number,
): QuerySet<Model> {
  const spellings = models.map(({ name, aliases }) => [name, ...aliases].map(normalName));
  const set: QuerySet<Model> = { queries: [], dropped: [] };
  for (const model of models) {
    const text = normalName(model.name).slice(0, letters);
    if (text.length < letters) continue;
    const sharing = spellings.filter((those) => those.some((spelling) => spelling.startsWith(text))).length;
    set[sharing > most ? 'dropped' : 'queries'].push({ kind: 'prefix', text, model });
  }
  return set;
}
