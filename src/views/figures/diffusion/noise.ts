import type { Mixture } from './mixture.ts';

/** A source of normal noise: one number of N(0, 1) a call. The same seed gives the same numbers everywhere. */
export type Noise = () => number;

/** Uniform numbers between 0 and 1, never 0, from a 32-bit seed (Tommy Ettinger's mulberry32). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/**
 * A stream of normal numbers by the method of Box and Muller. Streams of one seed and different `stream` are
 * unlike each other, so that each particle keeps its noise whatever happens to the others.
 */
export function normalNoise(seed: number, stream = 0): Noise {
  const next = uniform(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** As many points of a mixture as asked for, their numbers in proportion to the weights, in the mixture's order. */
export function drawData(mixture: Mixture, count: number, seed: number): number[][] {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  return mixture.flatMap(({ weight, mean, sd }, index) => {
    const from = Math.round((count * before) / total);
    before += weight;
    const to = Math.round((count * before) / total);
    const noise = normalNoise(seed, 7000 + index);
    return Array.from({ length: to - from }, () => mean.map((value) => value + sd * noise()));
  });
}
