import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { facetsOf, termsOf, withGeneralObjectives } from '../../src/catalog/facets.ts';
import { ancestryOf, childrenOf, mainParentOf, parentsOf } from '../../src/catalog/lineage.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await siteCatalog();
});
const model = (slug: string) => catalog.bySlug.get(slug)!;

describe('lineage', () => {
  test('children and parents name each other', () => {
    for (const child of catalog.models) {
      for (const { ancestor } of parentsOf(catalog, child)) {
        if (ancestor.kind !== 'model') continue;
        expect(childrenOf(catalog, ancestor.model).map(({ model: { slug } }) => slug)).toContain(child.slug);
      }
    }
  });

  test('ancestry ends at the model and begins at something without parents in the catalog', () => {
    for (const one of catalog.models) {
      const steps = ancestryOf(catalog, one);
      expect(steps.at(-1)!.ancestor).toMatchObject({ kind: 'model', model: { slug: one.slug } });
      const root = steps[0]!.ancestor;
      if (root.kind === 'model') expect(root.model.extends).toEqual([]);
      expect(steps[0]!.by).toEqual([]);
    }
  });

  test('BERT comes from the Transformer by its architecture, though GPT inspired it', () => {
    expect(mainParentOf(catalog, model('bert'))?.ancestor).toMatchObject({
      kind: 'model',
      model: { slug: 'transformer' },
    });
  });

  test('a concept is an ancestor without being a model', () => {
    const kinds = parentsOf(catalog, model('stable-diffusion')).map(({ ancestor }) => ancestor.kind);
    expect(kinds).toContain('concept');
    expect(catalog.conceptChildren.get('diffusion')!.map(({ model: { slug } }) => slug)).toContain(
      'stable-diffusion',
    );
  });
});

describe('facets', () => {
  test('causal LM is found under LM', () => {
    expect(withGeneralObjectives(catalog, 'clm')).toEqual(['clm', 'lm']);
    const languageModels = facetsOf(catalog)
      .find(({ name }) => name === 'objectives')!
      .terms.find(({ slug }) => slug === 'lm')!.models;
    expect(languageModels.map(({ slug }) => slug)).toContain('gpt-4');
  });

  test('every model is under each of its terms once, and every term lists only models that have it', () => {
    for (const { name, terms } of facetsOf(catalog)) {
      for (const { slug, models } of terms) {
        expect(new Set(models).size).toBe(models.length);
        for (const one of models) expect(termsOf(catalog, one, name)).toContain(slug);
      }
      const listed = terms.flatMap(({ models }) => models).length;
      expect(listed).toBe(catalog.models.flatMap((one) => termsOf(catalog, one, name)).length);
    }
  });

  test('terms list their models by date', () => {
    for (const { terms } of facetsOf(catalog)) {
      for (const { models } of terms) {
        const dates = models.map(({ released }) => released);
        expect(dates).toEqual([...dates].sort());
      }
    }
  });
});
