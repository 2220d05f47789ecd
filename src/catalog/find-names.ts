import { queryOf, type Named, type NameIndex, type Query, type Spelling } from './name-index.ts';
import { hitsOf, isGuess, isOfWay, isBetterThan, type Match, type NameHit } from './name-matches.ts';
import { matchesAsTyped } from './names-as-typed.ts';
import { byWordsWithSlips, misspelled, nearestTo } from './names-misspelled.ts';

function matches(spellings: readonly Spelling[], query: Query): Match[] {
  const all = (matchOf: (spelling: Spelling) => Match | undefined) =>
    spellings.flatMap((spelling) => matchOf(spelling) ?? []);

  const typed = matchesAsTyped(spellings, query);
  const found = typed.filter((one) => !isOfWay(one, 'some words'));
  if (found.filter((one) => isBetterThan(one, 'one edit')).length < 5) {
    found.push(...all((spelling) => misspelled(spelling, query)));
  }
  if (found.length > 0) return found;
  const words = query.words.length > 1 ? query.words.map(queryOf) : [];
  const guesses = [...typed, ...all((spelling) => byWordsWithSlips(spelling, words))];
  return guesses.length > 0 ? guesses : all((spelling) => nearestTo(spelling, query));
}

const mostGuesses = 5;

/**
 * The models whose names a typed query may mean, the likeliest first.
 *
 * Query and names are compared without case, accents and separators, Greek letters spelled out; names, aliases and
 * names with a variant count alike. First come spellings that begin with the query, then those in which a later word
 * does, in either case the one with the fewest letters left first: an exact name has none left, so it is always
 * first, and a letter more of the right name never moves it down, since it shortens what is left of it and of every
 * rival by one. Then all words in another order; then names of five letters or more that are one slip away (a letter
 * missing, added, wrong, or two swapped; never another figure); then initials ("mtnlg"), the query within a word,
 * names that the query goes on from ("bert paper"), and further slips: one in a word or in what has been typed so
 * far, two in eight letters or more. Slips are only looked for where less than five names are spelled as typed.
 * When nothing is found, a few guesses: models that have some of the words, else those spelled nearest. Among equals
 * the name comes before an alias, an alias before a variant, and then the order of the rows decides.
 */
export function findNames<Row extends Named>(
  index: NameIndex<Row>,
  typed: string,
  limit = Infinity,
): NameHit<Row>[] {
  const query = queryOf(typed);
  if (query.normal === '') return [];
  const hits = hitsOf(index, matches(index.spellings, query));
  return hits.slice(0, hits[0] && isGuess(hits[0]) ? Math.min(limit, mostGuesses) : limit);
}
