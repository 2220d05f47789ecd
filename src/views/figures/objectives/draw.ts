import type { Stream } from '../random.ts';

/** A whole number from 0 up to, but not including, `count`. */
export function below(next: Stream, count: number): number {
  return Math.floor(next() * count);
}

/** One of a list that is not empty. */
export function oneOf<T>(next: Stream, list: readonly T[]): T {
  return list[below(next, list.length)]!;
}

/** A list in random order, all orders equally likely (Fisher and Yates). */
export function shuffled<T>(next: Stream, list: readonly T[]): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(next, last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** `count` of the numbers 0 to size − 1, ascending, all choices equally likely. */
export function choose(next: Stream, size: number, count: number): number[] {
  const all = Array.from({ length: size }, (_, index) => index);
  return shuffled(next, all)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** A number with Poisson distribution, by multiplying uniform numbers until exp(−mean) is passed (Knuth). */
export function poisson(next: Stream, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > floor; product *= next()) count++;
  return count;
}

/**
 * `total` cut into `parts` lengths, all cuts equally likely. Lengths are at least `least` (1, or 0 for parts that may
 * be empty); total must be at least parts × least.
 */
export function cut(next: Stream, total: number, parts: number, least: 0 | 1 = 1): number[] {
  if (parts === 0) return [];
  const places = least === 1 ? total - 1 : total + parts - 1;
  const cuts = choose(next, places, parts - 1);
  const bounds = [-1, ...cuts, places];
  return bounds.slice(1).map((bound, index) => bound - bounds[index]! - (least === 1 ? 0 : 1));
}
