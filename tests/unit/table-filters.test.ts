import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropsFor,
  matchingRows,
  noFilters,
  termCounts,
  withoutColumns,
  type Filters,
} from '../../src/catalog/table-filters.ts';
import { namesOf, rows } from './table-catalog.ts';

const shown = (filters: Partial<Filters>) => namesOf(matchingRows(rows, { ...noFilters, ...filters }));

describe('filters', () => {
  test('find a general objective’s kinds', () => {
    expect(shown({ terms: { objective: ['lm'] } })).toEqual(['GPT-4']);
    expect(shown({ terms: { objective: ['clm'] } })).toEqual(['GPT-4']);
  });

  test('take any term of one column, and all columns together', () => {
    expect(shown({ terms: { lab: ['google', 'openai'] } })).toHaveLength(5);
    expect(shown({ terms: { lab: ['google'], family: ['gpt'] } })).toEqual(['GPT-9', 'Painter']);
    expect(shown({ terms: { commercial: ['no'] } })).toEqual(['GPT-9']);
  });

  test('find a name by any of its names, however it is written', () => {
    expect(shown({ name: 'gpt4' })).toEqual(['GPT-4']);
    expect(shown({ name: 'bidirectional encoder' })).toEqual(['BERT']);
    expect(shown({ name: '!' })).toHaveLength(5);
  });

  test('take a model into a range of sizes for one variant of such a size', () => {
    expect(shown({ ranges: { parameters: { from: 100e6, to: 120e6 } } })).toEqual(['BERT']);
    expect(shown({ ranges: { parameters: { from: 120e6, to: 300e6 } } })).toEqual([]);
    expect(shown({ ranges: { parameters: { to: 10e9 } } })).toEqual(['BERT', 'GPT-9']);
  });

  test('leave what is unknown out of every range, also of one that begins at zero', () => {
    expect(shown({ ranges: { parameters: { from: 0 } } })).toEqual(['BERT', 'GPT-9']);
    expect(shown({ ranges: { context: { from: 0 } } })).toEqual(['BERT', 'GPT-4']);
  });

  test('take years with both ends', () => {
    expect(shown({ ranges: { released: { from: 202101, to: 202212 } } })).toEqual(['Painter', 'Unknown']);
  });

  test('take months, and a date by year alone only where the whole year is in the range', () => {
    expect(shown({ ranges: { released: { from: 202208, to: 202303 } } })).toEqual(['GPT-4', 'Painter']);
    expect(shown({ ranges: { released: { from: 202301 } } })).toEqual(['GPT-4', 'GPT-9']);
    expect(shown({ ranges: { released: { from: 202302 } } })).toEqual(['GPT-4']);
  });

  test('count what each term would leave, other columns’ filters kept', () => {
    const filters = { ...noFilters, terms: { lab: ['google'], family: ['bert'] } };
    expect(Object.fromEntries(termCounts(rows, filters, 'family'))).toEqual({ bert: 1, gpt: 2 });
    expect(Object.fromEntries(termCounts(rows, filters, 'lab'))).toEqual({ google: 1 });
  });
});

describe('where nothing is left', () => {
  test('the filter to give up is named, with how many rows each would bring back', () => {
    const filters: Filters = {
      name: 'bert',
      terms: { family: ['gpt'] },
      ranges: { parameters: { to: 1e9 } },
    };
    expect(dropsFor(rows, filters)).toEqual([{ columns: ['family'], rows: 1 }]);
    expect(dropsFor(rows, { ...filters, name: '', terms: { lab: ['openai'], family: ['bert'] } })).toEqual([
      { columns: ['lab'], rows: 1 },
    ]);
  });

  test('two must go together where one is not enough', () => {
    const filters: Filters = {
      name: 'painter',
      terms: { family: ['bert'], architecture: ['encoder'] },
      ranges: {},
    };
    expect(dropsFor(rows, filters)).toEqual([{ columns: ['name'], rows: 1 }]);
    expect(
      dropsFor(
        rows.filter(({ model }) => model.slug !== 'bert'),
        filters,
      ),
    ).toEqual([{ columns: ['family', 'architecture'], rows: 1 }]);
  });

  test('nothing is offered where rows are left, nor where there are none at all', () => {
    expect(dropsFor(rows, noFilters)).toEqual([]);
    expect(dropsFor([], { ...noFilters, name: 'bert' })).toEqual([]);
  });

  const some = (terms: string[]) => fc.option(fc.subarray(terms, { minLength: 1 }), { nil: [] as string[] });
  const anyFilters: fc.Arbitrary<Filters> = fc.record({
    name: fc.constantFrom('', 'gpt', 'bert', 'painter', 'nothing'),
    terms: fc.record({
      family: some(['bert', 'gpt']),
      lab: some(['google', 'openai']),
      architecture: some(['encoder', 'decoder']),
      weights: some(['open', 'api']),
    }),
    ranges: fc.record(
      {
        released: fc.record({ from: fc.constantFrom(201801, 202206, 202303) }),
        context: fc.record({ to: fc.constantFrom(256, 512, 200000) }),
      },
      { requiredKeys: [] },
    ),
  });

  test('property: what is offered brings back as many rows as it says, and no fewer filters would bring any', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const left = matchingRows(rows, filters).length;
        const drops = dropsFor(rows, filters);
        expect(drops.length > 0).toBe(left === 0);
        for (const { columns, rows: count } of drops) {
          expect(matchingRows(rows, withoutColumns(filters, columns))).toHaveLength(count);
          for (const kept of columns) {
            const fewer = columns.filter((column) => column !== kept);
            expect(matchingRows(rows, withoutColumns(filters, fewer))).toEqual([]);
          }
        }
      }),
    );
  });
});
