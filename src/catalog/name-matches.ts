import type { Named, NameIndex, Spelling } from './name-index.ts';
import { normalName } from './names.ts';

/** Letters of a normalised spelling, from and to, that a query matched. */
export type Stretch = readonly [from: number, to: number];

export interface NameHit<Row extends Named> {
  row: Row;
  /** The spelling that was matched: the name, an alias, or the name with a variant. */
  spelling: string;
  kind: 'name' | 'alias' | 'variant';
  /** How it was matched. */
  how: How;
  /** What of the spelling was matched; see `piecesOf`. */
  matched: readonly Stretch[];
}

const kinds = ['name', 'alias', 'variant'] as const;

/** The ways to match, the best first. */
const ways = [
  'start',
  'word',
  'all words',
  'one edit',
  'initials',
  'inside',
  'and more',
  'edits',
  'some words',
  'nearest',
] as const;

export type How = (typeof ways)[number];

/** Whether the hit is only the nearest thing to a query that names no model. */
export function isGuess({ how }: { how: How }): boolean {
  return how === 'some words' || how === 'nearest';
}

/** Whether the query was not spelled as the hit is. */
export function isRespelled({ how }: { how: How }): boolean {
  return how === 'one edit' || how === 'edits' || isGuess({ how });
}

/** A spelling that a query may mean. */
export interface Match {
  spelling: Spelling;
  /** Its place among the ways to match. */
  way: number;
  /** Orders matches of one way: letters that are left of the spelling, or how far off it is. */
  rest: number;
  matched: Stretch[];
}

export function match(spelling: Spelling, how: How, rest: number, matched: Stretch[]): Match {
  return { spelling, way: ways.indexOf(how), rest, matched };
}

/** Whether it is a match of this way. */
export function isOfWay(found: Match, how: How): boolean {
  return found.way === ways.indexOf(how);
}

/** Whether it is a match of a better way than this. */
export function isBetterThan(found: Match, how: How): boolean {
  return found.way < ways.indexOf(how);
}

/** Orders matches, the best first. */
export function isBefore(a: Match, b: Match): number {
  return (
    a.way - b.way || a.rest - b.rest || a.spelling.kind - b.spelling.kind || a.spelling.row - b.spelling.row
  );
}

/** The hits that matches stand for: of each row its best one, the best first. */
export function hitsOf<Row extends Named>(
  { rows }: NameIndex<Row>,
  matches: readonly Match[],
): NameHit<Row>[] {
  const best = new Map<number, Match>();
  for (const found of matches) {
    const other = best.get(found.spelling.row);
    if (!other || isBefore(found, other) < 0) best.set(found.spelling.row, found);
  }
  return [...best.values()].sort(isBefore).map(({ spelling, way, matched }) => ({
    row: rows[spelling.row]!,
    spelling: spelling.text,
    kind: kinds[spelling.kind]!,
    how: ways[way]!,
    matched,
  }));
}

/** A spelling in pieces, the matched ones marked: RoBERTa for "robberta" is ["RoB", true], ["ERTa", true]. */
export function piecesOf(text: string, matched: readonly Stretch[]): [piece: string, isMatched: boolean][] {
  const pieces: [string, boolean][] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + normalName(letter).length;
    const isMatched = matched.some(([from, to]) => (end > at ? at < to && end > from : from < at && at < to));
    const last = pieces.at(-1);
    if (last && last[1] === isMatched) last[0] += letter;
    else pieces.push([letter, isMatched]);
    at = end;
  }
  return pieces;
}
