import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf, laneLayout, laneOrder, type LaneItem } from '../../src/views/timeline/lane-layout.ts';
import { sizeLayout, type SizeChart, type SizedItem } from '../../src/views/timeline/size-layout.ts';
import {
  fittedLabel,
  labelWidth,
  spanOf,
  spanOfMonths,
  ticksOf,
} from '../../src/views/timeline/time-axis.ts';
import { itemAttributes, itemOfAttributes } from '../../src/views/timeline/timeline-item.ts';

const two = (number: number) => String(number).padStart(2, '0');
/** Dates of any precision, of which some fall together. */
const date = fc
  .tuple(
    fc.integer({ min: 2017, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([year, month, day, precision]) =>
    precision === 0
      ? String(year)
      : precision < 3
        ? `${year}-${two(month)}`
        : `${year}-${two(month)}-${two(day)}`,
  );
const label = fc.string({ minLength: 1, maxLength: 80 });

const laneItems = (most: number) =>
  fc
    .array(fc.record({ label, date, branch: fc.nat(13), shelf: fc.nat(3) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((all) =>
      all.map(({ shelf, branch, ...one }, index): LaneItem => ({
        ...one,
        id: `m${index}`,
        branch: `b${branch}`,
        family: `b${branch}f${shelf}`,
      })),
    );

const sizedItems = (most: number) =>
  fc
    .array(
      fc.record({
        label,
        date,
        size: fc.integer({ min: 0, max: 60 }),
        factor: fc.integer({ min: 1, max: 200 }),
        part: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: most, size: 'max' },
    )
    .map((all) =>
      all.map(({ size, factor, part, ...one }, index): SizedItem => {
        const parameters = Math.round(1e7 * 10 ** (size / 10));
        return {
          ...one,
          id: `m${index}`,
          most: parameters,
          least: Math.max(1000, Math.round(parameters / factor)),
          ...(part && { active: Math.round((parameters * part) / 10) }),
        };
      }),
    );

const lanesOf = (items: readonly LaneItem[]) =>
  laneLayout(
    items,
    laneOrder(items),
    spanOf(items.map(({ date: on }) => on)),
    ({ families }) => families.length > 1,
  );
const sizesOf = (items: readonly SizedItem[]) => sizeLayout(items, spanOf(items.map(({ date: on }) => on)));

function expectGoodLanes(items: readonly LaneItem[]): void {
  const chart = lanesOf(items);
  expect(chart.marks.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  for (const row of Map.groupBy(chart.marks, ({ y }) => y).values()) {
    const extents = row.map(extentOf).sort((a, b) => a.from - b.from);
    for (const [index, { to }] of extents.entries())
      expect(to).toBeLessThanOrEqual(extents[index + 1]?.from ?? chart.width + 1e-9);
    expect(extents[0]!.from).toBeGreaterThanOrEqual(148);
  }
  for (const { y } of chart.marks) {
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(chart.height);
  }
}

describe('lanes', () => {
  test('each model once, no two names overlap, none leaves the drawing', () => {
    fc.assert(fc.property(laneItems(120), expectGoodLanes), { numRuns: 60 });
  });

  test('a thousand models', () => {
    const items = fc.sample(laneItems(120), { numRuns: 400, seed: 5 }).flat().slice(0, 1000);
    expect(items).toHaveLength(1000);
    expectGoodLanes(items.map((one, index) => ({ ...one, id: `m${index}` })));
  });

  test('lanes stand in the order in which branches and families began, and marks in the order of their dates', () => {
    const item = (id: string, on: string, branch: string, family: string): LaneItem => ({
      id,
      label: id,
      date: on,
      branch,
      family,
    });
    const chart = lanesOf([
      item('late', '2020-05-01', 'x', 'x2'),
      item('first', '2018-06-11', 'x', 'x1'),
      item('other', '2019-01-01', 'y', 'y1'),
      item('second', '2018-06-12', 'x', 'x1'),
    ]);
    expect(chart.bands.map(({ branch }) => branch)).toEqual(['x', 'y']);
    expect(chart.lanes.map(({ family }) => family)).toEqual(['x1', 'x2', 'y1']);
    expect(chart.marks.map(({ id }) => id)).toEqual(['first', 'second', 'late', 'other']);
    // The two of June 2018 are a day apart: one row cannot hold both.
    const [first, second] = chart.marks;
    expect(second!.x).toBeGreaterThan(first!.x);
    expect(second!.y).toBeGreaterThan(first!.y);
  });

  test('a model that comes later moves no earlier one of its lane to another row, and no lane past another', () => {
    fc.assert(
      fc.property(laneItems(60), fc.integer({ min: 0, max: 59 }), (items, at) => {
        const added: LaneItem = { ...items[at % items.length]!, id: 'zz', date: '2026-12-31' };
        const span = spanOf([...items.map(({ date: on }) => on), '2026-12-31']);
        const layout = (all: readonly LaneItem[]) => laneLayout(all, laneOrder(all), span, () => false);
        const [before, after] = [layout(items), layout([...items, added])];
        expect(after.lanes.map(({ family }) => family)).toEqual(before.lanes.map(({ family }) => family));
        const rowsOf = ({ marks, lanes }: typeof before) => {
          const familyOf = new Map(items.map(({ id, family }) => [id, family]));
          return new Map(
            marks
              .filter(({ id }) => id !== 'zz')
              .map(({ id, y }) => [id, y - lanes.find(({ family }) => family === familyOf.get(id))!.y]),
          );
        };
        expect(rowsOf(after)).toEqual(rowsOf(before));
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the input does not matter, and leaving models out does not change the order of lanes', () => {
    fc.assert(
      fc.property(laneItems(60), (items) => {
        expect(lanesOf([...items].reverse())).toEqual(lanesOf(items));
        const some = items.filter((_, index) => index % 3 === 0);
        const span = spanOf(items.map(({ date: on }) => on));
        const all = lanesOf(items).lanes.map(({ family }) => family);
        const left = laneLayout(some, laneOrder(items), span, () => false).lanes.map(({ family }) => family);
        expect(left).toEqual(all.filter((family) => left.includes(family)));
      }),
      { numRuns: 40 },
    );
  });
});

const labelBox = ({ x, y, text }: SizeChart['marks'][number]) => ({
  left: x,
  right: x + labelWidth(text),
  top: y - 7.5,
  bottom: y + 7.5,
});

function expectGoodSizes(items: readonly SizedItem[]): void {
  const chart = sizesOf(items);
  expect(chart.marks.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  const boxes = chart.marks.map(labelBox).sort((a, b) => a.left - b.left);
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(chart.width);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(chart.height);
    for (const other of boxes.slice(index + 1)) {
      if (other.left >= box.right) break;
      if (other.top < box.bottom && box.top < other.bottom) throw new Error('two labels overlap');
    }
  }
  for (const { markX, markY, leastY, activeY } of chart.marks) {
    expect(markX).toBeGreaterThanOrEqual(44);
    expect(markX).toBeLessThanOrEqual(chart.width);
    for (const y of [markY, leastY, activeY ?? markY]) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(chart.height);
    }
    for (const [y, half] of [
      [markY, 5],
      [activeY ?? markY, 4],
    ] as const) {
      const hit = boxes.find(
        ({ left, right, top, bottom }) =>
          left < markX + half && right > markX - half && top < y + half && bottom > y - half,
      );
      expect(hit, `a label on the mark at ${markX}, ${y}`).toBeUndefined();
    }
  }
}

describe('sizes', () => {
  test('each model once, no name on another or on a mark, nothing outside of the drawing', () => {
    fc.assert(fc.property(sizedItems(90), expectGoodSizes), { numRuns: 40 });
  });

  test('a thousand models', { timeout: 60_000 }, () => {
    const items = fc.sample(sizedItems(90), { numRuns: 40, seed: 11 }).flat().slice(0, 1000);
    expect(items).toHaveLength(1000);
    expectGoodSizes(items.map((one, index) => ({ ...one, label: one.label.slice(0, 24), id: `m${index}` })));
  });

  test('many models of one date and one size still get places', () => {
    expectGoodSizes(
      Array.from({ length: 40 }, (_, index) => ({
        id: `m${index}`,
        label: `Model ${index}`,
        date: '2023-03',
        most: 7e9,
        least: 7e9,
      })),
    );
  });

  test('the order of the input does not matter', () => {
    fc.assert(
      fc.property(sizedItems(40), (items) => {
        expect(sizesOf([...items].reverse())).toEqual(sizesOf(items));
      }),
      { numRuns: 20 },
    );
  });

  const item = (id: string, on: string, most: number, more: Partial<SizedItem> = {}): SizedItem => ({
    id,
    label: id,
    date: on,
    most,
    least: most,
    ...more,
  });

  test('a tenfold size is a decade higher, the thread ends at the smallest, the hollow mark at the active', () => {
    const chart = sizesOf([
      item('a', '2020-01-01', 1e9),
      item('b', '2021-01-01', 1e10, { least: 1e9, active: 1e9 }),
    ]);
    const [a, b] = chart.marks;
    const [low, high] = chart.lines.filter(({ label: text }) => text === '1B' || text === '10B');
    expect(a!.markY).toBeCloseTo(low!.y);
    expect(b!.markY).toBeCloseTo(high!.y);
    expect(b!.leastY).toBeCloseTo(a!.markY);
    expect(b!.activeY).toBeCloseTo(a!.markY);
    expect(a!.activeY).toBeUndefined();
  });

  const heights = (record: string) => [...record.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));

  test('the running maximum never falls, and begins at what was before', () => {
    fc.assert(
      fc.property(sizedItems(40), (items) => {
        const ys = heights(sizesOf(items).record);
        expect(ys.length).toBeGreaterThan(0);
        for (const [index, y] of ys.entries())
          expect(y).toBeLessThanOrEqual((ys[index - 1] ?? Infinity) + 0.05);
      }),
      { numRuns: 30 },
    );
    const later = [item('a', '2020-02-01', 1e9), item('b', '2020-03-01', 1e11)];
    const span = spanOfMonths('2020-01', '2020-12');
    const [first] = heights(sizeLayout(later, span, 1e10).record);
    expect(first).toBeCloseTo(sizeLayout(later, span).lines.find(({ label: text }) => text === '10B')!.y, 0);
    // What was larger than all that is drawn is not surpassed in it.
    expect(sizeLayout(later, span, 1e13).record).toBe('');
  });
});

describe('time axis', () => {
  test('a stretch of years has a mark at every year, one of months at every month or quarter', () => {
    expect(ticksOf(spanOf(['2017-06-12', '2020-02'])).map(({ label: text }) => text)).toEqual([
      '2017',
      '2018',
      '2019',
      '2020',
    ]);
    expect(ticksOf(spanOfMonths('2023-02', '2023-06')).map(({ label: text }) => text)).toEqual([
      'Feb 2023',
      'Mar',
      'Apr',
      'May',
      'Jun',
    ]);
    expect(ticksOf(spanOfMonths('2021-12', '2023-06')).map(({ label: text }) => text)).toEqual([
      'Dec 2021',
      'Jan 2022',
      'Apr',
      'Jul',
      'Oct',
      'Jan 2023',
      'Apr',
    ]);
  });

  test('a long label is cut to its room', () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 30, max: 300 }), (text, width) => {
        expect(labelWidth(fittedLabel(text, width))).toBeLessThanOrEqual(width);
      }),
    );
    expect(fittedLabel('BERT', 100)).toBe('BERT');
    expect(fittedLabel('OpenAssistant LLaMA', 80)).toMatch(/^OpenAss.*…$/);
  });
});

test('a row of the list gives back the model that it was written from', () => {
  const item = {
    id: 'mixtral-8x7b',
    label: 'Mixtral',
    date: '2023-12-08',
    branch: 'llama',
    family: 'mistral',
    architecture: 'decoder',
    labs: ['mistral-ai', 'google'],
    modalities: ['text', 'code'],
    weights: 'open',
    most: 141e9,
    least: 46.7e9,
    active: 39e9,
  };
  const asDataset = (attributes: Record<string, string | number | undefined>) =>
    Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined ? [] : [[name.slice(5), String(value)]],
      ),
    );
  expect(itemOfAttributes(asDataset(itemAttributes(item)), 'Mixtral')).toEqual(item);
  const { most, least, active, ...plain } = { ...item, architecture: '', modalities: [], weights: '' };
  expect(itemOfAttributes(asDataset(itemAttributes(plain)), 'Mixtral')).toEqual(plain);
});
