import fc from 'fast-check';
import { expect, test } from 'vitest';
import figure, { said } from '../../src/views/figures/scaling/figure.tsx';
import { best, fits, loss, operations } from '../../src/views/figures/scaling/law.ts';

test('the law, written out for Chinchilla and Gopher', () => {
  expect(loss(70e9, 1.4e12)).toBeCloseTo(1.69 + 406.4 / 70e9 ** 0.34 + 410.7 / 1.4e12 ** 0.28, 12);
  expect(loss(70e9, 1.4e12)).toBeLessThan(loss(280e9, 300e9));
  expect(operations(70e9, 1.4e12) / 5.88e23).toBeCloseTo(1, 10);
});

test('the best split spends the budget and beats every other, by a fine search', () => {
  for (const power of [19, 21, 23.75, 26]) {
    const budget = 10 ** power;
    const { parameters, tokens } = best(budget);
    expect(operations(parameters, tokens) / budget).toBeCloseTo(1, 10);
    let [least, at] = [Infinity, 0];
    for (let size = 6; size < 14; size += 0.0005) {
      const value = loss(10 ** size, budget / 6 / 10 ** size);
      if (value < least) [least, at] = [value, size];
    }
    expect(Math.log10(parameters)).toBeCloseTo(at, 2);
    expect(loss(parameters, tokens)).toBeLessThanOrEqual(least + 1e-12);
  }
});

test('exponents of the best size and data are those of the paper, 0.46 and 0.54 within rounding', () => {
  const [small, large] = [best(1e20), best(1e22)];
  expect(Math.log10(large.parameters / small.parameters) / 2).toBeCloseTo(0.28 / 0.62, 10);
  expect(Math.log10(large.tokens / small.tokens) / 2).toBeCloseTo(0.34 / 0.62, 10);
  expect(Math.abs(0.28 / 0.62 - 0.46)).toBeLessThan(0.01);
});

test('counts as people say them', () => {
  expect([70e9, 1.4e12, 10e6].map(said)).toEqual(['70B', '1.4T', '10M']);
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  const states = fc.record({
    budget: fc.integer({ min: 76, max: 104 }).map((steps) => steps / 4),
    size: fc.integer({ min: 28, max: 52 }).map((steps) => steps / 4),
    fit: fc.constantFrom('published' as const, 'refitted' as const),
  });
  fc.assert(
    fc.property(states, (state) => {
      const written = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
      expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual(state);
    }),
  );
  expect(figure.read(new URLSearchParams('budget=30&size=7.1&fit=x'))).toEqual(figure.initial);
});

test('the description gives the loss of the law', () => {
  const text = figure.describe({ budget: 21, size: 9, fit: 'published' }, undefined);
  expect(text).toContain(`a loss of ${loss(1e9, 1e12 / 6).toFixed(3)}.`);
  expect(text).toContain('1B parameters can read 167B tokens');
});

test('fitted anew, the best size of Chinchilla’s budget is near 70B and 20 tokens a parameter; rounded, it is not', () => {
  const budget = operations(70e9, 1.4e12);
  const anew = best(budget, fits.refitted);
  expect(anew.parameters).toBeGreaterThan(60e9);
  expect(anew.parameters).toBeLessThan(80e9);
  expect(anew.tokens / anew.parameters).toBeGreaterThan(15);
  expect(anew.tokens / anew.parameters).toBeLessThan(25);
  expect(best(budget).parameters).toBeLessThan(40e9);
  // Exponents 0.51 and 0.49, as the paper's first two ways of estimating have them.
  expect(fits.refitted.beta / (fits.refitted.alpha + fits.refitted.beta)).toBeCloseTo(0.5126, 3);
});
