import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/views/figures/masks/kinds.ts';
import {
  causalMask,
  encoderDecoderMask,
  fullMask,
  orderMask,
  pairsOf,
  prefixMask,
  readBy,
  readersOf,
  sortedMask,
} from '../../src/views/figures/masks/masks.ts';
import figure from '../../src/views/figures/masks/figure.tsx';
import { words } from '../../src/views/figures/masks/masks-state.ts';

const draw = (mask: readonly (readonly boolean[])[]) =>
  mask.map((row) => row.map((reads) => (reads ? 'x' : '.')).join('')).join(' ');

const sizes = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.record({ size: fc.constant(size), border: fc.integer({ min: 0, max: size }) }));

describe('masks', () => {
  test('of four positions, written out', () => {
    expect(draw(fullMask(4))).toBe('xxxx xxxx xxxx xxxx');
    expect(draw(causalMask(4))).toBe('x... xx.. xxx. xxxx');
    expect(draw(prefixMask(4, 2))).toBe('xx.. xx.. xxx. xxxx');
    expect(draw(encoderDecoderMask(4, 2))).toBe('xx.. xx.. xxx. xxxx');
    expect(draw(orderMask([2, 0, 3, 1]))).toBe('.x.x .... xx.x .x..');
  });

  test('hold as many pairs as their formulas say', () => {
    fc.assert(
      fc.property(sizes, ({ size: n, border: k }) => {
        expect(pairsOf(fullMask(n))).toBe(n * n);
        expect(pairsOf(causalMask(n))).toBe((n * (n + 1)) / 2);
        // Beyond the stair a prefix adds the pairs above its own diagonal.
        expect(pairsOf(prefixMask(n, k))).toBe((n * (n + 1)) / 2 + (k * (k - 1)) / 2);
        const written = n - k;
        expect(pairsOf(encoderDecoderMask(n, k))).toBe(k * k + written * k + (written * (written + 1)) / 2);
      }),
    );
  });

  test('a prefix decoder reaches what an encoder-decoder with the same border reaches', () => {
    fc.assert(
      fc.property(sizes, ({ size, border }) => {
        expect(prefixMask(size, border)).toEqual(encoderDecoderMask(size, border));
      }),
    );
  });

  test('without prefix, or with one word, a prefix decoder is a decoder; all prefix, an encoder', () => {
    expect(prefixMask(6, 0)).toEqual(causalMask(6));
    expect(prefixMask(6, 1)).toEqual(causalMask(6));
    expect(prefixMask(6, 6)).toEqual(fullMask(6));
  });

  test('who reads a position are those that list it among what they read', () => {
    fc.assert(
      fc.property(sizes, ({ size, border }) => {
        for (const { mask } of kinds) {
          const own = mask(size, border);
          for (let position = 0; position < size; position++)
            expect(readersOf(own, position)).toEqual(
              Array.from({ length: size }, (_, reader) => reader).filter((reader) =>
                readBy(own, reader).includes(position),
              ),
            );
        }
      }),
    );
  });

  test('a mask by order is the stair of that order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 10 }), (keys) => {
        const rank = keys.map((key) => keys.filter((other) => other < key).length);
        const mask = orderMask(rank);
        const order = [...rank.keys()].sort((a, b) => rank[a]! - rank[b]!);
        const stair = causalMask(rank.length).map((row, i) => row.map((reads, j) => reads && i !== j));
        expect(sortedMask(mask, order)).toEqual(stair);
        rank.forEach((place, position) => expect(readBy(mask, position)).toHaveLength(place));
      }),
    );
  });
});

describe('the figure of masks', () => {
  const states = fc.record({
    position: fc.integer({ min: 0, max: words.length - 1 }),
    border: fc.integer({ min: 1, max: words.length - 1 }),
  });

  test('an address holds every state', () => {
    fc.assert(
      fc.property(states, (state) => {
        const given = Object.entries(figure.write(state)).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value] as [string, string]],
        );
        expect(figure.read(new URLSearchParams(given))).toEqual(state);
      }),
    );
    expect(figure.write(figure.initial)).toEqual({ position: undefined, border: undefined });
  });

  test('what an address says wrongly is as in the still picture', () => {
    for (const text of ['position=0&border=0', 'position=7&border=6', 'position=x&border=-1', 'position=1.5'])
      expect(figure.read(new URLSearchParams(text))).toEqual(figure.initial);
  });

  test('the description says who reads whom', () => {
    const said = figure.describe({ position: 2, border: 4 }, undefined);
    expect(said).toContain('Decoder: reads the (1), cat, sat; read by sat, on, the (5), mat.');
    expect(said).toContain('Encoder-decoder: reads the (1), cat, sat, on; read by all 6.');
  });
});
