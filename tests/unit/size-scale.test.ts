import { describe, expect, test } from 'vitest';
import { sizeDomain, sizeMarks, sizePlace, stripPaths } from '../../src/views/strip/size-scale.ts';
import { catalog } from './table-catalog.ts';

describe('scale of sizes', () => {
  const domain = { least: 1e7, most: 2e12 };

  test('spans all models from a power of ten', () => {
    expect(sizeDomain(catalog.models)).toEqual({ least: 1e8, most: 1e10 });
    expect(sizeDomain([])).toEqual({ least: 1e7, most: 1e12 });
  });

  test('has its places in proportion to the logarithm, and none outside', () => {
    expect(sizePlace(domain, 1e7)).toBe(0);
    expect(sizePlace(domain, 2e12)).toBe(1);
    expect(sizePlace({ least: 1e6, most: 1e10 }, 1e8)).toBeCloseTo(0.5);
    expect(sizePlace(domain, 1)).toBe(0);
  });

  test('has a mark at every power of ten, and labels that do not touch', () => {
    const marks = sizeMarks(domain);
    expect(marks.map(({ label }) => label)).toEqual(['10M', undefined, '1B', undefined, '100B', undefined]);
    for (let most = 1e9; most < 1e15; most *= 10) {
      for (const step of [1, 2, 5]) {
        const places = sizeMarks({ least: 1e7, most: most * step }).flatMap(({ place, label }) =>
          label ? [place] : [],
        );
        places.slice(1).forEach((place, index) => expect(place - places[index]!).toBeGreaterThan(0.299));
      }
    }
  });

  test('draws a thread only between two sizes', () => {
    expect(stripPaths({ least: 1e6, most: 1e8 }, 1e7, 1e7)).toEqual({
      decades: 'M0 0v12M500 0v12M1000 0v12',
      thread: undefined,
      dot: 'M500 6h0',
    });
    expect(stripPaths({ least: 1e6, most: 1e8 }, 1e6, 1e7).thread).toBe('M0 6H500');
  });
});
