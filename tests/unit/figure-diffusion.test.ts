import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import line from '../../src/views/figures/diffusion-1d/figure.tsx';
import { lowerShareOf, pathsOf } from '../../src/views/figures/diffusion-1d/line.ts';
import plane from '../../src/views/figures/diffusion-2d/figure.tsx';
import {
  cloudOf,
  exactMoments,
  plane as mixture,
  summaryOf,
} from '../../src/views/figures/diffusion-2d/plane.ts';
import process from '../../src/views/figures/diffusion-process/figure.tsx';
import { pixelsOf, signNames, stripOf, times } from '../../src/views/figures/diffusion-process/signs.ts';
import { ends } from '../../src/views/figures/diffusion/paths.ts';
import { parametersOf, withParameters, type AnyFigure } from '../../src/views/figures/figure.ts';

const seed = fc.integer({ min: 1, max: 999 });
const time = fc.integer({ min: 0, max: 100 }).map((tenth) => tenth * 10);
const way = fc.constantFrom('forward', 'ddpm', 'ddim');

const states: [string, AnyFigure, fc.Arbitrary<object>][] = [
  ['diffusion-process', process, fc.record({ seed })],
  ['diffusion-1d', line, fc.record({ time, way, steps: fc.constantFrom(5, 10, 20, 50, 100), seed })],
  [
    'diffusion-2d',
    plane,
    fc.record({
      time,
      way,
      target: fc.constantFrom('none', 'A', 'B', 'C'),
      scale: fc.integer({ min: 0, max: 16 }).map((half) => half / 2),
      steps: fc.constantFrom(5, 10, 20, 50),
      seed,
      arrows: fc.boolean(),
    }),
  ],
];

describe.each(states)('the state of %s', (name, figure, anyState) => {
  test('comes back from its address', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const address = withParameters(name, figure.write(state), new URLSearchParams('q=x'));
        expect(figure.read(parametersOf(name, address))).toEqual(state);
      }),
    );
  });

  test('is the initial one where an address says nothing, or nonsense', () => {
    expect(figure.read(new URLSearchParams())).toEqual(figure.initial);
    expect(figure.write(figure.initial)).toEqual({});
    const nonsense = Object.fromEntries(Object.keys(figure.initial).map((key) => [key, 'x-1e999']));
    expect(figure.read(new URLSearchParams(nonsense))).toEqual(figure.initial);
    expect(
      figure.read(new URLSearchParams({ seed: '-3', time: '5000', scale: '9', steps: '7', way: '' })),
    ).toEqual(figure.initial);
  });
});

describe('one dimension', () => {
  test('says the factors of data and noise at its time', () => {
    // ᾱ at time 250, multiplied up here.
    let bar = 1;
    for (let step = 0; step < 250; step++) bar *= 1 - (1e-4 + ((0.02 - 1e-4) * step) / 999);
    const text = line.describe({ ...line.initial, time: 250 }, undefined);
    expect(text).toContain(`ᾱ is ${bar.toFixed(3)}`);
    expect(text).toContain(`${Math.sqrt(1 - bar).toFixed(3)} of noise`);
  });

  test('few steps give the smaller bump less than its quarter, many steps give it back', () => {
    for (const sampler of ['ddpm', 'ddim'] as const) {
      const mean = (steps: number) =>
        [1, 2, 3, 4].reduce((sum, one) => sum + lowerShareOf({ way: sampler, steps, seed: one }) / 4, 0);
      expect(mean(5)).toBeLessThan(0.21);
      expect(Math.abs(mean(50) - 0.25)).toBeLessThan(0.03);
    }
  });

  test('forward, a quarter of the points begins in the smaller bump', () => {
    expect(lowerShareOf({ way: 'forward', steps: 50, seed: 3 })).toBeCloseTo(0.25, 2);
    expect(pathsOf({ way: 'forward', steps: 50, seed: 3 })[0]!.times[0]).toBe(0);
  });
});

describe('two dimensions', () => {
  const summary = (scale: number, way: 'ddpm' | 'ddim', target: 'none' | 'A' = 'A') =>
    summaryOf(ends(cloudOf({ way, target, scale, steps: 50, seed: 2 }).paths));

  test('without a class the classes come in equal parts, as the data do', () => {
    for (const share of summary(1, 'ddim', 'none').shares) expect(Math.abs(share - 1 / 3)).toBeLessThan(0.09);
  });

  test('scale 0 leaves the class out of account', () => {
    expect(summary(0, 'ddim')).toEqual(summary(5, 'ddim', 'none'));
  });

  test('scale 1 draws the class as it is, more draws it away from the others and narrower', () => {
    const [plain, strong] = [summary(1, 'ddim'), summary(4, 'ddim')];
    expect(plain.shares[0]).toBeGreaterThan(0.93);
    expect(Math.abs(plain.inner - 0.5)).toBeLessThan(0.12);
    expect(strong.inner).toBeLessThan(0.05);
    expect(strong.mean[1]).toBeGreaterThan(1.4);
    expect(strong.sd[1]).toBeLessThan(0.3);
  });

  test('DDPM and DDIM agree without guidance and part with it', () => {
    expect(Math.abs(summary(1, 'ddpm').inner - summary(1, 'ddim').inner)).toBeLessThan(0.15);
    expect(summary(4, 'ddpm').mean[1]!).toBeLessThan(summary(4, 'ddim').mean[1]! - 0.1);
  });

  test('the moments of the data are those of the text', () => {
    expect(exactMoments(mixture.slice(0, 2), 1).mean).toBeCloseTo(0.75, 12);
    expect(exactMoments(mixture.slice(0, 2), 1).sd).toBeCloseTo(Math.sqrt(0.09 + 0.65 ** 2), 12);
  });
});

describe('signs', () => {
  test('the four signs are unlike each other, 8 by 8', () => {
    const images = signNames.map(pixelsOf);
    for (const image of images) expect(image).toHaveLength(64);
    expect(new Set(images.map(String)).size).toBe(4);
  });

  test('the way back ends in one of the signs, and the guess in pure noise is nearly the mean of all', () => {
    for (const one of [1, 2, 6]) {
      const { back, estimate, ends: sign } = stripOf(one);
      pixelsOf(sign).forEach((value, pixel) => expect(Math.abs(back[0]![pixel]! - value)).toBeLessThan(0.2));
      const blend = pixelsOf(sign).map(
        (_, pixel) => signNames.reduce((sum, name) => sum + pixelsOf(name)[pixel]!, 0) / 4,
      );
      blend.forEach((value, pixel) =>
        expect(Math.abs(estimate[times.indexOf(1000)]![pixel]! - value)).toBeLessThan(0.25),
      );
    }
  });

  test('different noise ends in different signs', () => {
    const found = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((one) => stripOf(one).ends));
    expect(found.size).toBeGreaterThan(1);
  });
});
