import type { Evidence } from '../schema/evidence.ts';
import type { ModelEntry } from '../schema/model.ts';
import type { Path } from './issue.ts';

/** A single stated value of an entry. `path` is its name in evidence, `keys` its place in the front matter. */
export interface Fact {
  path: string;
  keys: Path;
  value: unknown;
  /** What kind of figure evidence must repeat in `says`; `other` facts need none. */
  figure: 'count' | 'tokens' | 'date' | 'license' | 'other';
}

const plainFields = [
  'labs',
  'architecture',
  'traits',
  'modalities',
  'applications',
  'corpus',
  'extends',
  'weights',
  'papers',
] as const;

function isRecorded(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Every value that an entry states and that evidence can cover, in the order of the page. */
export function factsOf(entry: ModelEntry): Fact[] {
  const facts: Fact[] = [];
  const add = (path: string, keys: Path, value: unknown, figure: Fact['figure'] = 'other') => {
    if (isRecorded(value)) facts.push({ path, keys, value, figure });
  };
  add('released', ['released'], entry.released, 'date');
  for (const [event, date] of Object.entries(entry.dates))
    add(`dates.${event}`, ['dates', event], date, 'date');
  for (const field of plainFields) add(field, [field], entry[field]);
  for (const [kind, address] of Object.entries(entry.links)) add(`links.${kind}`, ['links', kind], address);
  add('objectives.pretraining', ['objectives', 'pretraining'], entry.objectives.pretraining);
  add('objectives.posttraining', ['objectives', 'posttraining'], entry.objectives.posttraining);
  entry.variants.forEach((variant, index) => {
    const path = `variants.${variant.name}`;
    const keys: Path = ['variants', index];
    add(`${path}.parameters`, [...keys, 'parameters'], variant.parameters, 'count');
    add(`${path}.active`, [...keys, 'active'], variant.active, 'count');
    add(`${path}.context`, [...keys, 'context'], variant.context, 'tokens');
    add(`${path}.released`, [...keys, 'released'], variant.released, 'date');
    add(`${path}.config`, [...keys, 'config'], variant.config);
    variant.parts?.forEach((part, at) =>
      add(`${path}.parts.${part.name}`, [...keys, 'parts', at, 'parameters'], part.parameters, 'count'),
    );
  });
  for (const [what, term] of Object.entries(entry.license))
    add(`license.${what}`, ['license', what], term, 'license');
  return facts;
}

const acrossVariants = new Map([
  ['parameters', /\.(parameters|active|parts\..+)$/],
  ['active', /\.active$/],
  ['context', /\.context$/],
  ['config', /\.config$/],
]);

/** What may follow a variant's name in a fact: since names hold dots, `variants.1` must not cover `variants.1.5B.context`. */
const factOfVariant = /^(parameters|active|context|released|config|parts(\..+)?)$/;

/** True where a path named in evidence covers a fact: it is the fact, stands above it, or gathers it from all variants. */
export function covers(path: string, fact: string): boolean {
  if (fact === path) return true;
  if (fact.startsWith(`${path}.`)) {
    if (!path.startsWith('variants.') || path.endsWith('.parts')) return true;
    return factOfVariant.test(fact.slice(path.length + 1));
  }
  return fact.startsWith('variants.') && Boolean(acrossVariants.get(path)?.test(fact));
}

const kindOrder = { primary: 0, mirror: 1, secondary: 2 } as const;

/** Evidence for a fact, the strongest first: checked before unchecked, primary before mirror before secondary. */
export function evidenceFor(entry: ModelEntry, fact: string): Evidence[] {
  const named = entry.evidence.filter((row) => row.for?.some((path) => covers(path, fact)));
  const chosen = named.length > 0 ? named : entry.evidence.filter((row) => !row.for);
  return [...chosen].sort(
    (a, b) => Number(!a.checked) - Number(!b.checked) || kindOrder[a.kind] - kindOrder[b.kind],
  );
}

/**
 * The evidence that a fact rests on: the strongest that shows it whole or, where none does, all that shows
 * parts of it, the weakest first.
 */
export function basisOf(entry: ModelEntry, fact: string): Evidence[] {
  const rows = evidenceFor(entry, fact);
  const whole = rows.find((row) => !row.part?.some((path) => covers(path, fact)));
  return whole ? [whole] : rows.reverse();
}

/** How well a fact is known. `reported`: a secondary source was opened and says so. */
export type Knowledge = 'checked' | 'mirrored' | 'reported' | 'unchecked' | 'unresolved';

/** The same in words. */
export const knowledgeTexts: Record<Knowledge, string> = {
  checked: 'checked',
  mirrored: 'checked in a copy',
  reported: 'reported',
  unchecked: 'not yet checked',
  unresolved: 'unresolved',
};

/** What each level means, as the end of a sentence that begins with its name. */
export const knowledgeMeanings: Record<Knowledge, string> = {
  checked: 'the authors’ own paper, repository, card or announcement was opened and says so',
  mirrored: 'the original could not be opened, a copy of it was and says so',
  reported: 'somebody other than the authors says so, in a source that was opened',
  unchecked: 'the source is named, but nobody has opened it for this catalog and confirmed the value',
  unresolved: 'sources were opened and do not settle it; shown is the better supported reading, or nothing',
};

const knowledgeByKind = { primary: 'checked', mirror: 'mirrored', secondary: 'reported' } as const;

/** How well a fact is known, by the evidence it rests on; where several rows make it up, by the weakest. */
export function knowledgeOf(entry: ModelEntry, fact: string): Knowledge {
  if (entry.unresolved.some((row) => covers(row.for, fact))) return 'unresolved';
  const [decisive] = basisOf(entry, fact);
  return decisive?.checked ? knowledgeByKind[decisive.kind] : 'unchecked';
}

const worstFirst: Knowledge[] = ['unresolved', 'unchecked', 'reported', 'mirrored', 'checked'];

/** What is known of a path: the weakest knowledge among its facts, and the evidence that each rests on. */
export interface Known {
  knowledge: Knowledge;
  evidence: Evidence[];
}

/** Entries do not change once they are read, and many views and files ask the same of them. */
const known = new WeakMap<ModelEntry, { facts: Fact[]; byPath: Map<string, Known | undefined> }>();

function findKnown(entry: ModelEntry, path: string, all: readonly Fact[]): Known | undefined {
  const facts = all.filter((fact) => covers(path, fact.path));
  const withheld = [...entry.undisclosed, ...entry.assumed].some((field) => field === path);
  const paths = facts.length > 0 ? facts.map((fact) => fact.path) : withheld ? [path] : [];
  if (paths.length === 0) return undefined;
  const levels = new Set(paths.map((fact) => knowledgeOf(entry, fact)));
  const knowledge = worstFirst.find((level) => levels.has(level))!;
  const evidence = [...new Set(paths.flatMap((fact) => basisOf(entry, fact)))];
  return { knowledge, evidence };
}

/** What is known of the facts that a path covers. Found once for each path of an entry. */
export function knownOf(entry: ModelEntry, path: string): Known | undefined {
  let cache = known.get(entry);
  if (!cache) known.set(entry, (cache = { facts: factsOf(entry), byPath: new Map() }));
  if (!cache.byPath.has(path)) cache.byPath.set(path, findKnown(entry, path, cache.facts));
  return cache.byPath.get(path);
}
