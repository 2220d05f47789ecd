import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelWidth } from '../../src/views/timeline/time-axis.ts';
import { dateStrip, wholeYears, wholeYearTicks } from '../../src/views/timeline/date-strip.ts';

const two = (number: number) => String(number).padStart(2, '0');
const date = fc
  .record({
    year: fc.integer({ min: 2017, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    precision: fc.integer({ min: 4, max: 10 }),
  })
  .map(({ year, month, day, precision }) =>
    `${year}-${two(month)}-${two(day)}`.slice(0, precision < 7 ? 4 : precision < 10 ? 7 : 10),
  );
const items = fc
  .array(fc.record({ label: fc.string({ minLength: 1, maxLength: 60 }), date }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((all) => all.map((one, index) => ({ ...one, id: `m${index}` })));

test('on a strip of dates each item stands once, within the drawing, and touches no other', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 300, max: 1200 }), (all, width) => {
      const { marks, height } = dateStrip(all, wholeYears(all.map((one) => one.date)), width);
      expect(marks.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      const boxes = marks.map(({ label, x, y, isLeft }) => {
        const room = 11 + labelWidth(label);
        return { y, from: isLeft ? x - room : x - 6, to: isLeft ? x + 6 : x + room };
      });
      for (const [index, { y, from, to }] of boxes.entries()) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(width);
        expect(y).toBeLessThan(height);
        const touching = boxes.slice(index + 1).filter((b) => b.y === y && b.from < to && from < b.to);
        expect(touching).toEqual([]);
      }
    }),
  );
});

test('marks stand in the order of their dates, from January to December', () => {
  const strip = dateStrip(
    [
      { id: 'late', label: 'Late', date: '2020-12-31' },
      { id: 'early', label: 'Early', date: '2020-01-01' },
      { id: 'middle', label: 'Middle', date: '2020-07' },
    ],
    wholeYears(['2020-12-31', '2020-01-01']),
    900,
  );
  expect(strip.marks.map(({ id }) => id)).toEqual(['early', 'middle', 'late']);
  expect(strip.marks.map(({ isLeft }) => isLeft)).toEqual([false, false, true]);
});

test('ticks are as close as their labels have room', () => {
  const labels = (start: number, end: number, width: number) =>
    wholeYearTicks({ start, end }, width).map(({ label }) => label);
  expect(labels(2020, 2021, 900)).toEqual('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));
  expect(labels(2020, 2021, 300)).toEqual(['Jan', 'Apr', 'Jul', 'Oct']);
  expect(labels(2020, 2022, 400)).toEqual('2020 Apr Jul Oct 2021 Apr Jul Oct'.split(' '));
  expect(labels(2018, 2021, 300)).toEqual(['2018', 'Jul', '2019', 'Jul', '2020', 'Jul']);
  expect(labels(2017, 2027, 400)).toHaveLength(10);
});
