import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog, Model } from '../../src/catalog/catalog.ts';
import { labConcentration, opennessBetween } from '../../src/catalog/concentration.ts';
import { weightGroups } from '../../src/catalog/weight-lines.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
let base: Model;
beforeAll(async () => {
  catalog = await siteCatalog();
  base = catalog.bySlug.get('bert')!;
});

describe('labs', () => {
  test('a model of two labs counts for each, and once among those of the most', () => {
    const models = [['google'], ['google', 'meta'], ['meta'], ['openai'], ['google', 'openai']].map(
      (labs) => ({
        ...base,
        labs,
      }),
    );
    expect(labConcentration({ ...catalog, models }, 2)).toEqual({
      models: 5,
      labs: 3,
      most: [
        { slug: 'google', label: 'Google', models: 3 },
        { slug: 'meta', label: catalog.labs.get('meta')!.label, models: 2 },
      ],
      byMost: 4,
      joint: 2,
    });
  });

  test('all labs together have a part in every model that names one', () => {
    const { byMost, most, labs } = labConcentration(catalog, Infinity);
    expect(most).toHaveLength(labs);
    expect(byMost).toBe(catalog.models.filter(({ labs: own }) => own.length > 0).length);
  });
});

describe('openness', () => {
  test('counts the years at both ends, and every model under one kind of access', () => {
    const made = (released: string, weights: Model['weights']) => ({ ...base, released, weights });
    const models = [
      made('2018-12-31', 'open'),
      made('2019', 'open'),
      made('2020-05', 'gated'),
      made('2020-06-01', 'api'),
      made('2020-07', 'none'),
      made('2020-08', undefined),
      made('2021-01-01', 'none'),
    ];
    expect(opennessBetween(models, '2019', '2020')).toEqual({
      models: 5,
      open: 1,
      gated: 1,
      closed: 2,
      unrecorded: 1,
    });
  });

  test('a span of years is its parts together', () => {
    const year = fc.integer({ min: 2017, max: 2026 });
    fc.assert(
      fc.property(year, year, year, (a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((one, other) => one - other).map(String);
        const next = String(Number(middle) + 1);
        const total = (first: string, last: string) => opennessBetween(catalog.models, first, last);
        const [whole, early, late] = [total(from!, to!), total(from!, middle!), total(next, to!)];
        for (const key of ['models', 'open', 'gated', 'closed', 'unrecorded'] as const)
          expect(whole[key]).toBe(early[key] + late[key]);
        expect(whole.open + whole.gated + whole.closed + whole.unrecorded).toBe(whole.models);
      }),
    );
  });
});

describe('lines of weights', () => {
  test('hold each model whose main line is by weights once, under what it comes from', () => {
    const lines = weightGroups(catalog).flatMap(({ ancestor, lines: own }) =>
      own.map(({ model }) => [model.slug, ancestor.name]),
    );
    const wanted = catalog.models.filter(({ extends: parents }) => parents[0]?.by.includes('weights'));
    expect(new Map(lines as [string, string][]).size).toBe(lines.length);
    expect(lines.map(([slug]) => slug).sort()).toEqual(wanted.map(({ slug }) => slug).sort());
    expect(lines).toContainEqual(['alpaca', 'LLaMA']);
    expect(lines).not.toContainEqual(['bert', 'Transformer']);
  });

  test('name what a model was trained for after the weights, the oldest model first', () => {
    const groups = weightGroups(catalog);
    const llama = groups.find(({ ancestor }) => ancestor.name === 'LLaMA')!;
    const dates = llama.lines.map(({ model }) => model.released);
    expect(dates).toEqual([...dates].sort());
    expect(llama.lines.find(({ model }) => model.slug === 'alpaca')!.objectives).toEqual([
      'Instruction tuning',
    ]);
    expect(groups.map(({ lines }) => lines.length)).toEqual(
      groups.map(({ lines }) => lines.length).sort((a, b) => b - a),
    );
  });
});
