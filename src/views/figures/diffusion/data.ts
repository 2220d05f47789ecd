import { normal } from '../random.ts';
import type { Mixture } from './mixture.ts';

/** As many points of a mixture as asked for, their numbers in proportion to the weights, in the mixture's order. */
export function drawData(mixture: Mixture, count: number, seed: number): number[][] {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  return mixture.flatMap(({ weight, mean, sd }, index) => {
    const from = Math.round((count * before) / total);
    before += weight;
    const to = Math.round((count * before) / total);
    const noise = normal(seed, 7000 + index);
    return Array.from({ length: to - from }, () => mean.map((value) => value + sd * noise()));
  });
}
