/** Draws from a seed: the same seed gives the same draws, on every machine. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  number(): number;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True with a probability from 0 to 1. */
  happens(probability: number): boolean;
  /** One of the items, which must not be empty. */
  of<Item>(items: readonly Item[]): Item;
  /** As many different items as asked for, or all, in their own order. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

/** The generator mulberry32: 32 bits of state, from whole-number arithmetic alone. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    below,
    happens: (probability) => number() < probability,
    of: (items) => items[below(items.length)]!,
    some(items, count) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, items.length)) chosen.add(below(items.length));
      return items.filter((_, index) => chosen.has(index));
    },
  };
}
