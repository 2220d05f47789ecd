import { noised, score, type Mixture, type Point } from './mixture.ts';
import { normal, type Stream } from '../random.ts';
import { alphaBarAt, samplingTimes } from './schedule.ts';

/** What the network is taken to answer: the noise in x, when ᾱ is left of the data. */
export type Predict = (x: Point, alphaBar: number) => number[];

/** A way through time: `points[i]` is where it stood at `times[i]`. */
export interface Path {
  times: readonly number[];
  points: readonly Point[];
}

/**
 * Classifier-free guidance in the convention of most code: ε̂ = ε(∅) + s (ε(c) − ε(∅)).
 * s = 0 leaves the class out of account, 1 is the class itself, more goes beyond it.
 */
export function guided(unconditional: Point, conditional: Point, scale: number): number[] {
  return unconditional.map((value, axis) => value + scale * (conditional[axis]! - value));
}

/** The same in the convention of Ho and Salimans 2022: ε̂ = (1 + w) ε(c) − w ε(∅), so that s = 1 + w. */
export function guidedByWeight(unconditional: Point, conditional: Point, weight: number): number[] {
  return unconditional.map((value, axis) => (1 + weight) * conditional[axis]! - weight * value);
}

/** The perfect network for data of a mixture, guided towards `target` if that is given. */
export function perfectNetwork(mixture: Mixture, target?: Mixture, scale = 1): Predict {
  const unconditional = noiseIn(mixture);
  if (!target) return unconditional;
  const conditional = noiseIn(target);
  return (x, alphaBar) => guided(unconditional(x, alphaBar), conditional(x, alphaBar), scale);
}

/** `predictedNoise` of mixture.ts, with the noised mixture kept while many points ask at the same time. */
function noiseIn(mixture: Mixture): Predict {
  let kept = { alphaBar: 1, mixture };
  return (x, alphaBar) => {
    if (kept.alphaBar !== alphaBar) kept = { alphaBar, mixture: noised(mixture, alphaBar) };
    const sigma = Math.sqrt(1 - alphaBar);
    return score(kept.mixture, x).map((value) => -sigma * value);
  };
}

/**
 * One step back, from ᾱ = `from` to the larger ᾱ = `to` (Song, Meng and Ermon 2020, equation 12): the estimate
 * of x_0 is taken out of x and noised anew, with the predicted noise and, as far as `eta` says, with fresh noise.
 * η = 0 is DDIM; η = 1 is the ancestral step of Ho et al. 2020 with the variance of the posterior.
 */
export function stepBack(
  x: Point,
  epsilon: Point,
  { from, to, eta }: { from: number; to: number; eta: number },
  noise: Stream,
): number[] {
  const sigma = eta * Math.sqrt(((1 - to) / (1 - from)) * (1 - from / to));
  const direction = Math.sqrt(Math.max(0, 1 - to - sigma ** 2));
  return x.map((value, axis) => {
    const original = (value - Math.sqrt(1 - from) * epsilon[axis]!) / Math.sqrt(from);
    const kept = Math.sqrt(to) * original + direction * epsilon[axis]!;
    return sigma > 0 ? kept + sigma * noise() : kept;
  });
}

export interface Sampling {
  /** How many paths, each with its own stream of noise. */
  count: number;
  dimensions: number;
  steps: number;
  /** 0: DDIM, no fresh noise. 1: DDPM. */
  eta: number;
  seed: number;
}

/** Paths from noise to data. The same seed begins at the same noise, whatever the sampler and its steps. */
export function reversePaths(predict: Predict, { count, dimensions, steps, eta, seed }: Sampling): Path[] {
  const times = samplingTimes(steps);
  const noises = Array.from({ length: count }, (_, index) => normal(seed, index));
  const paths = noises.map((noise) => [Array.from({ length: dimensions }, noise)]);
  for (let step = 0; step < steps; step++) {
    const from = alphaBarAt(times[step]!);
    const to = alphaBarAt(times[step + 1]!);
    paths.forEach((points, index) => {
      const x = points.at(-1)!;
      points.push(stepBack(x, predict(x, from), { from, to, eta }, noises[index]!));
    });
  }
  return paths.map((points) => ({ times, points }));
}

/** Paths of the forward process from the given data: the Markov chain, looked at `looks` times. */
export function forwardPaths(data: readonly Point[], looks: number, seed: number): Path[] {
  const times = samplingTimes(looks).reverse();
  return data.map((start, index) => {
    const noise = normal(seed, index);
    let x = start;
    const points = [x];
    for (let look = 0; look < looks; look++) {
      // From one look to the next the chain keeps this share of the variance and fills the rest with noise.
      const kept = alphaBarAt(times[look + 1]!) / alphaBarAt(times[look]!);
      x = x.map((value) => Math.sqrt(kept) * value + Math.sqrt(1 - kept) * noise());
      points.push(x);
    }
    return { times, points };
  });
}

/** Where a path stands at a time; between two of its times, on the straight line between them. */
export function pointAt({ times, points }: Path, time: number): Point {
  const rising = times[0]! < times.at(-1)!;
  const next = times.findIndex((one) => (rising ? one >= time : one <= time));
  if (next < 0) return points.at(-1)!;
  if (next === 0) return points[0]!;
  const [a, b] = [times[next - 1]!, times[next]!];
  const share = (time - a) / (b - a);
  return points[next]!.map((value, axis) => {
    const before = points[next - 1]![axis]!;
    return before + share * (value - before);
  });
}

/** The part of a path from its beginning up to a time, the point at that time included. */
export function until(path: Path, time: number): Path {
  const rising = path.times[0]! < path.times.at(-1)!;
  const passed = path.times.filter((one) => (rising ? one < time : one > time)).length;
  return {
    times: [...path.times.slice(0, passed), time],
    points: [...path.points.slice(0, passed), pointAt(path, time)],
  };
}

/** Where the samples of a path end. */
export const ends = (paths: readonly Path[]): Point[] => paths.map(({ points }) => points.at(-1)!);
