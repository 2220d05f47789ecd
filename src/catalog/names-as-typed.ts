import { queryOf, type Named, type NameIndex, type Query, type Spelling } from './name-index.ts';
import { hitsOf, isOfWay, match, type Match, type NameHit, type Stretch } from './name-matches.ts';

/** Beginnings of the first words, two or more, that run together give `query`: "mtnlg" of Megatron-Turing NLG. */
function initials(
  { normal, starts }: Pick<Spelling, 'normal' | 'starts'>,
  query: string,
  word = 0,
  at = 0,
  deadEnds = new Set<number>(),
): Stretch[] | undefined {
  if (at === query.length) return word > 1 ? [] : undefined;
  const from = starts[word];
  const place = word * 1000 + at;
  if (from === undefined || normal[from] !== query[at] || deadEnds.has(place)) return undefined;
  const end = starts[word + 1] ?? normal.length;
  let length = 1;
  while (from + length < end && at + length < query.length && normal[from + length] === query[at + length]) {
    length++;
  }
  for (; length > 0; length--) {
    const rest = initials({ normal, starts }, query, word + 1, at + length, deadEnds);
    if (rest) return [[from, from + length], ...rest];
  }
  deadEnds.add(place);
  return undefined;
}

/** Where in a spelling a text stands at the beginning of a word; -1 where nowhere. */
function wordStart({ normal, starts }: Spelling, text: string): number {
  return starts.find((start) => normal.startsWith(text, start)) ?? -1;
}

function asTyped(spelling: Spelling, query: Query): Match | undefined {
  const { normal } = spelling;
  const { length } = query.normal;
  const left = normal.length - length;
  if (left < 0) {
    if (!query.normal.startsWith(normal)) return undefined;
    let end = 0;
    const endsWord = query.words.some((word) => (end += word.length) === normal.length);
    return normal.length > 2 || endsWord
      ? match(spelling, 'and more', -left, [[0, normal.length]])
      : undefined;
  }
  const start = wordStart(spelling, query.normal);
  if (start >= 0) return match(spelling, start > 0 ? 'word' : 'start', left, [[start, start + length]]);
  const parts = normal[0] === query.normal[0] && initials(spelling, query.normal);
  if (parts) return match(spelling, 'initials', left, parts);
  const inside = length > 1 ? normal.indexOf(query.normal) : -1;
  return inside > 0 ? match(spelling, 'inside', left, [[inside, inside + length]]) : undefined;
}

/** Words of the query, the longest first, each at the beginning of another word of the spelling, in any order. */
function byWords(spelling: Spelling, words: readonly Query[]): Match | undefined {
  let covered = 0;
  let length = 0;
  const matched: Stretch[] = [];
  for (const { normal } of words) {
    length += normal.length;
    const isFree = (start: number) => !matched.some(([from]) => from === start);
    const start = spelling.starts.find((at) => spelling.normal.startsWith(normal, at) && isFree(at));
    if (start === undefined) continue;
    matched.push([start, start + normal.length]);
    covered += normal.length;
  }
  if (covered < 3 || covered * 3 < length) return undefined;
  const left = spelling.normal.length - covered;
  if (matched.length === words.length) return match(spelling, 'all words', left, matched);
  return match(spelling, 'some words', left - 200 * covered, matched);
}

/** Spellings that have the query as it was typed, all words of it in another order, or only some of them. */
export function matchesAsTyped(spellings: readonly Spelling[], query: Query): Match[] {
  const words = query.words.length > 1 ? query.words.map(queryOf) : [];
  words.sort((a, b) => b.normal.length - a.normal.length);
  return spellings.flatMap((spelling) =>
    [asTyped(spelling, query), byWords(spelling, words)].filter((found) => found !== undefined),
  );
}

/** Those of `findNames` that are spelled as typed. The list below a search box begins with them. */
export function findNamesAsTyped<Row extends Named>(
  index: NameIndex<Row>,
  typed: string,
  limit: number,
): NameHit<Row>[] {
  const query = queryOf(typed);
  if (query.normal === '') return [];
  const found = matchesAsTyped(index.spellings, query);
  return hitsOf(
    index,
    found.filter((one) => !isOfWay(one, 'some words')),
  ).slice(0, limit);
}
