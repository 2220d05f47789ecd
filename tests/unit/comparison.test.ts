import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { comparedModel } from '../../src/catalog/compared-model.ts';
import {
  cellRemarks,
  comparedRows,
  differencesOf,
  type ComparedModel,
  type ComparedField,
} from '../../src/catalog/comparison.ts';
import { knownOf } from '../../src/catalog/facts.ts';
import { likelyPairs } from '../../src/catalog/likely-pairs.ts';
import { parentsOf } from '../../src/catalog/lineage.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
let all: ComparedModel[];
beforeAll(async () => {
  catalog = await siteCatalog();
  all = catalog.models.map((model) => comparedModel(catalog, model));
});
const compared = (...slugs: string[]) => slugs.map((slug) => all.find((model) => model.slug === slug)!);
const row = (field: ComparedField, ...slugs: string[]) =>
  comparedRows(compared(...slugs)).find((one) => one.field === field);
const texts = (field: ComparedField, slug: string) =>
  compared(slug)[0]!.cells[field]?.values.map(({ text }) => text);

describe('rows of a comparison', () => {
  test('a model beside itself differs in nothing', () => {
    for (const model of all) {
      const rows = comparedRows([model, model]);
      expect(rows.filter(({ standing }) => standing === 'differs')).toEqual([]);
      expect(rows.flatMap(({ own }) => own.flat()).filter(Boolean)).toEqual([]);
    }
  });

  test('no order of the models changes what differs, what is shown, or whose value is its own', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 2, maxLength: 6 }), (models) => {
        const there = comparedRows(models);
        const back = comparedRows([...models].reverse());
        expect(back.map(({ field, standing }) => [field, standing])).toEqual(
          there.map(({ field, standing }) => [field, standing]),
        );
        expect(back.map(({ own }) => [...own].reverse())).toEqual(there.map(({ own }) => own));
      }),
      { numRuns: 60 },
    );
  });

  test('where one model alone has a value, the field differs; of two models also the other way round', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 2, maxLength: 6 }), (models) => {
        for (const { standing, own } of comparedRows(models)) {
          const isOwn = own.flat().some(Boolean);
          if (isOwn || models.length === 2) expect(standing === 'differs').toBe(isOwn);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what fewer than two state is left open, whatever the others lack', () => {
    expect(row('parameters', 'bert', 'gpt-4')).toMatchObject({ standing: 'open' });
    expect(row('parameters', 'bert', 'gpt-4')!.cells[1]).toMatchObject({ values: [], undisclosed: true });
    expect(row('architecture', 'bert', 'gpt-4')!.standing).toBe('differs');
    expect(row('architecture', 'bert', 'roberta')!.standing).toBe('same');
  });

  test('BERT and RoBERTa share masked language modelling; next sentence prediction is BERT’s own', () => {
    const { cells, own, standing } = row('pretraining', 'bert', 'roberta')!;
    expect(standing).toBe('differs');
    expect(cells[0]!.values.map(({ text }, at) => [text, own[0]![at]])).toEqual([
      ['Masked language modelling', false],
      ['Next sentence prediction', true],
    ]);
    expect(own[1]).toEqual([false]);
  });

  test('sizes and configurations are told apart by the number, not by the name of the variant', () => {
    expect(row('layers', 'bert', 'roberta')!.standing).toBe('same');
    expect(texts('parameters', 'bert')).toContain('340M');
    expect(compared('mixtral-8x7b')[0]!.sizes).toEqual({
      parameters: [46_700_000_000, 141_000_000_000],
      active: 39_000_000_000,
    });
  });

  test('a model described in full has no trait where none is named; of a closed one nobody knows', () => {
    const traits = row('traits', 'bert', 'switch', 'gpt-4', 'chatgpt')!;
    expect(traits.standing).toBe('differs');
    expect(traits.cells.map(cellRemarks)).toEqual([['none'], [], ['undisclosed'], []]);
    expect(traits.cells[3]!.none).toBeUndefined();
    expect(row('traits', 'bert', 'gpt-2')).toBeUndefined();
  });

  test('undisclosed, assumed, unresolved, in parts and not recorded are told apart', () => {
    const { cells } = row('parameters', 'chatgpt', 'mixtral-8x7b', 'stable-diffusion', 'alphafold')!;
    expect(cells.map(cellRemarks)).toEqual([['undisclosed'], [], [], ['unresolved']]);
    expect(cells[2]!.values[0]).toMatchObject({ text: '860M' });
    expect(compared('stable-diffusion')[0]!.sizes.parameters).toEqual([]);
    expect(cellRemarks(row('architecture', 'chatgpt', 'bert')!.cells[0]!)).toEqual([
      'assumed, never published',
    ]);
    expect(cellRemarks(row('context', 'alphafold', 'bert')!.cells[0]!)).toEqual([]);
  });

  test('a configuration without another beside it has one row, two known ones a row for each number', () => {
    const fields = (...slugs: string[]) => comparedRows(compared(...slugs)).map(({ field }) => field);
    expect(fields('chatgpt', 'gpt-4')).toContain('config');
    expect(fields('chatgpt', 'gpt-4')).not.toContain('layers');
    expect(fields('roberta', 'bert')).toContain('layers');
    expect(fields('roberta', 'bert', 'gpt-4')).not.toContain('config');
    expect(fields('chatgpt', 'bert')).not.toContain('layers');
    expect(row('config', 'chatgpt', 'bert')!.cells[1]!.values[0]!.text).toBe('layers 12, 24');
  });

  test('each cell is known as well as on the model’s page, by sources that the page numbers', () => {
    for (const model of catalog.models) {
      const { cells } = comparedModel(catalog, model);
      const distinct = new Set(model.evidence.map(({ source, read }) => `${source} ${read ?? ''}`)).size;
      for (const { sources = [] } of Object.values(cells)) {
        for (const number of sources) expect(number).toBeLessThanOrEqual(distinct);
      }
      if (cells.weights && !cells.weights.unresolved)
        expect(cells.weights.knowledge).toBe(knownOf(model, 'weights')!.knowledge);
    }
  });

  test('names no slug where a term has a label, and is plain data', () => {
    for (const model of all) expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(texts('labs', 'roberta')).toEqual(['Meta AI', 'University of Washington']);
    expect(texts('commercial', 'bert')).toEqual(['allowed']);
  });
});

test('of several models, what one alone has is its own and what two share is not', () => {
  const { own, standing } = row('architecture', 'gpt-3', 'palm', 't5')!;
  expect([standing, own]).toEqual(['differs', [[false], [false], [true]]]);
});

describe('differences from a parent', () => {
  test('are none from itself, and the same from either side with gone and new exchanged', () => {
    for (const left of all.slice(0, 12)) {
      expect(differencesOf(left, left)).toEqual([]);
      for (const right of all.slice(0, 12)) {
        const there = differencesOf(left, right).map(({ field, left: gone, right: added }) => ({
          field,
          gone: gone.map(({ value, isGone }) => [value.text, isGone]),
          added: added.map(({ value, isNew }) => [value.text, isNew]),
        }));
        const back = differencesOf(right, left).map(({ field, left: gone, right: added }) => ({
          field,
          gone: added.map(({ value, isNew }) => [value.text, isNew]),
          added: gone.map(({ value, isGone }) => [value.text, isGone]),
        }));
        expect(back).toEqual(there);
      }
    }
  });

  test('leave out what one of the two does not state, and what always differs', () => {
    const fields = differencesOf(compared('bert')[0]!, compared('gpt-4')[0]!).map(({ field }) => field);
    expect(fields).toContain('architecture');
    for (const field of ['parameters', 'released', 'summary', 'extends']) expect(fields).not.toContain(field);
  });

  test('tell that a sparse model became one: T5 has no special trait, Switch Transformer has', () => {
    const traits = differencesOf(...(compared('t5', 'switch') as [ComparedModel, ComparedModel])).find(
      ({ field }) => field === 'traits',
    );
    expect(traits?.left).toEqual([]);
    expect(traits?.right.map(({ value }) => value.text)).toContain('Mixture of experts');
  });
});

describe('likely pairs', () => {
  test('are models beside a parent or the one they replaced, none in more than two', () => {
    const pairs = likelyPairs(catalog, 14);
    expect(pairs).toHaveLength(14);
    const uses = new Map<string, number>();
    for (const { earlier, later } of pairs) {
      const parents = parentsOf(catalog, later).map(({ ancestor }) => ancestor.name);
      expect(parents.includes(earlier.name) || earlier.supersededBy === later.slug).toBe(true);
      for (const { slug } of [earlier, later]) uses.set(slug, (uses.get(slug) ?? 0) + 1);
    }
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(2);
    expect(pairs.map(({ earlier, later }) => `${earlier.slug} ${later.slug}`)).toContain('bert roberta');
    expect(pairs.map(({ later }) => later.released)).toEqual(pairs.map(({ later }) => later.released).sort());
  });
});
