import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog, Model } from '../../src/catalog/catalog.ts';
import { facetsOf } from '../../src/catalog/facets.ts';
import {
  accessShares,
  architectureShares,
  glancesOf,
  largestPerYear,
  modelsPerYear,
} from '../../src/catalog/glance.ts';
import {
  chartWidth,
  columnsDrawing,
  fittedName,
  largestDrawing,
  nameX,
  percent,
  sharesDrawing,
  yearPlaces,
} from '../../src/views/charts/chart-geometry.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
let base: Model;
beforeAll(async () => {
  catalog = await siteCatalog();
  base = {
    ...catalog.bySlug.get('bert')!,
    variants: [],
    undisclosed: [],
    assumed: [],
    unresolved: [],
  };
});
const made = (released: string, more: Partial<Model> = {}): Model => ({ ...base, released, ...more });
const sized = (released: string, parameters: number, more: Partial<Model> = {}) =>
  made(released, { variants: [{ name: 'only', parameters }], ...more });

describe('counts', () => {
  test('a date without month or day counts for its year, and years without models are there', () => {
    const models = [made('2019'), made('2019-12-31'), made('2022-01')];
    expect(modelsPerYear(models)).toEqual([
      { year: '2019', count: 2 },
      { year: '2020', count: 0 },
      { year: '2021', count: 0 },
      { year: '2022', count: 1 },
    ]);
    expect(modelsPerYear([])).toEqual([]);
  });

  test('the parts of a year are all its models, those without a value among them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(catalog.models, { minLength: 1 }), (models) => {
        for (const { years, parts } of [architectureShares(catalog, models), accessShares(models)]) {
          expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(models.length);
          years.forEach(({ count }, at) => {
            expect(parts.reduce((sum, { counts }) => sum + counts[at]!, 0)).toBe(count);
          });
        }
      }),
      { numRuns: 30 },
    );
    const unknown = made('2020');
    delete unknown.weights;
    expect(accessShares([unknown]).parts).toMatchObject([{ key: undefined, counts: [1] }]);
  });
});

describe('the largest model of a year', () => {
  test('is that with the largest settled size, each variant in the year in which it came out', () => {
    const later = made('2019', {
      variants: [
        { name: 'small', parameters: 1e9 },
        { name: 'large', parameters: 9e9, released: '2020-02', approx: true },
      ],
    });
    const { years } = largestPerYear([sized('2019-05', 5e8), later, sized('2020', 2e9)]);
    expect(years.map(({ year, largest }) => [year, largest?.variant, largest?.parameters])).toEqual([
      ['2019', 'small', 1e9],
      ['2020', 'large', 9e9],
    ]);
    expect(years[1]!.largest!.isApproximate).toBe(true);
  });

  test('leaves out what is undisclosed, unresolved, assumed, in parts or not recorded, and says why', () => {
    const undisclosed = made('2023', { undisclosed: ['parameters'] });
    const assumed = sized('2023', 9e12, { assumed: ['parameters'] });
    const unresolved = sized('2023', 8e12, { unresolved: [{ for: 'variants.only.parameters', why: '' }] });
    const allUnresolved = sized('2023', 7e12, { unresolved: [{ for: 'parameters', why: '' }] });
    const inParts = made('2023', {
      variants: [{ name: 'v1', parts: [{ name: 'U-Net', parameters: 6e12 }] }],
    });
    const unrecorded = made('2024');
    const otherUnresolved = sized('2022', 1e9, { unresolved: [{ for: 'variants.only.context', why: '' }] });
    const result = largestPerYear([
      undisclosed,
      assumed,
      unresolved,
      allUnresolved,
      inParts,
      unrecorded,
      otherUnresolved,
    ]);
    expect(result.years.map(({ year, largest }) => [year, largest?.parameters])).toEqual([
      ['2022', 1e9],
      ['2023', undefined],
      ['2024', undefined],
    ]);
    expect(result.undisclosed).toEqual([undisclosed, assumed]);
    expect(result.unresolved).toEqual([unresolved, allUnresolved]);
    expect(result.inParts).toEqual([inParts]);
    expect(result.unrecorded).toEqual([unrecorded]);
  });
});

describe('which charts say something', () => {
  test('none on the page of a year, of few models, or of what the facet fixes', () => {
    for (const { name, terms } of facetsOf(catalog)) {
      for (const { models } of terms) {
        const names = glancesOf(catalog, models, name);
        if (name === 'years' || models.length < 8) expect(names).toEqual([]);
        if (name === 'architectures') expect(names).not.toContain('architectures');
        if (name === 'licenses') expect(names).not.toContain('access');
      }
    }
    expect(glancesOf(catalog, catalog.models)).toEqual(['per-year', 'architectures', 'access', 'largest']);
  });
});

const years = fc
  .array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 16 })
  .map((counts) => counts.map((count, at) => ({ year: String(2017 + at), count })));

describe('geometry', () => {
  test('bars stand in the frame, in order, as high as their numbers', () => {
    fc.assert(
      fc.property(years, (all) => {
        const { bars, baseline, height, barWidth } = columnsDrawing(all);
        const most = Math.max(...all.map(({ count }) => count), 1);
        bars.forEach(({ x, top, label }, at) => {
          expect(x - barWidth / 2).toBeGreaterThanOrEqual(0);
          expect(x + barWidth / 2).toBeLessThanOrEqual(chartWidth);
          expect(top - 4 - 8).toBeGreaterThanOrEqual(0);
          expect((baseline - top) / 84).toBeCloseTo(all[at]!.count / most);
          expect(label).toBe(all[at]!.count === 0 ? '' : String(all[at]!.count));
          if (at > 0) expect(x - bars[at - 1]!.x).toBeGreaterThan(barWidth);
        });
        expect(height).toBeGreaterThan(baseline);
      }),
    );
  });

  test('the names of years do not touch, however many there are', () => {
    fc.assert(
      fc.property(years, (all) => {
        const places = yearPlaces(all);
        places.forEach(({ x, label }, at) => {
          const next = places[at + 1];
          if (next) expect(next.x - x).toBeGreaterThan(label.length * 6.6);
        });
      }),
    );
  });

  test('the bars of a year add up to all of it, and rows do not overlap', () => {
    const shares = architectureShares(catalog, catalog.models);
    const { rows, room, height } = sharesDrawing(shares);
    shares.years.forEach(({ count }, at) => {
      const sum = rows.reduce((all, { baseline, bars }) => all + baseline - bars[at]!.top, 0);
      expect(sum).toBeCloseTo(count === 0 ? 0 : room);
    });
    rows.forEach(({ labelY, baseline }, at) => {
      if (at > 0) expect(labelY - 11).toBeGreaterThan(rows[at - 1]!.baseline);
      expect(baseline).toBeLessThan(height - 28);
    });
  });

  test('no share of something is called 0, and none of less than all 100', () => {
    expect([percent(0, 5), percent(1, 900), percent(899, 900), percent(5, 5), percent(1, 3)]).toEqual([
      '0%',
      '1%',
      '99%',
      '100%',
      '33%',
    ]);
    expect(percent(0, 0)).toBe('0%');
  });

  test('dots of the largest stand on the scale in the order of their sizes; names leave room for the number', () => {
    const { rows, from, to } = largestDrawing(largestPerYear(catalog.models).years);
    const dots = rows.flatMap(({ x, largest: { largest } }) =>
      x === undefined ? [] : [{ x, size: largest!.parameters }],
    );
    expect(dots.length).toBeGreaterThan(5);
    for (const a of dots) {
      expect(a.x).toBeGreaterThanOrEqual(from);
      expect(a.x).toBeLessThanOrEqual(to);
      for (const b of dots) if (a.size < b.size) expect(a.x).toBeLessThan(b.x);
    }
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 80 }),
        fc.constantFrom('11B', '≈ 1.57T'),
        (name, size) => {
          const end = nameX + fittedName(name, size).length * 7.2;
          expect(end).toBeLessThanOrEqual(chartWidth - size.length * 6.6);
        },
      ),
    );
    expect(fittedName('BERT', '340M')).toBe('BERT');
  });
});
