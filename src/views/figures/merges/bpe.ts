/** The mark at the end of each word, a symbol like any other (Sennrich et al. 2016, section 3.2). */
export const end = '·';

/** A word of the text, cut into symbols, and how often it occurs. */
export interface CutWord {
  symbols: string[];
  count: number;
}

/** Two symbols that stand side by side, and how often they do. */
export interface Pair {
  left: string;
  right: string;
  count: number;
}

/** The different words of a text in the order in which they first occur, cut into characters and the mark. */
export function cutText(text: string): CutWord[] {
  const counts = new Map<string, number>();
  for (const word of text.replaceAll(end, '').split(/\s+/u))
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ symbols: [...word, end], count }));
}

/** All pairs within words, in the order in which they first occur. */
export function pairsOf(words: readonly CutWord[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { symbols, count } of words)
    for (let at = 0; at + 1 < symbols.length; at++) {
      const [left, right] = [symbols[at]!, symbols[at + 1]!];
      // No symbol holds white space, so the key is unambiguous.
      const key = `${left} ${right}`;
      const pair = pairs.get(key) ?? { left, right, count: 0 };
      pairs.set(key, { ...pair, count: pair.count + count });
    }
  return [...pairs.values()];
}

/** The most frequent pair; of several the one that occurs first. Undefined where every word is one symbol. */
export function bestPair(words: readonly CutWord[]): Pair | undefined {
  return pairsOf(words).reduce<Pair | undefined>(
    (best, pair) => (best === undefined || pair.count > best.count ? pair : best),
    undefined,
  );
}

/** The symbols with each occurrence of a pair, from the left, made one symbol. */
export function mergeIn(symbols: readonly string[], { left, right }: Pick<Pair, 'left' | 'right'>): string[] {
  const merged: string[] = [];
  for (let at = 0; at < symbols.length; at++) {
    const joins = symbols[at] === left && symbols[at + 1] === right;
    merged.push(joins ? left + right : symbols[at]!);
    if (joins) at++;
  }
  return merged;
}

/** The merges that a text teaches, in order, up to a number of them. */
export function learn(words: readonly CutWord[], most: number): Pair[] {
  const merges: Pair[] = [];
  let now = words;
  while (merges.length < most) {
    const best = bestPair(now);
    if (best === undefined) break;
    merges.push(best);
    now = mergeAll(now, best);
  }
  return merges;
}

/** Words after one merge. */
export function mergeAll(words: readonly CutWord[], pair: Pair): CutWord[] {
  return words.map(({ symbols, count }) => ({ symbols: mergeIn(symbols, pair), count }));
}

/** A merge that changed a word when the merges were applied to it. */
export interface Applied {
  /** From 1. */
  number: number;
  pair: Pair;
  symbols: string[];
}

/** The merges, in the order in which they were learned, applied to any word: those that changed it. */
export function applyTo(word: string, merges: readonly Pair[]): Applied[] {
  let symbols = [...word, end];
  return merges.flatMap((pair, index) => {
    const next = mergeIn(symbols, pair);
    if (next.length === symbols.length) return [];
    symbols = next;
    return [{ number: index + 1, pair, symbols }];
  });
}
