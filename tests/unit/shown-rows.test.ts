import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnNames, type ColumnName } from '../../src/catalog/table-columns.ts';
import { csvText } from '../../src/formats/csv.ts';
import { rowsCsv, rowsJson } from '../../src/formats/rows.ts';
import { shownColumns, shownRows } from '../../src/formats/shown-rows.ts';
import { rows } from './table-catalog.ts';

test('property: what is written is read as the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a,"\r\n;ü'), maxLength: 8 });
  const records = fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(records, (written) => {
      expect(parse(csvText(written), { relax_column_count: true, skip_empty_lines: false })).toEqual(written);
    }),
  );
});

describe('the rows of the table as CSV', () => {
  const tableRows = rows.map(({ model, cells }) => ({ slug: model.slug, cells }));
  const read = (shown: readonly ColumnName[]) => {
    return parse(rowsCsv(shownRows(tableRows, shown)), { columns: true }) as Record<string, string>[];
  };

  test('have every column, slugs for words, whole numbers for sizes', () => {
    const [bert] = read(columnNames);
    expect(Object.keys(bert!)).toEqual(shownColumns.map(({ name }) => name));
    expect(bert).toEqual({
      slug: 'bert',
      name: 'BERT',
      family: 'bert',
      released: '2018-10-11',
      parametersLeast: '110000000',
      parametersMost: '340000000',
      context: '512',
      architecture: 'encoder',
      objectives: 'mlm',
      labs: 'google',
      weights: 'open',
      license: 'apache-2.0',
      commercial: 'yes',
      modalities: 'text',
      traits: '',
      undisclosed: '',
      assumed: '',
      approximate: '',
    });
  });

  test('tell undisclosed from unrecorded, and mark what is assumed or about', () => {
    const [, gpt4, gpt9, painter] = read(columnNames);
    expect(gpt4).toMatchObject({
      parametersLeast: '',
      undisclosed: 'parameters',
      assumed: 'architecture',
      objectives: 'clm; lm; tuning',
    });
    expect(gpt9).toMatchObject({ parametersMost: '7000000000', approximate: 'parameters', released: '2023' });
    expect(painter).toMatchObject({ parametersMost: '', undisclosed: '' });
  });

  test('have the columns shown and no others', () => {
    const text = rowsCsv(shownRows(tableRows, ['name', 'released', 'parameters']));
    expect(text.split('\r\n')[0]).toBe(
      'slug,name,released,parametersLeast,parametersMost,undisclosed,assumed,approximate',
    );
    expect(read(['name', 'released'])[1]).toMatchObject({ undisclosed: '', assumed: '' });
  });

  test('as JSON have numbers as numbers, lists as lists, and nothing where there is nothing', () => {
    const text = rowsJson(shownRows(tableRows, columnNames), 'https://example.org/models/?lab=google');
    const { view, license, rows: objects } = JSON.parse(text);
    expect([view, license]).toEqual(['https://example.org/models/?lab=google', 'CC-BY-4.0']);
    expect(objects[0]).toMatchObject({
      slug: 'bert',
      parametersMost: 340_000_000,
      labs: ['google'],
      context: 512,
    });
    expect(objects[1]).not.toHaveProperty('parametersMost');
    expect(objects[1].undisclosed).toEqual(['parameters']);
  });
});
