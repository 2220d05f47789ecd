import { normalName } from './names.ts';

/** The names of a model: what a person may type to find it. */
export interface Named {
  name: string;
  aliases: readonly string[];
  /** Names of variants as the entry has them: "8x22B", "large". */
  variants: readonly string[];
}

/** One of the names of a row, prepared. */
export interface Spelling {
  row: number;
  kind: number;
  text: string;
  normal: string;
  /** Where its words begin in `normal`. */
  starts: number[];
  letters: number;
  digits: string;
}

export interface NameIndex<Row extends Named> {
  rows: readonly Row[];
  spellings: readonly Spelling[];
}

/** What stands between separators, normalised. */
function partsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .split(/[^\p{L}\p{M}\p{N}+]+/u)
    .map(normalName)
    .filter(Boolean);
}

/** Words as people see them: "DistilBERT-base 2" has Distil, BERT, base and 2. */
function wordsOf(text: string): string[] {
  return partsOf(text.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& '));
}

/** A bit for each letter that occurs; digits share what is left. */
function lettersOf(normal: string): number {
  let bits = 0;
  for (let index = 0; index < normal.length; index++) bits |= 1 << (normal.charCodeAt(index) - 97);
  return bits;
}

function digitsOf(normal: string): string {
  return normal.replace(/\D/g, '');
}

function spelled(row: number, kind: number, text: string): Spelling {
  const starts: number[] = [];
  let normal = '';
  for (const word of wordsOf(text)) {
    starts.push(normal.length);
    normal += word;
  }
  return { row, kind, text, normal, starts, letters: lettersOf(normal), digits: digitsOf(normal) };
}

/** A variant as one would call it: "Mixtral 8x22B", but "gpt-4-0314" as it is. */
export function variantName(name: string, variant: string): string {
  return normalName(variant).startsWith(normalName(name)) ? variant : `${name} ${variant}`;
}

/** Prepares rows for `findNames`. Their order decides between hits that are equally good. */
export function nameIndex<Row extends Named>(rows: readonly Row[]): NameIndex<Row> {
  const spellings = rows.flatMap(({ name, aliases, variants }, row) => [
    spelled(row, 0, name),
    ...aliases.map((alias) => spelled(row, 1, alias)),
    ...variants.map((variant) => spelled(row, 2, variantName(name, variant))),
  ]);
  return { rows, spellings };
}

/** What is looked for, prepared. */
export interface Query {
  normal: string;
  words: string[];
  letters: number;
  digits: string;
}

/** No name is longer. */
const longestName = 120;

/** A query as names are looked for; of a long one the beginning. */
export function queryOf(text: string): Query {
  const words = partsOf(text.slice(0, longestName));
  const normal = words.join('').slice(0, longestName);
  return { normal, words, letters: lettersOf(normal), digits: digitsOf(normal) };
}
