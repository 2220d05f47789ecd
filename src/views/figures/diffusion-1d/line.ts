import type { Mixture } from '../diffusion/mixture.ts';
import { logDensity, noised, score } from '../diffusion/mixture.ts';
import { lastAnswer } from '../diffusion/last-answer.ts';
import { drawData } from '../diffusion/data.ts';
import { ends, forwardPaths, perfectNetwork, reversePaths, type Path } from '../diffusion/paths.ts';
import { alphaBarAt } from '../diffusion/schedule.ts';

/** The data: a quarter around −1.4, three quarters around 0.8. */
export const line: Mixture = [
  { weight: 1, mean: [-1.4], sd: 0.2 },
  { weight: 3, mean: [0.8], sd: 0.3 },
];

/** Between the two bumps; what lies below counts to the lower one. */
export const gap = -0.6;
/** The part of the line that is drawn. */
export const reach = 2.8;
/** How many samples are counted, and how many of their paths are drawn. */
export const counted = 400;
export const drawn = 12;

export type Way = 'forward' | 'ddpm' | 'ddim';

export interface Question {
  way: Way;
  steps: number;
  seed: number;
}

/** The paths of `counted` points, from data to noise or back. */
export const pathsOf = lastAnswer(({ way, steps, seed }: Question): Path[] =>
  way === 'forward'
    ? forwardPaths(mixed(drawData(line, counted, seed)), 50, seed)
    : reversePaths(perfectNetwork(line), {
        count: counted,
        dimensions: 1,
        steps,
        eta: way === 'ddpm' ? 1 : 0,
        seed,
      }),
);

/** The same points in an order that shows both bumps among the first few: every 37th, round and round. */
function mixed<Item>(items: readonly Item[]): Item[] {
  return items.map((_, index) => items[(index * 37) % items.length]!);
}

/** The share of points in the lower bump. */
export function lowerShare(points: readonly (readonly number[])[]): number {
  return points.filter(([x]) => x! < gap).length / points.length;
}

/** The share of the data that the paths begin with (forward) or end in (back) that is in the lower bump. */
export function lowerShareOf(question: Question): number {
  const paths = pathsOf(question);
  return lowerShare(question.way === 'forward' ? paths.map(({ points }) => points[0]!) : ends(paths));
}

/** Density at each of `rows` middles of equal cells between −reach and reach, from above to below, at a time. */
export function densities(time: number, rows: number): number[] {
  const mixture = noised(line, alphaBarAt(time));
  return cellMiddles(rows).map((x) => Math.exp(logDensity(mixture, [x])));
}

/** The score at the same places. */
export function scores(time: number, rows: number): number[] {
  const mixture = noised(line, alphaBarAt(time));
  return cellMiddles(rows).map((x) => score(mixture, [x])[0]!);
}

/** The middles of `rows` equal cells, from `reach` down to −`reach`. */
export function cellMiddles(rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => reach - ((row + 0.5) * 2 * reach) / rows);
}
