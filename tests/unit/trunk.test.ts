import { beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { drawnParentOf } from '../../src/catalog/lineage.ts';
import { trunkOf } from '../../src/views/tree/trunk.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await siteCatalog();
}, 60_000);

test('a small catalog is drawn whole', () => {
  expect(trunkOf(catalog, catalog.models.length)).toEqual(catalog.models);
});

test('of a large one the models from which most descend are drawn, none without its parent', () => {
  const trunk = trunkOf(catalog, 10);
  expect(trunk.length).toBe(10);
  const slugs = trunk.map(({ slug }) => slug);
  expect(slugs.slice(0, 2)).toEqual(['transformer', 'gpt']);
  for (const model of trunk) {
    const parent = drawnParentOf(catalog, model)?.ancestor;
    if (parent?.kind === 'model') expect(slugs).toContain(parent.model.slug);
  }
});
