import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineItem } from '../../src/views/timeline/timeline-item.ts';
import {
  isShown,
  isWithin,
  parseState,
  plainState,
  printState,
  spanFor,
  usedFilters,
  without,
  type TimelineState,
} from '../../src/views/timeline/timeline-state.ts';
import { yearsOf } from '../../src/views/timeline/time-axis.ts';

const known = {
  architecture: ['encoder', 'decoder', 'encoder-decoder', 'other'],
  lab: ['google', 'openai', 'ai21-labs'],
  modality: ['text', 'image'],
};

const month = fc
  .tuple(fc.integer({ min: 2017, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const state = fc
  .record({
    architecture: fc.uniqueArray(fc.constantFrom(...known.architecture)),
    lab: fc.constantFrom('', ...known.lab),
    modality: fc.constantFrom('', ...known.modality),
    isOpen: fc.boolean(),
    from: fc.oneof(fc.constant(''), month),
    to: fc.oneof(fc.constant(''), month),
  })
  .filter(({ from, to }) => !from || !to || from <= to);

describe('the address of a timeline', () => {
  test('says a state, and is read as the same state', () => {
    fc.assert(
      fc.property(state, (one: TimelineState) => {
        expect(parseState(printState(one), known)).toEqual({ state: one, ignored: [] });
      }),
    );
    expect(printState(plainState)).toBe('');
    expect(printState({ ...plainState, from: '2023-02', to: '2023-06' })).toBe('?from=2023-02&to=2023-06');
  });

  test('can be anything without harm', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { state: read } = parseState(`?${query}`, known);
        expect(parseState(printState(read), known)).toEqual({ state: read, ignored: [] });
      }),
    );
  });

  test('names what it cannot be asked for, and the nearest that it can', () => {
    const { state: read, ignored } = parseState('?lab=gogle&from=2023-13&weights=maybe&colour=red', known);
    expect(read).toEqual(plainState);
    expect(ignored).toEqual([
      { what: 'lab “gogle”', hint: 'nearest: google' },
      { what: 'from “2023-13”', hint: 'expected: 2023-02' },
      { what: 'weights “maybe”', hint: 'expected: open' },
      { what: '“colour”' },
    ]);
    const backwards = parseState('?from=2023-06&to=2023-02', known);
    expect(backwards.state).toEqual({ ...plainState, from: '2023-06' });
    expect(backwards.ignored).toEqual([
      { what: 'to “2023-02”', hint: 'expected: a month not before 2023-06' },
    ]);
  });

  test('years stand for their first and last month', () => {
    expect(parseState('?from=2020&to=2021', known).state).toMatchObject({ from: '2020-01', to: '2021-12' });
  });
});

const item = (more: Partial<TimelineItem>): TimelineItem => ({
  id: 'x',
  label: 'X',
  date: '2023-02-24',
  branch: 'llama',
  family: 'llama',
  architecture: 'decoder',
  labs: ['meta', 'google'],
  modalities: ['text'],
  weights: 'gated',
  ...more,
});

describe('what is shown', () => {
  test.each([
    ['2023-02-01', true],
    ['2023-06-30', true],
    ['2023-02', true],
    ['2023-01-31', false],
    ['2023-07-01', false],
    // Of the year alone it is not known that it was in these months.
    ['2023', false],
  ])('from February to June 2023: %s is %s', (date, shown) => {
    expect(isWithin(date, '2023-02', '2023-06')).toBe(shown);
  });

  test('a year alone lies in a range that holds all of it', () => {
    expect(isWithin('2023', '2023-01', '2023-12')).toBe(true);
    expect(isWithin('2023', '', '')).toBe(true);
    expect(isWithin('2023', '2023-02', '')).toBe(false);
  });

  test('all filters must hold, of the architectures any', () => {
    expect(isShown({ ...plainState, architecture: ['encoder', 'decoder'], lab: 'google' }, item({}))).toBe(
      true,
    );
    expect(isShown({ ...plainState, lab: 'openai' }, item({}))).toBe(false);
    expect(isShown({ ...plainState, isOpen: true }, item({}))).toBe(false);
    expect(isShown({ ...plainState, isOpen: true }, item({ weights: 'open' }))).toBe(true);
    expect(isShown({ ...plainState, architecture: ['decoder'] }, item({ architecture: '' }))).toBe(false);
  });

  test('dropping every filter that is used leads back to all', () => {
    fc.assert(
      fc.property(state, (one: TimelineState) => {
        const dropped = usedFilters(one).reduce(without, one);
        expect(dropped).toEqual(plainState);
      }),
    );
  });

  test('whatever lies in the range has its place in the stretch that is drawn', () => {
    fc.assert(
      fc.property(state, fc.array(month, { minLength: 1 }), (one, dates) => {
        const { start, end } = spanFor(one, dates);
        expect(end).toBeGreaterThan(start);
        for (const date of dates) {
          if (!isWithin(date, one.from, one.to)) continue;
          expect(yearsOf(date)).toBeGreaterThanOrEqual(start);
          expect(yearsOf(date)).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});
