import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnNames, rangeColumns, termColumns } from '../../src/catalog/table-columns.ts';
import { columnTerms } from '../../src/catalog/table-rows.ts';
import {
  ignoredText,
  parseState,
  plainState,
  printState,
  type KnownTerms,
  type TableState,
} from '../../src/views/table/table-state.ts';
import { catalog, rows } from './table-catalog.ts';

describe('address', () => {
  const known: KnownTerms = Object.fromEntries(
    termColumns.map((column) => [column, columnTerms(catalog, rows, column).map(({ value }) => value)]),
  );
  const read = (query: string) => parseState(query, known);

  test('is readable', () => {
    const state: TableState = {
      ...plainState,
      name: 'gpt 4',
      terms: { architecture: ['encoder', 'decoder'] },
      ranges: { released: { from: 201901, to: 202112 }, parameters: { to: 10e9 }, context: { from: 8000 } },
      sort: [
        { column: 'parameters', descending: true },
        { column: 'name', descending: false },
      ],
      columns: ['family', 'parameters'],
    };
    const query =
      '?name=gpt+4&architecture=encoder,decoder&released=2019..2021&parameters=..10B&context=8000..' +
      '&sort=-parameters,name&columns=name,family,parameters';
    expect(printState(state)).toBe(query);
    expect(read(query)).toEqual({ state, ignored: [] });
    expect(printState(plainState)).toBe('');
  });

  const subset = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: 1 });
  const range = (max: number, min = 0) =>
    fc
      .tuple(fc.option(fc.integer({ min, max })), fc.option(fc.integer({ min, max })))
      .filter(([from, to]) => from !== null || to !== null)
      .map(([a, b]) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
      });
  const months = fc
    .record(
      {
        from: fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 12 })),
        to: fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 12 })),
      },
      { requiredKeys: [] },
    )
    .filter(({ from, to }) => Boolean(from ?? to))
    .map(({ from, to }) => {
      const ends = [from, to].map((end) => end && end[0] * 100 + end[1]);
      const [a, b] = ends[0] && ends[1] && ends[0] > ends[1] ? [ends[1], ends[0]] : ends;
      return { ...(a === undefined ? {} : { from: a }), ...(b === undefined ? {} : { to: b }) };
    });
  const optional = { requiredKeys: [] };
  const anyState: fc.Arbitrary<TableState> = fc.record({
    name: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim()),
    terms: fc.record(
      Object.fromEntries(
        termColumns
          .filter((column) => known[column]?.length)
          .map((column) => [column, subset(known[column]!)]),
      ),
      optional,
    ),
    ranges: fc.record({ released: months, parameters: range(2e12), context: range(1e9) }, optional),
    sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...columnNames), descending: fc.boolean() }), {
      selector: ({ column }) => column,
      maxLength: 3,
    }),
    columns: fc.option(fc.subarray(columnNames.filter((column) => column !== 'name')), { nil: undefined }),
  });

  test('property: what is printed is read as the same state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(read(printState(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  test('property: no query string throws, and what is read prints and reads as itself', () => {
    const names = [...columnNames, 'sort', 'columns', '__proto__', 'constructor', 'toString', ''];
    const anyText = fc
      .array(
        fc.oneof(
          fc.constantFrom(...'.,-%=&B10'),
          fc.nat(0xffff).map((code) => String.fromCharCode(code)),
        ),
      )
      .map((letters) => letters.join(''));
    const pair = fc.tuple(fc.constantFrom(...names), anyText);
    const query = fc.oneof(
      anyText,
      fc.array(pair).map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { state, ignored } = read(text);
        expect(read(printState(state))).toEqual({ state, ignored: [] });
        expect(ignoredText(ignored)).not.toContain('undefined');
      }),
    );
  });

  test('is read leniently', () => {
    expect(read('?architecture=Encoder&architecture=decoder&license=Apache-2.0').state.terms).toEqual({
      architecture: ['encoder', 'decoder'],
      license: ['apache-2.0'],
    });
    expect(read('?released=2019&parameters=1b..10b').state.ranges).toEqual({
      released: { from: 201901, to: 201912 },
      parameters: { from: 1e9, to: 10e9 },
    });
    const years = { released: { from: 201901, to: 202112 } };
    expect(read('?released=2019-2021').state.ranges).toEqual(years);
    expect(read('?released=2019–2021').state.ranges).toEqual(years);
    expect(read('?released=2019-05').state.ranges).toEqual({ released: { from: 201905, to: 201905 } });
    expect(read('?released=2019-05..2020').state.ranges).toEqual({ released: { from: 201905, to: 202012 } });
    expect(read('?released=2019-20').state.ranges).toEqual({});
  });

  test('what means nothing is ignored and named with the nearest that would', () => {
    const { state, ignored } = read(
      '?architecture=encodr,decoder&sort=-paramters&relased=2019&released=20x9',
    );
    expect(state).toEqual({ ...plainState, terms: { architecture: ['decoder'] } });
    expect(ignoredText(ignored)).toBe(
      'Not understood in this page’s address and ignored: architecture “encodr” (nearest: encoder), ' +
        'sort “paramters” (nearest: parameters), “relased” (nearest: released), ' +
        'released “20x9” (expected: 2019..2021 or 2019-05..2021-03).',
    );
    expect(ignoredText(read('?a=1&b=2&c=3&d=4&e=5&f=6').ignored)).toMatch(/, and 2 more\.$/);
    expect(ignoredText([])).toBe('');
  });

  test('a long value is cut in the line about it', () => {
    expect(ignoredText(read(`?lab=${'x'.repeat(5000)}`).ignored).length).toBeLessThan(150);
  });

  test('every column can be filtered', () => {
    expect([...termColumns, ...rangeColumns, 'name'].sort()).toEqual([...columnNames].sort());
  });
});
