import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filtersOf, namesOf, readQuery, vocabularyOf } from '../../src/catalog/query-facets.ts';
import { without } from '../../src/catalog/query-words.ts';
import { matcherOf } from '../../src/catalog/table-filters.ts';
import { factsFile, factRowsOf } from '../../src/views/search/facts-file.ts';
import { nameRows } from '../../src/views/search/name-rows.ts';
import { siteCatalog } from './site-catalog.ts';

const catalog = await siteCatalog();
const names = nameRows(catalog);
const file = factsFile(catalog);
const vocabulary = vocabularyOf(file.terms);
const namesAModel = namesOf(names);

function read(query: string) {
  return readQuery(query, vocabulary, namesAModel);
}

/** What a query states, in few letters. */
function said(query: string): string[] {
  return read(query).stated.map(({ column, terms, range }) =>
    terms ? `${column} ${terms.join('|')}` : `${column} ${range!.from ?? ''}..${range!.to ?? ''}`,
  );
}

describe('what a query states', () => {
  test.for([
    ['encoder google 2019', ['architecture encoder', 'lab google', 'released 2019..2019'], ''],
    ['7B open weights', ['parameters 6500000000..7500000000', 'weights open'], ''],
    ['after 2021 mixture of experts', ['released 2022..', 'trait mixture-of-experts'], ''],
    ['commercial', ['commercial yes|conditions'], ''],
    ['smaller than 10B', ['parameters ..9999999999'], ''],
    ['128k context', ['context 128000..'], ''],
    ['context of at least 32k', ['context 32000..'], ''],
    ['context window over 8k tokens', ['context 8193..'], ''],
    ['encoder-decoder', ['architecture encoder-decoder'], ''],
    ['decoder-only models from OpenAI', ['architecture decoder', 'lab openai'], ''],
    ['decoders by Facebook', ['architecture decoder', 'lab meta'], ''],
    ['MoE', ['trait mixture-of-experts'], ''],
    ['between 2018 and 2020', ['released 2018..2020'], ''],
    ['2018-2020 encoders', ['released 2018..2020', 'architecture encoder'], ''],
    ['1B to 10B', ['parameters 1000000000..10000000000'], ''],
    ['>100b', ['parameters 100000000001..'], ''],
    ['10B+', ['parameters 10000000000..'], ''],
    ['1.5B', ['parameters 1450000000..1550000000'], ''],
    ['175 billion parameters', ['parameters 171500000000..178500000000'], ''],
    ['before 2019', ['released ..2018'], ''],
    ['until 2019', ['released ..2019'], ''],
    ['apache-2.0', ['license apache-2.0'], ''],
    ['trained with replaced token detection', ['objective rtd'], ''],
    ['google summarization', ['lab google'], 'summarization'],
    ['non-commercial', ['commercial no'], ''],
    ['bert 2018', ['released 2018..2018'], 'bert'],
    ['gpt 3 openai', ['lab openai'], 'gpt 3'],
  ] as const)('"%s"', ([query, stated, rest]) => {
    expect(said(query)).toEqual(stated);
    expect(read(query).rest).toBe(rest);
  });

  test.for([
    'bert', 'gpt 4', 'GPT-4', 'open assistant', 'OpenAssistant LLaMA', 'transformer', 'vision transformer',
    'gpt-neo 2.7b', 'alpaca 7b', 'mixtral 8x22b', 'opt 175b', 'anthropic assistant', 'anthropic', 'robberta',
    'KL penalty', '"google"', '“encoder 2019”', 'wu dao 2.0', '', '   ', '<<>>', 'over', 'than 7',
  ])('a name, or text: "%s" states nothing', (query) => {
    expect(read(query)).toEqual({ stated: [], rest: query });
  }); // prettier-ignore

  test('no name, alias or variant of the catalog is read as a statement', () => {
    for (const { name, aliases } of names) {
      for (const spelling of [name, ...aliases]) expect(said(spelling), spelling).toEqual([]);
    }
  });

  test('every label of the vocabulary is understood, unless it is a model’s own name', () => {
    for (const { label, column } of file.terms) {
      const { stated } = read(`${label} zzz`);
      if (!namesAModel(label.toLowerCase().replace(/[^a-z0-9]/g, ''))) {
        expect(stated.length, `${column} ${label}`).toBeGreaterThan(0);
      }
    }
  });

  test('whatever is typed, stretches lie in the query one after another, and taking one out leaves the others', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'encoder google 2019 7B open weights after under context 128k - < > between and to bert "'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const query = pieces.join(' ');
        const { stated } = read(query);
        let end = 0;
        for (const { from, to } of stated) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(query.length);
        for (const one of stated) expect(without(query, one).length).toBeLessThan(query.length + 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the models that a query states', () => {
  const rows = factRowsOf(JSON.parse(JSON.stringify(file)) as typeof file);
  const found = (query: string) => {
    const matches = matcherOf(filtersOf(read(query).stated));
    return names.filter((_, row) => matches(rows[row]!)).map(({ name }) => name);
  };

  test('are those that have all of it', () => {
    const encoders = found('encoder google 2019');
    expect(encoders).toContain('ALBERT');
    expect(encoders).not.toContain('BERT');
    expect(encoders).not.toContain('RoBERTa');
    expect(found('after 2021 mixture of experts')).toContain('Mixtral');
    expect(found('7B open weights')).toContain('Dolly');
    expect(found('7B open weights')).not.toContain('LLaMA');
    for (const { name, released } of catalog.models) {
      expect(found('before 2019').includes(name), name).toBe(released < '2019');
    }
  });

  test('of two years either will do; two bounds must both hold', () => {
    expect(filtersOf(read('2018 2020').stated).ranges.released).toEqual({ from: 201801, to: 202012 });
    expect(filtersOf(read('after 2018 before 2021').stated).ranges.released).toEqual({
      from: 201901,
      to: 202012,
    });
    expect(found('after 2021 before 2019')).toEqual([]);
    expect(filtersOf(read('google openai').stated).terms.lab).toEqual(['google', 'openai']);
  });
});
