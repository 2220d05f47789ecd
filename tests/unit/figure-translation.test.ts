import { describe, expect, test } from 'vitest';
import crossFigure from '../../src/views/figures/cross-attention/figure.tsx';
import {
  crossAttention,
  given,
  keys,
  queries,
  source,
  written,
} from '../../src/views/figures/cross-attention/translation.ts';
import { countParameters } from '../../src/views/figures/parameters/count.ts';
import { base, blockParts, partIds, totalOf } from '../../src/views/figures/transformer-block/base-parts.ts';
import blockFigure from '../../src/views/figures/transformer-block/figure.tsx';

describe('cross-attention of the translated sentence', () => {
  test('is what the definition gives, and sums to one', () => {
    const { weights } = crossAttention();
    queries.forEach((query, i) => {
      const powers = keys.map((key) =>
        Math.exp(query.reduce((sum, value, c) => sum + value * key[c]!, 0) / Math.sqrt(5)),
      );
      const total = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, j) => expect(weights[i]![j]).toBeCloseTo(power / total, 12));
    });
  });

  test('each word reads the words it translates most, and the end reads all alike', () => {
    const { weights } = crossAttention();
    const most = weights.map((row) => source[row.indexOf(Math.max(...row))]);
    expect(most.slice(0, 5)).toEqual(['the', 'black', 'cat', 'sleep', 'not']);
    weights[5]!.forEach((weight) => expect(weight).toBeCloseTo(1 / 6, 12));
  });

  test('what is given is what is written, shifted right', () => {
    expect(given.slice(1)).toEqual(written.slice(0, -1));
    expect(given).toHaveLength(written.length);
  });

  test('the state comes back from an address, and nonsense is the first state', () => {
    for (const place of written.keys()) {
      const text = crossFigure.write({ place })['place'];
      expect(crossFigure.read(new URLSearchParams(text === undefined ? '' : { place: text })).place).toBe(
        place,
      );
    }
    for (const text of ['', '0', '7', '2.5', 'x'])
      expect(crossFigure.read(new URLSearchParams({ place: text }))).toEqual(crossFigure.initial);
  });

  test('the description names what is read', () => {
    expect(crossFigure.describe(crossFigure.initial, undefined)).toContain(
      'To write “schlief”, the decoder reads “sleep” with weight 0.78, “did” with weight 0.20.',
    );
  });
});

describe('the parts of the block', () => {
  test('add up to the count of the base model', () => {
    const sum = blockParts.reduce((total, part) => total + totalOf(part), 0);
    expect(sum).toBe(countParameters(base).parameters);
    expect(blockParts.map(({ id }) => id)).toEqual([...partIds]);
  });

  test('the state comes back from an address', () => {
    for (const open of [...partIds, undefined]) {
      const part = blockFigure.write({ open })['part'];
      expect(blockFigure.read(new URLSearchParams(part === undefined ? '' : { part })).open).toBe(open);
    }
    expect(blockFigure.read(new URLSearchParams('part=engine'))).toEqual(blockFigure.initial);
  });

  test('the description has shapes and numbers', () => {
    expect(blockFigure.describe({ open: 'feed-forward' }, undefined)).toContain(
      '2,099,712 parameters, 12 times: 25,196,544',
    );
  });
});
