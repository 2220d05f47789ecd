import { normalName } from './names.ts';

/** A word of a query and where it stands. */
export interface Word {
  text: string;
  normal: string;
  from: number;
  to: number;
}

/** The words of a query but those in quotation marks, which are always text; signs of comparison are words too. */
export function wordsOf(query: string): Word[] {
  const bare = query.replace(/["“”][^"“”]*["“”]/gu, (quoted) => '\0'.repeat(quoted.length));
  return [...bare.matchAll(/[<>]=?|[≤≥]|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*\+?|[\p{L}\p{M}\p{N}+]+/gu)].map(
    ({ 0: text, index }) => ({
      text: text.toLowerCase(),
      normal: normalName(text),
      from: index,
      to: index + text.length,
    }),
  );
}

/** So many words from a place on, with single spaces. */
export function textAt(words: readonly Word[], at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ text }) => text)
    .join(' ');
}

/** The first of some phrases that stands at a place, by its number of words; 0 where none does. */
export function phraseAt(words: readonly Word[], at: number, phrases: readonly string[]): number {
  const found = phrases.find((phrase) => textAt(words, at, phrase.split(' ').length) === phrase);
  return found?.split(' ').length ?? 0;
}

/** A query without a stretch of it. */
export function without(query: string, { from, to }: { from: number; to: number }): string {
  return `${query.slice(0, from)} ${query.slice(to)}`.replace(/\s+/g, ' ').trim();
}
