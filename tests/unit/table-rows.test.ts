import { describe, expect, test } from 'vitest';
import { columnTerms, tableRowOf, type TableRow } from '../../src/catalog/table-rows.ts';
import { catalog, catalogOf, models, rows } from './table-catalog.ts';

const rowOf = (slug: string): TableRow => rows.find(({ model }) => model.slug === slug)!;

describe('rows', () => {
  test('hold what is shown and the same for programs', () => {
    const { cells, size } = rowOf('bert');
    expect(cells.parameters).toEqual({ value: '110M 340M', text: '110M – 340M' });
    expect(size).toEqual({ least: '110M', most: '340M' });
    expect(cells.released).toEqual({ value: '2018-10-11', text: '2018-10' });
    expect(cells.context).toEqual({ value: '512', text: '512' });
    expect(cells.license).toEqual({ value: 'apache-2.0', text: 'Apache-2.0', full: 'Apache License 2.0' });
    expect(cells.commercial.text).toBe('yes');
    expect(cells.name.value).toBe('bert bidirectionalencoderrepresentations');
  });

  test('tell undisclosed, unrecorded and known in parts from each other, and none is zero', () => {
    expect(rowOf('gpt-4').cells.parameters).toEqual({
      value: '',
      text: 'undisclosed',
      missing: 'undisclosed',
    });
    expect(rowOf('unknown').cells.parameters).toEqual({ value: '', text: '—', missing: 'unrecorded' });
    expect(rowOf('painter').cells.parameters).toEqual({
      value: '',
      text: 'in parts',
      full: 'U-Net 860M, text encoder 123M',
      missing: 'in parts',
    });
    for (const slug of ['gpt-4', 'unknown', 'painter']) expect(rowOf(slug).size).toBeUndefined();
  });

  test('mark what is assumed and what is about', () => {
    expect(rowOf('gpt-4').cells.architecture).toEqual({ value: 'decoder', text: 'Decoder', assumed: true });
    expect(rowOf('gpt-9').cells.parameters.text).toBe('≈7B');
  });

  test('shorten objectives, and file them under what they are a kind of', () => {
    expect(rowOf('gpt-4').cells.objective).toEqual({
      value: 'clm lm tuning',
      text: 'CLM, instruction tuning',
      full: 'causal language modelling, instruction tuning',
    });
  });

  test('say where a licence is that of the code, and leave the traits of a plain model blank', () => {
    expect(rowOf('gpt-9').cells.license.text).toBe('Research only (code)');
    expect(rowOf('bert').cells.trait).toEqual({ value: '', text: '' });
  });
});

test('of what was never released nothing can be used, commercially or else', () => {
  const closed = { ...models['unknown'], weights: 'none', license: { weights: 'proprietary' } };
  const other = catalogOf({ closed, service: { ...closed, name: 'Service', weights: 'api' } });
  const use = other.models.map((model) => tableRowOf(other, model).cells.commercial);
  expect(use).toEqual([
    { value: 'conditions', text: 'conditions' },
    { value: '', text: 'not released', missing: 'not released' },
  ]);
});

test('offer the terms that occur, access in its own order', () => {
  expect(columnTerms(catalog, rows, 'lab').map(({ label, count }) => [label, count])).toEqual([
    ['Google', 3],
    ['OpenAI', 3],
  ]);
  expect(columnTerms(catalog, rows, 'weights').map(({ value }) => value)).toEqual(['open', 'api']);
});
