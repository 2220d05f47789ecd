import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countText } from '../../src/catalog/number-text.ts';
import { rangeText, typedCount, typedRange } from '../../src/catalog/typed-ranges.ts';
import { parseCount } from '../../src/schema/count.ts';

describe('typed numbers', () => {
  test('read all that a count is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (count) => {
        const text = countText(count);
        if (text.length > 15) return;
        expect(typedCount(text)).toBe(parseCount(text));
      }),
    );
  });

  test.each([
    ['10 b', 10e9],
    ['1,500', 1500],
    ['1,000,000', 1e6],
    ['1,5B', 1.5e9],
    ['0,125B', 125e6],
    ['2.5 billion', 2.5e9],
    ['7bn', 7e9],
    ['1e9', 1e9],
    ['350 million', 350e6],
    ['.5T', 0.5e12],
    ['', undefined],
    ['B', undefined],
    ['10X', undefined],
    ['-5', undefined],
    ['1e99', undefined],
    ['9'.repeat(400), undefined],
  ])('%s', (text, count) => {
    expect(typedCount(text)).toBe(count);
  });

  test('a K of tokens is 1,000 at the lower end and 1,024 at the upper', () => {
    expect(typedRange('context', '32k', '32k')).toEqual({ from: 32000, to: 32768 });
    expect(typedRange('context', '512', '1M')).toEqual({ from: 512, to: 1048576 });
  });

  test('a range that ends before it begins is none', () => {
    expect(typedRange('released', '2021', '2019')).toBeUndefined();
    expect(typedRange('released', ' 2019 ', '')).toEqual({ from: 201901 });
    expect(typedRange('released', '19', '')).toBeUndefined();
  });
});

describe('typed dates', () => {
  test.each([
    ['2019', '2021', 201901, 202112],
    ['2019-05', '2021/3', 201905, 202103],
    ['May 2019', 'sept. 2019', 201905, 201909],
  ])('%s to %s', (from, to, first, last) => {
    expect(typedRange('released', from, to)).toEqual({ from: first, to: last });
  });

  test.each(['2019-13', '2019-0', '19', 'Foo 2019', '2019-05-07', '5'])('%s is none', (text) => {
    expect(typedRange('released', text, '')).toBeUndefined();
  });

  test('are printed as years where they hold whole years', () => {
    expect(rangeText('released', { from: 201901, to: 202112 }, '..')).toBe('2019..2021');
    expect(rangeText('released', { from: 201901, to: 201912 }, '..')).toBe('2019');
    expect(rangeText('released', { from: 201912, to: 202001 }, '..')).toBe('2019-12..2020-01');
    expect(rangeText('released', { from: 201905, to: 201905 }, '..')).toBe('2019-05');
    expect(rangeText('released', { to: 202103 }, '..')).toBe('..2021-03');
  });
});
