import type { Query, Spelling } from './name-index.ts';
import { isBefore, isOfWay, match, type Match, type Stretch } from './name-matches.ts';

function bitsIn(bits: number): number {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

/** Rows of the table of edits, as long as the longest query and what may be missing from it. */
const table = [new Uint8Array(160), new Uint8Array(160), new Uint8Array(160)] as const;

/**
 * Least edits (insertions, deletions, replacements, swaps of neighbours) from `query` to `normal` from `from` on:
 * to all of it, and to the beginning of it that ends at `end`. Above `limit` they are `limit` + 1.
 */
function editsTo(query: string, normal: string, from: number, limit: number) {
  const width = Math.min(normal.length - from, query.length + limit);
  const over = limit + 1;
  if (query.length > width + limit) return { all: over, beginning: over, end: from };
  let [current, last, beforeLast] = table;
  for (let column = 0; column <= width; column++) last[column] = Math.min(column, over);
  for (let row = 1; row <= query.length; row++) {
    const first = Math.max(1, row - limit);
    const end = Math.min(width, row + limit);
    let least = (current[first - 1] = first === 1 ? Math.min(row, over) : over);
    for (let column = first; column <= end; column++) {
      const a = query.charCodeAt(row - 1);
      const b = normal.charCodeAt(from + column - 1);
      let best = last[column - 1]! + (a === b ? 0 : 1);
      best = Math.min(best, last[column]! + 1, current[column - 1]! + 1, over);
      if (
        row > 1 &&
        column > 1 &&
        a === normal.charCodeAt(from + column - 2) &&
        query.charCodeAt(row - 2) === b
      ) {
        best = Math.min(best, beforeLast[column - 2]! + 1);
      }
      current[column] = best;
      least = Math.min(least, best);
    }
    if (end < width) current[end + 1] = over;
    if (least > limit) return { all: over, beginning: over, end: from };
    [current, last, beforeLast] = [beforeLast, current, last];
  }
  let end = Math.max(0, query.length - limit);
  for (let column = end + 1; column <= width; column++) if (last[column]! <= last[end]!) end = column;
  return {
    all: from + width === normal.length ? last[width]! : over,
    beginning: last[end]!,
    end: from + end,
  };
}

/** The edits forgiven in a text of so many letters. */
function forgiven(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}

/** What of `normal` between `from` and `to` is spelled like the beginning and the end of `query`. */
function sameEnds(query: string, normal: string, from: number, to: number): Stretch[] {
  let head = 0;
  while (from + head < to && query[head] === normal[from + head]) head++;
  let tail = 0;
  while (
    to - tail > from + head &&
    tail < query.length - head &&
    query.at(-1 - tail) === normal[to - tail - 1]
  ) {
    tail++;
  }
  return [[from, from + head] as const, [to - tail, to] as const].filter(([a, b]) => b > a);
}

/** Whether a figure stands in place of another, which is seldom a slip: Llama 4 is not a misspelled Llama 3. */
function isOtherFigure(a: string, b: string): boolean {
  return a.length === b.length && a !== b;
}

/** The spelling, or a beginning of one of its words, with slips. */
export function misspelled(spelling: Spelling, query: Query): Match | undefined {
  const { normal, starts } = spelling;
  const limit = forgiven(query.normal.length + 1);
  if (limit === 0 || bitsIn(query.letters & ~spelling.letters) > limit) return undefined;
  let best: Match | undefined;
  for (const from of starts) {
    const { all, beginning, end } = editsTo(query.normal, normal, from, limit);
    const isWhole = all <= Math.min(limit, forgiven(normal.length - from));
    if (!isWhole && beginning > Math.min(limit, forgiven(query.normal.length))) continue;
    const edits = isWhole ? all : beginning;
    const to = isWhole ? normal.length : end;
    const isSlip = isWhole && from === 0 && edits === 1 && !isOtherFigure(query.digits, spelling.digits);
    const left = normal.length - (to - from);
    const matched = sameEnds(query.normal, normal, from, to);
    const found = match(spelling, isSlip ? 'one edit' : 'edits', edits * 200 + left, matched);
    if (!best || isBefore(found, best) < 0) best = found;
  }
  return best;
}

/** Words of the query, each as the spelling, one slip forgiven: "a robertta paper". */
export function byWordsWithSlips(spelling: Spelling, words: readonly Query[]): Match | undefined {
  for (const word of words) {
    const found = misspelled(spelling, word);
    if (found && isOfWay(found, 'one edit')) {
      return match(spelling, 'some words', -200 * word.normal.length, found.matched);
    }
  }
  return undefined;
}

/** The spelling, were it but near. */
export function nearestTo(spelling: Spelling, query: Query): Match | undefined {
  const limit = Math.min(4, query.normal.length >> 1);
  const { all } = editsTo(query.normal, spelling.normal, 0, limit);
  if (all > limit) return undefined;
  return match(spelling, 'nearest', all, sameEnds(query.normal, spelling.normal, 0, spelling.normal.length));
}
