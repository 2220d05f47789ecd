import { lastAnswer } from '../diffusion/last-answer.ts';
import { ofClass, likeliestClass, type Mixture, type Point } from '../diffusion/mixture.ts';
import { drawData } from '../diffusion/data.ts';
import {
  ends,
  forwardPaths,
  perfectNetwork,
  reversePaths,
  type Path,
  type Predict,
} from '../diffusion/paths.ts';

/** Three classes of equal weight. A has an outer and an inner bump, and the inner one lies between B and C. */
export const plane: Mixture = [
  { weight: 1, mean: [0, 1.4], sd: 0.3, label: 'A' },
  { weight: 1, mean: [0, 0.1], sd: 0.3, label: 'A' },
  { weight: 2, mean: [-1.2, -0.7], sd: 0.35, label: 'B' },
  { weight: 2, mean: [1.2, -0.7], sd: 0.35, label: 'C' },
];

export const classes = ['A', 'B', 'C'] as const;
/** The plane is drawn from −reach to reach in both directions. */
export const reach = 2.8;
/** How many points there are, and how many leave a trail. */
export const count = 150;
export const trails = 14;
/** Half-way between the two bumps of A: what lies below is nearer to the inner one. */
export const waist = 0.75;

export type Way = 'forward' | 'ddpm' | 'ddim';
export type Target = 'none' | (typeof classes)[number];

export interface Question {
  way: Way;
  target: Target;
  /** The guidance scale s: 1 is the class itself. Without a target it says nothing. */
  scale: number;
  steps: number;
  seed: number;
}

export interface Cloud {
  paths: Path[];
  /** The class of each point: the one it was drawn from (forward), or the likeliest where it ends (back). */
  labels: (string | undefined)[];
}

/** What a perfect network would answer for this target and scale. */
export function networkOf({ target, scale }: Pick<Question, 'target' | 'scale'>): Predict {
  return target === 'none' ? perfectNetwork(plane) : perfectNetwork(plane, ofClass(plane, target), scale);
}

/** The data that the samples should look like: all of them, or those of the class. */
export function dataOf(target: Target): Mixture {
  return target === 'none' ? plane : ofClass(plane, target);
}

export const cloudOf = lastAnswer(({ way, target, scale, steps, seed }: Question): Cloud => {
  if (way === 'forward') {
    const data = mixed(drawData(dataOf(target), count, seed));
    return { paths: forwardPaths(data, 50, seed), labels: data.map((x) => likeliestClass(plane, x)) };
  }
  const eta = way === 'ddpm' ? 1 : 0;
  const paths = reversePaths(networkOf({ target, scale }), { count, dimensions: 2, steps, eta, seed });
  return { paths, labels: ends(paths).map((x) => likeliestClass(plane, x)) };
});

/** The same points in an order in which the first few come from everywhere. */
function mixed<Item>(items: readonly Item[]): Item[] {
  return items.map((_, index) => items[(index * 11) % items.length]!);
}

export interface Summary {
  /** Shares of the classes A, B, C. */
  shares: number[];
  /** The share of points nearer to the inner bump of A than to the outer one, among those of A. */
  inner: number;
  mean: number[];
  sd: number[];
}

/** Shares, mean and standard deviation of points. */
export function summaryOf(points: readonly Point[]): Summary {
  const labels = points.map((x) => likeliestClass(plane, x));
  const ofA = points.filter((_, index) => labels[index] === 'A');
  const mean = [0, 1].map((axis) => points.reduce((sum, x) => sum + x[axis]!, 0) / points.length);
  return {
    shares: classes.map((label) => labels.filter((one) => one === label).length / points.length),
    inner: ofA.filter(([, y]) => y! < waist).length / Math.max(1, ofA.length),
    mean,
    sd: [0, 1].map((axis) =>
      Math.sqrt(points.reduce((sum, x) => sum + (x[axis]! - mean[axis]!) ** 2, 0) / points.length),
    ),
  };
}

/** Mean and standard deviation of the data themselves along an axis. */
export function exactMoments(mixture: Mixture, axis: number): { mean: number; sd: number } {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  const average = (f: (index: number) => number) =>
    mixture.reduce((sum, { weight }, index) => sum + (weight / total) * f(index), 0);
  const mean = average((index) => mixture[index]!.mean[axis]!);
  const square = average((index) => mixture[index]!.sd ** 2 + mixture[index]!.mean[axis]! ** 2);
  return { mean, sd: Math.sqrt(square - mean ** 2) };
}
