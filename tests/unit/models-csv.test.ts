import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnNames, type ColumnName } from '../../src/catalog/table-columns.ts';
import { csvText } from '../../src/formats/csv.ts';
import { csvColumns, modelsCsv } from '../../src/formats/models-csv.ts';
import { rows } from './table-catalog.ts';

/** Reads CSV by the grammar of RFC 4180, letter by letter. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (let isEnded = false; !isEnded;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      const [written] = quoted ?? /^[^",\r\n]*/.exec(text.slice(at))!;
      record.push(quoted ? quoted[1]!.replaceAll('""', '"') : written);
      at += written.length;
      if (text[at] === ',') at++;
      else if (text.startsWith('\r\n', at)) [at, isEnded] = [at + 2, true];
      else throw new Error(`neither comma nor end of record at ${at}`);
    }
    records.push(record);
  }
  return records;
}

test('property: what is written is read as the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a,"\r\n;ü'), maxLength: 8 });
  const records = fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(records, (written) => {
      expect(readCsv(csvText(written))).toEqual(written);
    }),
  );
});

describe('the rows of the table as CSV', () => {
  const csvRows = rows.map(({ model, cells }) => ({ slug: model.slug, cells }));
  const read = (shown: readonly ColumnName[]) => {
    const [head, ...records] = readCsv(modelsCsv(csvRows, shown));
    return records.map((record) => Object.fromEntries(record.map((value, at) => [head![at]!, value])));
  };

  test('have every column, slugs for words, whole numbers for sizes', () => {
    const [bert] = read(columnNames);
    expect(Object.keys(bert!)).toEqual(csvColumns.map(({ name }) => name));
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
    const text = modelsCsv(csvRows, ['name', 'released', 'parameters']);
    expect(text.split('\r\n')[0]).toBe(
      'slug,name,released,parametersLeast,parametersMost,undisclosed,assumed,approximate',
    );
    expect(read(['name', 'released'])[1]).toMatchObject({ undisclosed: '', assumed: '' });
  });
});
