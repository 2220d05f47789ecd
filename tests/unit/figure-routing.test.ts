import fc from 'fast-check';
import { expect, test } from 'vitest';
import figure from '../../src/views/figures/routing/figure.tsx';
import {
  balanceLoss,
  capacityOf,
  loads,
  randomLogits,
  route,
} from '../../src/views/figures/routing/router.ts';

const logits = fc.array(
  fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 }),
  { minLength: 1, maxLength: 20 },
);

test('capacity as in the paper: tokens over experts, times the factor', () => {
  expect(capacityOf(16, 4, 1)).toBe(4);
  expect(capacityOf(16, 4, 1.25)).toBe(5);
  expect(capacityOf(6, 3, 1.5)).toBe(3);
});

test('tokens go to the likeliest expert, in order, and past it when it is full', () => {
  const routed = route(
    [
      [2, 0],
      [3, 0],
      [0, 1],
      [1, 0],
    ],
    2,
  );
  expect(routed.map(({ expert }) => expert)).toEqual([0, 0, 1, 0]);
  expect(routed.map(({ dropped }) => dropped)).toEqual([false, false, false, true]);
});

test('no expert takes more than its room, and none is refused while there is room', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: 0, max: 8 }), (rows, capacity) => {
      const routed = route(rows, capacity);
      for (let index = 0; index < 4; index++) {
        const own = routed.filter(({ expert }) => expert === index);
        expect(own.filter(({ dropped }) => !dropped)).toHaveLength(Math.min(own.length, capacity));
      }
    }),
  );
});

test('the loss is 1 under even load, the number of experts if all goes to one, and below 1 where f and P disagree', () => {
  const quarter = [0.25, 0.25, 0.25, 0.25];
  expect(balanceLoss({ f: quarter, p: quarter })).toBe(1);
  expect(balanceLoss({ f: [1, 0, 0, 0], p: [1, 0, 0, 0] })).toBe(4);
  // The chapter's example: two experts, f = (2/3, 1/3), P = (0.4, 0.6).
  expect(balanceLoss({ f: [2 / 3, 1 / 3], p: [0.4, 0.6] })).toBeCloseTo(0.9333, 4);
});

test('f and P are shares, and the loss is the sum written out token by token', () => {
  fc.assert(
    fc.property(logits, (rows) => {
      const routed = route(rows, 99);
      const load = loads(routed, 4);
      for (const shares of [load.f, load.p]) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
      let sum = 0;
      for (const a of routed) for (const b of routed) sum += b.probabilities[a.expert]!;
      expect(balanceLoss(load)).toBeCloseTo((4 * sum) / rows.length ** 2, 10);
    }),
  );
});

test('a favoured expert gets more, and the loss rises with it', () => {
  const at = (favour: number) => loads(route(randomLogits(16, 4, favour, 2), 5), 4);
  expect(at(4).f[0]!).toBeGreaterThan(at(0).f[0]!);
  expect(balanceLoss(at(4))).toBeGreaterThan(balanceLoss(at(0)));
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  const states = fc.record({
    favour: fc.integer({ min: 0, max: 16 }).map((steps) => steps / 4),
    factor: fc.integer({ min: 2, max: 8 }).map((steps) => steps / 4),
    seed: fc.integer({ min: 0, max: 999 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const written = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
      expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual(state);
    }),
  );
  expect(figure.read(new URLSearchParams('favour=9&factor=0.3&seed=x'))).toEqual(figure.initial);
});

test('the description counts as the router does', () => {
  const text = figure.describe({ favour: 0, factor: 2, seed: 5 }, undefined);
  const sent = text
    .match(/sends (\d+), (\d+), (\d+) and (\d+)/)!
    .slice(1)
    .map(Number);
  expect(sent.reduce((a, b) => a + b, 0)).toBe(16);
  expect(text).toContain('Each has room for 8');
});
