import { describe, expect, test } from 'vitest';
import { columnNames, type ColumnName } from '../../src/catalog/table-columns.ts';
import { sortedRows } from '../../src/catalog/table-order.ts';
import { tableRowOf } from '../../src/catalog/table-rows.ts';
import { catalogOf, models, namesOf, rows } from './table-catalog.ts';

describe('order', () => {
  const by = (column: ColumnName, descending = false) => namesOf(sortedRows(rows, [{ column, descending }]));

  test('puts unknown sizes last in both directions', () => {
    expect(by('parameters')).toEqual(['BERT', 'GPT-9', 'GPT-4', 'Painter', 'Unknown']);
    expect(by('parameters', true)).toEqual(['GPT-9', 'BERT', 'GPT-4', 'Painter', 'Unknown']);
  });

  test('sorts every column both ways, and what has no value stays last', () => {
    for (const column of columnNames) {
      for (const descending of [false, true]) {
        const missing = sortedRows(rows, [{ column, descending }]).map(
          ({ cells }) => cells[column].value === '',
        );
        expect(missing, column).toEqual([...missing].sort());
      }
      const known = rows.filter(({ cells }) => cells[column].value !== '');
      const texts = (descending: boolean) =>
        sortedRows(known, [{ column, descending }]).map(({ cells }) => cells[column].text);
      expect(texts(true), column).toEqual(texts(false).reverse());
    }
  });

  test('a second key decides between equals, else the given order stands', () => {
    expect(namesOf(sortedRows(rows, [{ column: 'family', descending: true }]))).toEqual([
      'GPT-4',
      'GPT-9',
      'Painter',
      'Unknown',
      'BERT',
    ]);
    const keys = [
      { column: 'family', descending: true },
      { column: 'released', descending: true },
    ] as const;
    expect(namesOf(sortedRows(rows, keys))).toEqual(['GPT-4', 'GPT-9', 'Painter', 'Unknown', 'BERT']);
  });

  test('compares names as a dictionary does: GPT-9 before GPT-10', () => {
    const both = catalogOf({ a: { ...models['gpt-9'], name: 'GPT-10' }, b: models['gpt-9']! });
    const written = both.models.map((model) => tableRowOf(both, model)).reverse();
    expect(namesOf(sortedRows(written, [{ column: 'name', descending: false }]))).toEqual([
      'GPT-9',
      'GPT-10',
    ]);
  });
});
