import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uniform } from '../../src/views/figures/random.ts';
import figure from '../../src/views/figures/sampling/figure.tsx';
import { entropy, filtered, pick } from '../../src/views/figures/sampling/filters.ts';
import { bounds, places } from '../../src/views/figures/sampling/sampling-state.ts';

const off = { temperature: 1, topK: 99, topP: 1 };
const logits = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 10 });
const settings = fc.record({
  temperature: fc.double({ min: 0.1, max: 2, noNaN: true }),
  topK: fc.integer({ min: 1, max: 12 }),
  topP: fc.double({ min: 0.05, max: 1, noNaN: true }),
});
/** Logits whose probabilities are these. */
const logs = (...probabilities: number[]) => probabilities.map(Math.log);
const after = (values: number[], part: Partial<typeof off>) =>
  filtered(values, { ...off, ...part }).map((outcome) => outcome.after);
function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 10));
}

describe('filters', () => {
  test('worked by hand', () => {
    expectClose(after(logs(0.5, 0.3, 0.2), {}), [0.5, 0.3, 0.2]);
    // Half the temperature squares the probabilities: 25 : 9 : 4.
    expectClose(after(logs(0.5, 0.3, 0.2), { temperature: 0.5 }), [25 / 38, 9 / 38, 4 / 38]);
    expectClose(after(logs(0.5, 0.3, 0.2), { topK: 2 }), [0.625, 0.375, 0]);
    expectClose(after(logs(0.2, 0.5, 0.3), { topP: 0.5 }), [0, 1, 0]);
    expectClose(after(logs(0.5, 0.3, 0.2), { topP: 0.51 }), [0.625, 0.375, 0]);
    expectClose(after(logs(0.5, 0.3, 0.2), { topP: 0.8 }), [0.625, 0.375, 0]);
  });

  test('the order matters: top-p measures what top-k left', () => {
    // Alone, 0.6 needs two of these; after top-k 2 the first has 0.625 and is enough.
    expectClose(after(logs(0.5, 0.3, 0.2), { topP: 0.6 }), [0.625, 0.375, 0]);
    expectClose(after(logs(0.5, 0.3, 0.2), { topK: 2, topP: 0.6 }), [1, 0, 0]);
  });

  test('the nucleus is the smallest set that reaches p, by brute force over all subsets', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (values, topP) => {
        const outcomes = filtered(values, { ...off, topP });
        const sizes: number[] = [];
        for (let set = 1; set < 2 ** values.length; set++) {
          const members = outcomes.filter((_, index) => set & (1 << index));
          const mass = members.reduce((sum, { before }) => sum + before, 0);
          if (mass >= topP - 1e-12) sizes.push(members.length);
        }
        expect(outcomes.filter(({ cut }) => cut === undefined)).toHaveLength(Math.min(...sizes));
      }),
      { numRuns: 50 },
    );
  });

  test('whatever the settings: one token at least, a sum of one, the order and ratios of the tempered kept', () => {
    fc.assert(
      fc.property(logits, settings, (values, chosen) => {
        const outcomes = filtered(values, chosen);
        const kept = outcomes.filter(({ cut }) => cut === undefined);
        expect(kept.length).toBeGreaterThanOrEqual(1);
        expect(kept.length).toBeLessThanOrEqual(chosen.topK);
        expect(outcomes.reduce((sum, outcome) => sum + outcome.after, 0)).toBeCloseTo(1, 10);
        const [one] = kept;
        for (const outcome of kept)
          expect(outcome.after * one!.tempered).toBeCloseTo(one!.after * outcome.tempered, 10);
        const least = Math.min(...kept.map(({ tempered }) => tempered));
        for (const { cut, tempered } of outcomes)
          if (cut) expect(tempered).toBeLessThanOrEqual(least + 1e-12);
      }),
    );
  });
});

test('entropy of even and of certain choices', () => {
  expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(2, 12);
  expect(entropy([1, 0])).toBe(0);
});

test('draws come in the shares of the distribution', () => {
  const next = uniform(5);
  const counts = [0, 0, 0];
  for (let draw = 0; draw < 20000; draw++) counts[pick([0.5, 0, 0.5], next())]!++;
  expect(counts[1]).toBe(0);
  expect(Math.abs(counts[0]! / 20000 - 0.5)).toBeLessThan(0.02);
  expect(pick([0.3, 0.7, 0], 0.9999999999999999)).toBe(1);
});

test('each place has ten tokens and logits, the likeliest first', () => {
  for (const { tokens, logits: values } of Object.values(places)) {
    expect(tokens).toHaveLength(10);
    expect(values.toSorted((a, b) => b - a)).toEqual([...values]);
  }
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  const stepped = (name: 'temperature' | 'topP') => {
    const { min, max, step } = bounds[name];
    return fc
      .integer({ min: Math.round(min / step), max: Math.round(max / step) })
      .map((steps) => Number((steps * step).toFixed(2)));
  };
  const states = fc.record({
    place: fc.constantFrom('narrow' as const, 'wide' as const),
    temperature: stepped('temperature'),
    topK: fc.integer({ min: 1, max: 10 }),
    topP: stepped('topP'),
    seed: fc.integer({ min: 0, max: 999 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const written = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
      expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual(state);
    }),
  );
  expect(figure.read(new URLSearchParams('place=far&temperature=0&topK=2.5&topP=1.2&seed=-1'))).toEqual(
    figure.initial,
  );
  expect(figure.read(new URLSearchParams('temperature=0.12&topK=&topP=x'))).toEqual(figure.initial);
});

test('the description gives the numbers that a softmax written out gives', () => {
  const { logits: values } = places.narrow;
  const total = values.reduce((sum: number, logit) => sum + Math.exp(logit), 0);
  const paris = `${((100 * Math.exp(values[0])) / total).toFixed(1)} %`;
  const text = figure.describe({ ...figure.initial, place: 'narrow', topP: 0.5 }, undefined);
  expect(text).toContain('1 of 10 tokens can be drawn. Paris has 100.0 %');
  expect(text).toContain(`${paris} before`);
});
