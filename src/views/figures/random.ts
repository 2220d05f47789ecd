/** A stream of numbers: one a call. The same seed gives the same numbers on every machine. */
export type Stream = () => number;

/** Uniform numbers from 0 up to, but not including, 1, from a 32-bit seed (mulberry32 by Tommy Ettinger). */
export function uniform(seed: number): Stream {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Normal numbers of mean 0 and variance 1, by the method of Box and Muller. Streams of one seed and different
 * `stream` are unlike each other, so that each thing drawn keeps its numbers whatever happens to the others.
 */
export function normal(seed: number, stream = 0): Stream {
  const next = uniform(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // 1 minus the draw is never 0, whose logarithm would be infinite.
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
