import { normalName } from './names.ts';
import { nameIndex, type Named } from './name-index.ts';
import { rangeAt } from './query-ranges.ts';
import { wordsOf, type Word } from './query-words.ts';
import type { RangeColumn, TermColumn } from './table-columns.ts';
import type { Filters } from './table-filters.ts';
import { monthsOfYears, type Range } from './typed-ranges.ts';

/** A term that a query may state. */
export interface QueryTerm {
  column: TermColumn;
  slug: string;
  label: string;
  /** What people call it besides its label and its slug. */
  words: readonly string[];
}

/** Something that a query states of models: terms of which any will do, or a range. */
export interface Stated {
  column: TermColumn | RangeColumn;
  terms?: readonly string[];
  range?: Range;
  label: string;
  /** Where in the query it is said. */
  from: number;
  to: number;
}

/** A query as it is understood: what it states, and the text that is left. */
export interface ReadQuery {
  stated: Stated[];
  rest: string;
}

/** Says of words, run together and normalised, whether they are a model's name, or the first words of one. */
export type NamesAModel = (normal: string) => 'whole' | 'beginning' | undefined;

/** The names of models as `readQuery` asks for them: a beginning is one of whole words, and of the name alone. */
export function namesOf(rows: readonly Named[]): NamesAModel {
  const names = new Map<string, 'whole' | 'beginning'>();
  for (const { normal, kind, starts } of nameIndex(rows).spellings) {
    names.set(normal, 'whole');
    if (kind > 0) continue;
    for (const start of starts.slice(1)) {
      const beginning = normal.slice(0, start);
      if (!names.has(beginning)) names.set(beginning, 'beginning');
    }
  }
  return (normal) => names.get(normal);
}

/** Words that terms are known by, the most telling column first where several have the same. */
export type Vocabulary = ReadonlyMap<string, { column: TermColumn; terms: readonly string[]; label: string }>;

const columnOrder: readonly TermColumn[] = [
  'architecture',
  'trait',
  'lab',
  'objective',
  'modality',
  'license',
  'family',
];

/** What is said of access and use, which no vocabulary lists, and the usual longer forms of two architectures. */
const sayings: readonly [column: TermColumn, terms: string[], label: string, words: string[]][] = [
  ['weights', ['open'], 'open weights', ['open', 'open weights', 'weights open', 'open source']],
  [
    'weights',
    ['gated'],
    'weights on request',
    ['gated', 'gated weights', 'weights on request', 'on request'],
  ],
  ['weights', ['api'], 'a service only', ['api', 'api only', 'service only']],
  ['weights', ['none'], 'weights not released', ['not released', 'unreleased']],
  ['weights', ['api', 'none'], 'no weights to download', ['closed', 'closed weights', 'closed source']],
  [
    'commercial',
    ['yes', 'conditions'],
    'commercial use, perhaps with conditions',
    ['commercial', 'commercial use', 'commercially usable'],
  ],
  ['commercial', ['no'], 'no commercial use', ['non commercial', 'no commercial use', 'not commercial']],
  ['architecture', ['encoder'], 'Encoder', ['encoder only']],
  ['architecture', ['decoder'], 'Decoder', ['decoder only']],
];

/** The vocabulary of queries. A plural in -s is as good as its singular. */
export function vocabularyOf(terms: readonly QueryTerm[]): Vocabulary {
  const vocabulary = new Map<string, { column: TermColumn; terms: readonly string[]; label: string }>();
  const add = (word: string, column: TermColumn, slugs: readonly string[], label: string) => {
    const normal = normalName(word);
    if (normal.length > 1 && !vocabulary.has(normal)) vocabulary.set(normal, { column, terms: slugs, label });
  };
  const inOrder = [...terms].sort((a, b) => columnOrder.indexOf(a.column) - columnOrder.indexOf(b.column));
  for (const [column, slugs, label, words] of sayings)
    for (const word of words) add(word, column, slugs, label);
  for (const { column, slug, label, words } of inOrder)
    for (const word of [label, slug, ...words]) add(word, column, [slug], label);
  for (const { column, slug, label, words } of inOrder) {
    for (const word of [label, slug, ...words])
      add(word.endsWith('s') ? word.slice(0, -1) : `${word}s`, column, [slug], label);
  }
  return vocabulary;
}

type Found = Omit<Stated, 'from' | 'to'> & { words: number };

const longestPhrase = 12;

function phraseOf(words: readonly Word[], at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ normal }) => normal)
    .join('');
}

/** How many words from a place on are a model's own name, and so state nothing. */
function namedAt(words: readonly Word[], at: number, namesAModel: NamesAModel): number {
  for (let count = Math.min(longestPhrase, words.length - at); count > 0; count--) {
    const names = namesAModel(phraseOf(words, at, count));
    if (names === 'whole' || (names === 'beginning' && (count > 1 || words.length === 1))) return count;
  }
  return 0;
}

function termAt(words: readonly Word[], at: number, vocabulary: Vocabulary): Found | undefined {
  for (let count = Math.min(longestPhrase, words.length - at); count > 0; count--) {
    const term = vocabulary.get(phraseOf(words, at, count));
    if (term) return { ...term, words: count };
  }
  return undefined;
}

/** Words that only join what is stated, and are no text to be looked for beside it. */
const joints = new Set(
  'a an and any are by for from have having in is made model models of on or released that the their to trained using weights which whose with'.split(
    ' ',
  ),
);

/**
 * Reads what a query states of models: terms of the vocabulary, years, sizes, lengths of context, access and use.
 * The longest phrase wins; a model's own name wins over all of them, so that "gpt 4" states nothing. Whatever stands
 * in quotation marks is text. What is left, without words that only join, is the rest.
 */
export function readQuery(query: string, vocabulary: Vocabulary, namesAModel: NamesAModel): ReadQuery {
  const words = wordsOf(query);
  const stated: Stated[] = [];
  for (let at = 0; at < words.length;) {
    const named = namedAt(words, at, namesAModel);
    const term = termAt(words, at, vocabulary);
    const range = rangeAt(query, words, at);
    const found = range && range.words >= (term?.words ?? 0) ? range : term;
    if (!found || named >= found.words) {
      at += named || 1;
      continue;
    }
    const { words: count, ...what } = found;
    stated.push({ ...what, from: words[at]!.from, to: words[at + count - 1]!.to });
    at += count;
  }
  if (stated.length === 0) return { stated, rest: query };
  const left = stated.reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, query);
  const rest = left
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !joints.has(word.toLowerCase()));
  return { stated, rest: rest.join(' ') };
}

function joinedRange(a: Range | undefined, b: Range): Range {
  if (!a) return b;
  const isClosed = [a, b].every(({ from, to }) => from !== undefined && to !== undefined);
  if (isClosed) return { from: Math.min(a.from!, b.from!), to: Math.max(a.to!, b.to!) };
  const from = Math.max(a.from ?? 0, b.from ?? 0);
  const to = Math.min(a.to ?? Infinity, b.to ?? Infinity);
  return { ...(from > 0 && { from }), ...(to < Infinity && { to }) };
}

/**
 * What is stated as filters of the table: of the terms of one column any will do; two closed ranges of one column
 * are taken as one from the first to the last, others must both hold.
 */
export function filtersOf(stated: readonly Stated[]): Filters {
  const filters: Filters = { name: '', terms: {}, ranges: {} };
  for (const { column, terms, range } of stated) {
    if (terms) {
      const name = column as TermColumn;
      filters.terms[name] = [...new Set([...(filters.terms[name] ?? []), ...terms])];
    }
    if (range) {
      const name = column as RangeColumn;
      filters.ranges[name] = joinedRange(
        filters.ranges[name],
        name === 'released' ? monthsOfYears(range) : range,
      );
    }
  }
  return filters;
}
