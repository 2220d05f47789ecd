/** The longest text and the most tokens that the figure takes. */
export const mostLetters = 280;
export const mostTokens = 48;

const word = String.raw`[\p{L}\p{N}\p{M}\u200c\u200d]+(?:['’-][\p{L}\p{N}\p{M}]+)*`;
const sign = String.raw`\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\p{M}|\ufe0f)*|[^\s\p{L}\p{N}\p{M}]`;
const token = new RegExp(`${word}|${sign}`, 'gu');

/**
 * A text cut into words and signs. Models cut finer, into pieces of words. What steers writing and is not seen itself
 * (control characters, changes of direction) is left out; of a long text the first 48 tokens are taken.
 */
export function tokensOf(text: string): string[] {
  const visible = text
    .slice(0, mostLetters)
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, ' ');
  return (visible.match(token) ?? []).slice(0, mostTokens);
}

const end = /^[.!?…]$/u;
const closing = /^["'”’»)\]]$/u;

/** Tokens parted into sentences: each ends with its full stops, question or exclamation marks and closing quotes. */
export function sentencesOf(tokens: readonly string[]): string[][] {
  const sentences: string[][] = [];
  let isEnded = true;
  for (const one of tokens) {
    const last = sentences.at(-1);
    const before = last?.at(-1);
    if (!last || (isEnded && !end.test(one) && !(closing.test(one) && before !== undefined))) {
      sentences.push([one]);
      isEnded = end.test(one);
    } else {
      last.push(one);
      isEnded ||= end.test(one);
    }
  }
  return sentences;
}
