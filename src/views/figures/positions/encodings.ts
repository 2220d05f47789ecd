import { dot } from '../attention/attention.ts';
import { normal } from '../random.ts';

/**
 * Angles by which the pairs of components turn from one position to the next, in radians: 1, then ever less, as
 * base^(−2i/width) for the pairs i = 0, 1, …. The width has to be even (Vaswani et al. 2017, section 3.5; Su et al.
 * 2021, equation 15, which counts i from 1).
 */
export function frequencies(width: number, base = 10000): number[] {
  return Array.from({ length: width / 2 }, (_, pair) => base ** ((-2 * pair) / width));
}

/** The sinusoidal encoding of a position: sine and cosine in turn, one pair a frequency. */
export function sinusoid(position: number, width: number, base = 10000): number[] {
  return frequencies(width, base).flatMap((frequency) => [
    Math.sin(position * frequency),
    Math.cos(position * frequency),
  ]);
}

/** A row of a table of positions before training: normal numbers, the same for a seed and a position. */
export function untrainedRow(position: number, width: number, seed: number): number[] {
  return Array.from({ length: width }, normal(seed, position));
}

/** A vector with each pair of neighbours turned by the position times the pair's frequency (Su et al. 2021, equation 34). */
export function rotate(vector: readonly number[], position: number, base = 10000): number[] {
  return frequencies(vector.length, base).flatMap((frequency, pair) => {
    const [x, y] = [vector[2 * pair]!, vector[2 * pair + 1]!];
    const [cos, sin] = [Math.cos(position * frequency), Math.sin(position * frequency)];
    return [x * cos - y * sin, x * sin + y * cos];
  });
}

/** What each pair of components adds to the dot product of two vectors. */
export function pairProducts(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: a.length / 2 }, (_, pair) =>
    dot(a.slice(2 * pair, 2 * pair + 2), b.slice(2 * pair, 2 * pair + 2)),
  );
}

/**
 * Slopes of ALiBi, one a head: 2^(−8/heads) and its powers (Press et al. 2021, section 3). The paper gives this rule
 * for numbers of heads that are powers of two.
 */
export function alibiSlopes(heads: number): number[] {
  return Array.from({ length: heads }, (_, head) => 2 ** ((-8 * (head + 1)) / heads));
}

/** What ALiBi adds to a score: minus the slope times the distance from a query back to a key. */
export function alibiBias(slope: number, query: number, key: number): number {
  return -slope * (query - key) || 0;
}
