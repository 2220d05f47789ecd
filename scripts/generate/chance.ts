import { uniform } from '../../src/views/figures/random.ts';

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

/** Draws from the numbers that the figures draw from, too. */
export function chanceOf(seed: number): Chance {
  const number = uniform(seed);
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
