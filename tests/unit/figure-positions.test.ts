import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dot } from '../../src/views/figures/attention/attention.ts';
import {
  alibiBias,
  alibiSlopes,
  frequencies,
  pairProducts,
  rotate,
  sinusoid,
} from '../../src/views/figures/positions/encodings.ts';
import figure from '../../src/views/figures/positions/figure.tsx';
import { methods } from '../../src/views/figures/positions/methods.ts';

const position = fc.integer({ min: 0, max: 2000 });
const component = fc.double({ min: -3, max: 3, noNaN: true });
const vector = fc.array(component, { minLength: 8, maxLength: 8 });

/** The block-diagonal matrix that turns pairs of neighbours, written out whole: independent of `rotate`. */
function matrixOf(angle: (pair: number) => number, width: number): number[][] {
  const matrix = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  for (let pair = 0; pair < width / 2; pair++) {
    const [a, b] = [2 * pair, 2 * pair + 1];
    matrix[a]![a] = matrix[b]![b] = Math.cos(angle(pair));
    matrix[a]![b] = -Math.sin(angle(pair));
    matrix[b]![a] = Math.sin(angle(pair));
  }
  return matrix;
}
const times = (matrix: readonly number[][], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, index) => sum + value * vector[index]!, 0));
function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 8));
}

describe('sinusoidal encodings', () => {
  test('of width 4 at positions 0 to 2, from a table of sines and cosines', () => {
    expect(sinusoid(0, 4)).toEqual([0, 1, 0, 1]);
    expectClose(sinusoid(1, 4), [0.8414709848, 0.5403023059, 0.0099998333, 0.9999500004]);
    expectClose(sinusoid(2, 4), [0.9092974268, -0.4161468365, 0.0199986667, 0.9998000067]);
  });

  test('a shift by any distance is one fixed linear map, whatever the position', () => {
    fc.assert(
      fc.property(position, position, (start, shift) => {
        // Sine before cosine, so the map turns the other way round than the one of a plane.
        const map = matrixOf((pair) => -shift / 10000 ** (pair / 4), 8);
        expectClose(times(map, sinusoid(start, 8)), sinusoid(start + shift, 8));
      }),
    );
  });

  test('their product is the sum of the cosines of distance times frequency', () => {
    fc.assert(
      fc.property(position, position, (m, n) => {
        const sum = [1, 0.1, 0.01, 0.001].reduce((all, w) => all + Math.cos((m - n) * w), 0);
        expect(dot(sinusoid(m, 8), sinusoid(n, 8))).toBeCloseTo(sum, 8);
      }),
    );
  });

  test('wavelengths run from 2π to nearly 10000 · 2π', () => {
    const all = frequencies(512);
    expect(all[0]).toBe(1);
    expect(1 / all.at(-1)!).toBeGreaterThan(9600);
    expect(1 / all.at(-1)!).toBeLessThan(10000);
  });
});

describe('rotary positions', () => {
  test('rotation is the matrix of the paper', () => {
    fc.assert(
      fc.property(vector, position, (x, m) => {
        expectClose(
          rotate(x, m),
          times(
            matrixOf((pair) => m * 10000 ** (-pair / 4), 8),
            x,
          ),
        );
      }),
    );
  });

  test('the product depends on the distance only', () => {
    fc.assert(
      fc.property(vector, vector, position, position, position, (q, k, m, n, shift) => {
        const here = dot(rotate(q, m), rotate(k, n));
        expect(dot(rotate(q, m + shift), rotate(k, n + shift))).toBeCloseTo(here, 6);
        expect(dot(rotate(q, m - n), k)).toBeCloseTo(here, 6);
      }),
    );
  });

  test('and does depend on it: a quarter turn of two equal hands leaves nothing', () => {
    expect(dot(rotate([1, 0], 0), rotate([1, 0], 0))).toBe(1);
    expect(dot(rotate([1, 0], Math.PI / 2), rotate([1, 0], 0))).toBeCloseTo(0, 12);
  });

  test('lengths stay, and the pairs add up to the product', () => {
    fc.assert(
      fc.property(vector, vector, position, (a, b, m) => {
        expect(dot(rotate(a, m), rotate(a, m))).toBeCloseTo(dot(a, a), 6);
        expect(pairProducts(a, b).reduce((sum, value) => sum + value, 0)).toBeCloseTo(dot(a, b), 8);
      }),
    );
  });
});

describe('ALiBi', () => {
  test('slopes as published for 8 and 16 heads', () => {
    expect(alibiSlopes(8)).toEqual([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128, 1 / 256]);
    const sixteen = alibiSlopes(16);
    expect(sixteen[0]).toBeCloseTo(1 / Math.SQRT2, 12);
    expect(sixteen[2]).toBeCloseTo(1 / 2 ** 1.5, 12);
    expect(sixteen.at(-1)).toBe(1 / 256);
    // Of 16 heads every second slope is one of 8 heads, the others are the geometric means between them.
    sixteen.forEach((slope, i) => {
      if (i % 2 === 1) expect(slope).toBeCloseTo(alibiSlopes(8)[(i - 1) / 2]!, 12);
      else if (i > 0) expect(slope).toBeCloseTo(Math.sqrt(sixteen[i - 1]! * sixteen[i + 1]!), 12);
    });
  });

  test('the last row of the bias is m · [−(i − 1), …, −2, −1, 0]', () => {
    expect([0, 1, 2, 3].map((key) => alibiBias(0.5, 3, key))).toEqual([-1.5, -1, -0.5, 0]);
  });
});

test('in the figure all numbers but the untrained table’s stay when both positions move', () => {
  for (const { id, at } of methods) {
    const values = [0, 1, 2, 3, 4, 5].map((key) => at(key + 4, key, 2));
    const spread = Math.max(...values) - Math.min(...values);
    if (id === 'learned') expect(spread).toBeGreaterThan(0.5);
    else expect(spread).toBeLessThan(1e-9);
  }
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  const states = fc.record({
    key: fc.integer({ min: 0, max: 5 }),
    distance: fc.integer({ min: 0, max: 6 }),
    head: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const written = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
      expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual(state);
    }),
  );
  expect(figure.read(new URLSearchParams('key=6&distance=-1&head=0'))).toEqual(figure.initial);
  expect(figure.read(new URLSearchParams('key=&distance=1.5&head=<b>'))).toEqual(figure.initial);
});

test('the description names the pair and the slope', () => {
  expect(figure.describe({ key: 1, distance: 2, head: 1 }, undefined)).toMatch(
    /position 3, key at position 1, distance 2\..*ALiBi adds −1\.000 in head 1, of slope 1\/2/,
  );
});
