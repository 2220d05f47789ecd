import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, withParameters } from '../../src/views/figures/figure.ts';
import figure, { bytesText, shareText } from '../../src/views/figures/lora/figure.tsx';
import {
  countOf,
  frozenBits,
  fullBytes,
  loraBytes,
  lowRankEntries,
  plainBlock,
  targets,
  type Block,
  type Target,
} from '../../src/views/figures/lora/lora.ts';
import { presetKeys, presetsOf } from '../../src/views/figures/lora/presets.ts';
import {
  greatestLayers,
  greatestRankExponent,
  greatestWidth,
  widthStep,
} from '../../src/views/figures/lora/state.ts';
import { siteCatalog } from './site-catalog.ts';

const blocks: fc.Arbitrary<Block> = fc.record({
  width: fc.integer({ min: 1, max: 12 }),
  queries: fc.integer({ min: 1, max: 12 }),
  keysAndValues: fc.integer({ min: 1, max: 12 }),
  feedForward: fc.integer({ min: 1, max: 30 }),
  isGated: fc.boolean(),
});
const choices = fc.subarray([...targets], { minLength: 1 });

const zeros = (rows: number, columns: number) => Array.from({ length: rows }, () => Array(columns).fill(0));
const product = (left: number[][], right: number[][]) =>
  left.map((row) =>
    right[0]!.map((_, column) => row.reduce((sum, value, at) => sum + value * right[at]![column]!, 0)),
  );

/** The matrices of a block made and multiplied, which the counts must agree with. */
function built(block: Block): Record<Target, number[][][]> {
  const { width, queries, keysAndValues, feedForward, isGated } = block;
  return {
    q: [zeros(queries, width)],
    k: [zeros(keysAndValues, width)],
    v: [zeros(keysAndValues, width)],
    o: [zeros(width, queries)],
    mlp: [...(isGated ? [1, 2] : [1]).map(() => zeros(feedForward, width)), zeros(width, feedForward)],
  };
}

describe('LoRA', () => {
  test('counts agree with matrices that are built and whose entries are counted', () => {
    fc.assert(
      fc.property(
        blocks,
        choices,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (block, chosen, layers, rank) => {
          let [inBlocks, adapted, trainable] = [0, 0, 0];
          for (let layer = 0; layer < layers; layer++) {
            for (const [target, matrices] of Object.entries(built(block))) {
              for (const matrix of matrices) {
                inBlocks += matrix.flat().length;
                if (!chosen.includes(target as Target)) continue;
                const b = zeros(matrix.length, rank);
                const a = zeros(rank, matrix[0]!.length);
                const change = product(b, a);
                expect([change.length, change[0]!.length]).toEqual([matrix.length, matrix[0]!.length]);
                adapted += matrix.flat().length;
                trainable += b.flat().length + a.flat().length;
              }
            }
          }
          expect(countOf(block, layers, chosen, rank)).toEqual({ inBlocks, adapted, trainable });
        },
      ),
    );
  });

  test('gives the numbers of the paper (tables 2 and 4, section 7.1)', () => {
    const gpt3 = (chosen: Target[], rank: number) =>
      countOf(plainBlock(12_288), 96, chosen, rank).trainable / 1e6;
    expect(gpt3(['q', 'v'], 1).toFixed(1)).toBe('4.7');
    expect(gpt3(['q', 'v'], 8).toFixed(1)).toBe('37.7');
    expect(gpt3(['q', 'k', 'v', 'o'], 2).toFixed(1)).toBe('18.9');
    expect(gpt3(['q', 'v'], 4)).toBeCloseTo(gpt3(['q'], 8), 12);
    expect(Math.floor(gpt3(['q', 'v'], 4))).toBe(18);
    const roberta = (width: number, layers: number) =>
      countOf(plainBlock(width), layers, ['q', 'v'], 8).trainable / 1e6;
    expect(roberta(768, 12).toFixed(1)).toBe('0.3');
    expect(roberta(1024, 24).toFixed(1)).toBe('0.8');
  });

  test('the matrices of GPT-3 are nearly all of its published parameters', () => {
    expect(countOf(plainBlock(12_288), 96, ['q'], 1).inBlocks / 174.6e9).toBeCloseTo(1, 2);
  });

  test('saves nothing for a square matrix from half its width on', () => {
    for (const width of [2, 64, 4096]) {
      expect(lowRankEntries({ outputs: width, inputs: width }, width / 2)).toBe(width * width);
    }
  });

  test('memory: 16 bytes for what is trained, 2 or a half for what is not', () => {
    expect(fullBytes(1.5e9)).toBe(24e9);
    expect(loraBytes(175e9, 0, 16)).toBe(350e9);
    expect(loraBytes(65e9, 0, 4)).toBe(32.5e9);
    expect(loraBytes(0, 10, 4)).toBe(160);
  });
});

describe('the figure', async () => {
  const catalog = await siteCatalog();
  const data = { presets: presetsOf(catalog) };

  test('takes its presets from the catalog, within reach of the sliders', () => {
    expect(data.presets.map(({ key }) => key)).toEqual([...presetKeys]);
    for (const { block, layers, parameters } of data.presets) {
      expect(block.width % widthStep).toBe(0);
      expect(block.width).toBeLessThanOrEqual(greatestWidth);
      expect(layers).toBeLessThanOrEqual(greatestLayers);
      const { inBlocks } = countOf(block, layers, ['q'], 1);
      expect(inBlocks / parameters).toBeGreaterThan(0.6);
      expect(inBlocks / parameters).toBeLessThanOrEqual(1.001);
    }
    expect(() => presetsOf({ ...catalog, bySlug: new Map() })).toThrow('gpt-3');
  });

  test('its address brings the state back', () => {
    const states = fc.record({
      model: fc.constantFrom(...presetKeys, 'own' as const),
      width: fc.integer({ min: 1, max: greatestWidth / widthStep }).map((steps) => steps * widthStep),
      layers: fc.integer({ min: 1, max: greatestLayers }),
      rank: fc.integer({ min: 0, max: greatestRankExponent }).map((exponent) => 2 ** exponent),
      adapted: choices,
      bits: fc.constantFrom(...frozenBits),
    });
    fc.assert(
      fc.property(states, (state) => {
        const address = withParameters('lora', figure.write(state), new URLSearchParams());
        expect(figure.read(parametersOf('lora', address))).toEqual(state);
      }),
    );
    expect(Object.values(figure.write(figure.initial)).filter((value) => value !== undefined)).toEqual([]);
  });

  test('an address that makes no sense shows the first state', () => {
    for (const search of [
      'model=gpt-9',
      'width=100',
      'width=999999',
      'layers=0',
      'rank=3',
      'rank=512',
      'adapt=',
      'adapt=x',
      'adapt=q.q',
      'bits=8',
    ]) {
      expect(figure.read(new URLSearchParams(search)), search).toEqual(figure.initial);
    }
  });

  test('the text tells the numbers: as it opens, and for a model of one’s own', () => {
    const text = figure.describe(figure.initial, data);
    expect(text).toContain('18,874,368 parameters are trained, 0.011 % of 175,000,000,000');
    expect(text).toContain('take 350 GB, against 2.80 TB');
    const own = figure.describe({ ...figure.initial, model: 'own', width: 256, layers: 1, rank: 256 }, data);
    // Two pairs of 256 × 256 matrices against the 12 · 256² entries of a block.
    expect(own).toContain(
      `${(4 * 256 * 256).toLocaleString('en-GB')} parameters are trained, 33 % of 786,432`,
    );
  });

  test('bytes and shares are put in few digits', () => {
    expect([12, 37.7e6, 350.3e9, 2.8e12, 1.2e16].map(bytesText)).toEqual([
      '12.0 bytes',
      '37.7 MB',
      '350 GB',
      '2.80 TB',
      '12000 TB',
    ]);
    expect([0.000108, 0.0629, 1].map(shareText)).toEqual(['0.011 %', '6.3 %', '100 %']);
  });
});
