import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisYears, placeOn } from '../../src/views/tree/tree-axis.ts';

const items = fc.array(
  fc.record({ date: fc.double({ min: 2017, max: 2027, noNaN: true }), line: fc.constantFrom('a', 'b', 'c') }),
  { minLength: 1, maxLength: 200 },
);

test('time runs right without a leap, and every date lies on the axis', () => {
  fc.assert(
    fc.property(items, (dated) => {
      const years = axisYears(dated, 1000, 10);
      const end = years.at(-1)!.x + years.at(-1)!.width;
      const places = dated
        .map(({ date }) => date)
        .sort((a, b) => a - b)
        .map((date) => placeOn(years, date));
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(end + 1e-6);
        if (index > 0) expect(place).toBeGreaterThanOrEqual(places[index - 1]! - 1e-6);
      }
      for (const [index, year] of years.entries()) {
        const next = years[index + 1];
        if (next) expect(year.x + year.width).toBeCloseTo(next.x, 6);
      }
    }),
  );
});

test('the axis is as wide as asked, wider only where a line has more branches than fit', () => {
  const few = axisYears(
    [
      { date: 2018.5, line: 'a' },
      { date: 2020.5, line: 'a' },
    ],
    600,
    10,
  );
  expect(few.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(600);
  const crowd = Array.from({ length: 100 }, () => ({ date: 2020.25, line: 'a' }));
  const many = axisYears([{ date: 2018.5, line: 'b' }, ...crowd], 600, 10);
  expect(many.at(-1)!.width).toBeGreaterThanOrEqual(1000);
});

test('a full year is wider than an empty one', () => {
  const dated = [2018.1, 2019.1, 2019.2, 2019.3, 2019.9, 2020.5].map((date) => ({ date, line: `${date}` }));
  const [first, second] = axisYears(dated, 600, 10);
  expect(second!.width).toBeGreaterThan(first!.width);
});

test('nothing has no years', () => {
  expect(axisYears([], 600, 10)).toEqual([]);
  expect(placeOn([], 2020)).toBe(0);
});
