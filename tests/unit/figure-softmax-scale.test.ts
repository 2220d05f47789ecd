import { expect, test } from 'vitest';
import { normal, uniform } from '../../src/views/figures/random.ts';
import figure from '../../src/views/figures/softmax-scale/figure.tsx';
import {
  meanLargestWeight,
  randomProducts,
  spreadAt,
  weightsAt,
  widths,
} from '../../src/views/figures/softmax-scale/saturation.ts';

test('random numbers are the same for a seed and have the moments they should have', () => {
  const draw = (seed: number) => Array.from({ length: 20000 }, normal(seed));
  expect(draw(5).slice(0, 3)).toEqual(draw(5).slice(0, 3));
  expect(draw(5)[0]).not.toBe(draw(6)[0]);
  const numbers = draw(1);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  // The first numbers of mulberry32 for seed 1, from the generator's reference implementation in C.
  const first = Array.from({ length: 2 }, uniform(1));
  expect(first.map((number) => Math.floor(number * 2 ** 32))).toEqual([2693262067, 11749833]);
});

test('products spread as the root of the width', () => {
  for (const width of widths)
    expect(Math.abs(spreadAt(width) / Math.sqrt(width) - 1), String(width)).toBeLessThan(0.12);
});

test('the softmax saturates with the width, and not once the products are scaled', () => {
  const plain = widths.map((width) => meanLargestWeight(width, false));
  const scaled = widths.map((width) => meanLargestWeight(width, true));
  expect(plain.at(-1)).toBeGreaterThan(0.9);
  expect(Math.max(...scaled)).toBeLessThan(0.5);
  for (const index of [2, 4, 6, 8]) expect(plain[index]!).toBeGreaterThan(plain[index - 2]!);
});

test('at width 1 scaling changes nothing', () => {
  expect(weightsAt(1, 7, true)).toEqual(weightsAt(1, 7, false));
  expect(randomProducts(1, 7)).toHaveLength(8);
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  for (const width of widths)
    for (const seed of [0, 3, 999]) {
      const written = Object.entries(figure.write({ width, seed })).filter(
        ([, value]) => value !== undefined,
      );
      expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual({ width, seed });
    }
  expect(figure.read(new URLSearchParams('width=3&seed=-1'))).toEqual(figure.initial);
  expect(figure.read(new URLSearchParams('width=&seed=1.5'))).toEqual(figure.initial);
});
