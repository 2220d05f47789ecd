import { beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { childrenOf, drawnParentOf } from '../../src/catalog/lineage.ts';
import { lineageDrawing } from '../../src/views/model/lineage-drawing.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await siteCatalog();
}, 60_000);

test('the picture of a model has its ancestors to the root, itself, and direct descendants that hang from it', () => {
  for (const model of catalog.models) {
    const own = lineageDrawing(catalog, model);
    const children = childrenOf(catalog, model).map((child) => child.model.slug);
    if (!own) {
      expect(children, model.slug).toEqual([]);
      expect(drawnParentOf(catalog, model), model.slug).toBeUndefined();
      continue;
    }
    const parentOf = new Map(own.drawing.nodes.map(({ id, parent }) => [id, parent]));
    let id: string | undefined = model.slug;
    while (parentOf.get(id)) id = parentOf.get(id)!;
    expect(id.startsWith('concept:') || !drawnParentOf(catalog, catalog.bySlug.get(id)!), model.slug).toBe(
      true,
    );
    const hanging = own.drawing.nodes.filter(({ parent }) => parent === model.slug).map((node) => node.id);
    expect(hanging.length + own.left, model.slug).toBe(children.length);
    for (const slug of hanging) expect(children).toContain(slug);
    for (const { x, label, labelWidth } of own.drawing.nodes) {
      expect(x - (label === 'before' ? labelWidth + 11 : 6), model.slug).toBeGreaterThanOrEqual(0);
      expect(x + (label === 'before' ? 6 : labelWidth + 11), model.slug).toBeLessThanOrEqual(
        own.drawing.width,
      );
    }
  }
});

test('of many descendants those with most of their own are drawn', () => {
  const own = lineageDrawing(catalog, catalog.bySlug.get('transformer')!)!;
  expect(own.left).toBeGreaterThan(0);
  const drawn = own.drawing.nodes.map(({ id }) => id);
  expect(drawn).toContain('bert');
  expect(drawn).toContain('gpt');
});
