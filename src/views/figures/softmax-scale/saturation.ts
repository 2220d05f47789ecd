import { dot, softmax } from '../attention/attention.ts';
import { normal } from '../random.ts';

/** The keys that one query is compared with. */
export const keys = 8;
/** The widths that can be chosen. */
export const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;
const draws = 200;

/** Dot products of a random query with eight random keys, all components independent with mean 0 and variance 1. */
export function randomProducts(width: number, seed: number): number[] {
  const next = normal(seed, width);
  const vector = () => Array.from({ length: width }, next);
  const query = vector();
  return Array.from({ length: keys }, () => dot(query, vector()));
}

/** Weights of the eight keys, with the products divided by the root of the width or as they are. */
export function weightsAt(width: number, seed: number, scaled: boolean): number[] {
  const scale = scaled ? Math.sqrt(width) : 1;
  return softmax(randomProducts(width, seed).map((product) => product / scale));
}

/** Standard deviation of many random dot products of a width. Theory: the root of the width. */
export function spreadAt(width: number): number {
  const products = Array.from({ length: draws }, (_, draw) => randomProducts(width, 1000 + draw)).flat();
  const mean = products.reduce((sum, product) => sum + product, 0) / products.length;
  return Math.sqrt(products.reduce((sum, product) => sum + (product - mean) ** 2, 0) / products.length);
}

/** The mean over many draws of the largest of the eight weights; even attention would give 1/8. */
export function meanLargestWeight(width: number, scaled: boolean): number {
  const largest = Array.from({ length: draws }, (_, draw) =>
    Math.max(...weightsAt(width, 1000 + draw, scaled)),
  );
  return largest.reduce((sum, weight) => sum + weight, 0) / draws;
}
