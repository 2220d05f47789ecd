import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { drawnParentOf, parentsOf } from '../../src/catalog/lineage.ts';
import { treeDrawing, type TreeDrawing } from '../../src/views/tree/tree-drawing.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
let drawing: TreeDrawing;
beforeAll(async () => {
  catalog = await siteCatalog();
  drawing = treeDrawing(catalog);
}, 60_000);

describe('the drawing of the catalog', () => {
  test('every model stands in it once, after what it hangs from', () => {
    const ids = drawing.nodes.map(({ id }) => id);
    const slugs = ids.filter((id) => !id.startsWith('concept:'));
    expect(slugs.toSorted()).toEqual(catalog.models.map(({ slug }) => slug).toSorted());
    for (const [index, { parent }] of drawing.nodes.entries()) {
      if (parent !== undefined) expect(ids.slice(0, index)).toContain(parent);
    }
  });

  test('every line of descent is drawn once, further parents are at hand', () => {
    for (const { id, parent, further } of drawing.nodes) {
      const leading = drawing.lines.filter(({ node, style }) => node === id && style !== 'line');
      expect(leading.length, id).toBe(parent === undefined ? 0 : 1);
      const model = catalog.bySlug.get(id);
      if (!model) continue;
      const inDrawing = parentsOf(catalog, model).filter(({ ancestor }) => ancestor.kind !== 'external');
      expect(further.length + leading.length, id).toBe(inDrawing.length);
      expect(parent === undefined).toBe(drawnParentOf(catalog, model) === undefined);
    }
    const stems = new Set(drawing.nodes.flatMap(({ parent }) => parent ?? []));
    const lines = drawing.lines.filter(({ style }) => style === 'line');
    expect(lines.map(({ node }) => node).toSorted()).toEqual([...stems].toSorted());
  });

  test('nothing reaches out of the frame', () => {
    for (const { id, x, y, label, labelWidth } of drawing.nodes) {
      expect(x - (label === 'before' ? 11 + labelWidth : 6), id).toBeGreaterThanOrEqual(0);
      expect(x + (label === 'before' ? 6 : 11 + labelWidth), id).toBeLessThanOrEqual(drawing.width);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(drawing.height - 20);
    }
    for (const { x } of drawing.years) expect(x).toBeLessThan(drawing.width - 30);
  });

  test('a part of it can be drawn: a model whose parent is left out is a root', () => {
    const models = ['bert', 'roberta', 'xlm-roberta'].map((slug) => catalog.bySlug.get(slug)!);
    const part = treeDrawing(catalog, { models, width: 600 });
    expect(part.nodes.map(({ id, parent }) => [id, parent])).toEqual([
      ['bert', undefined],
      ['roberta', 'bert'],
      ['xlm-roberta', 'roberta'],
    ]);
    expect(part.width).toBe(600);
  });
});
