import { beforeAll, expect, test } from 'vitest';
import type { Catalog, Model } from '../../src/catalog/catalog.ts';
import { drawnParentOf } from '../../src/catalog/lineage.ts';
import { familyTimeline } from '../../src/views/facet/family-timeline.ts';
import { childrenElsewhere, familyTree } from '../../src/views/facet/family-tree.ts';
import { siteCatalog } from './site-catalog.ts';

let catalog: Catalog;
let families: Model[][];
beforeAll(async () => {
  catalog = await siteCatalog();
  families = [...Map.groupBy(catalog.models, ({ family }) => family).values()];
}, 60_000);

const parentId = (model: Model) => {
  const ancestor = drawnParentOf(catalog, model)?.ancestor;
  if (ancestor?.kind === 'model') return ancestor.model.slug;
  return ancestor?.kind === 'concept' ? `concept:${ancestor.slug}` : undefined;
};

test('the tree of a family has its models, what they hang from, and of few models what hangs from them', () => {
  for (const models of families) {
    const slugs = models.map(({ slug }) => slug);
    const tree = familyTree(catalog, models);
    if (!tree) {
      expect(models.length).toBeLessThan(3);
      continue;
    }
    const ids = tree.drawing.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(slugs));
    expect(ids.filter((id) => !slugs.includes(id)).toSorted()).toEqual([...tree.outside].toSorted());
    const parents = new Set(models.map(parentId));
    for (const id of tree.outside) {
      const child = catalog.bySlug.get(id);
      const isChild = child !== undefined && slugs.includes(parentId(child) ?? '');
      expect(parents.has(id) || (models.length <= 2 && isChild), `${id} beside ${slugs[0]}`).toBe(true);
    }
    const { years } = tree.drawing;
    for (const [index, { x }] of years.slice(1).entries())
      expect(x - years[index]!.x, `years beside ${slugs[0]}`).toBeGreaterThan(34);
    const drawn = new Map(tree.drawing.nodes.map((node) => [node.id, node.parent]));
    for (const model of models) expect(drawn.get(model.slug), model.slug).toBe(parentId(model));
  }
});

test('what descends from a model elsewhere is of another family', () => {
  const gpt3 = childrenElsewhere(catalog, catalog.bySlug.get('gpt-3')!).map(({ slug }) => slug);
  expect(gpt3).toContain('opt');
  expect(gpt3).not.toContain('instructgpt');
});

test('the timeline of a family places its models and what certainly came out later, names apart', () => {
  for (const models of families) {
    const { rows, ticks } = familyTimeline(models);
    expect(rows.map(({ model }) => model)).toEqual(models);
    for (const { model, at, later } of rows) {
      expect(at).toBeGreaterThanOrEqual(0);
      let end = at;
      for (const one of later) {
        expect(one.at, model.slug).toBeGreaterThan(at);
        expect(one.at).toBeLessThanOrEqual(100);
        expect(one.at).toBeGreaterThanOrEqual(end);
        end = one.at;
      }
    }
    expect(ticks[0]).toMatchObject({ at: 0, isMain: true });
  }
  const whisper = familyTimeline([catalog.bySlug.get('whisper')!]).rows[0]!;
  expect(whisper.later.map(({ label }) => label)).toEqual(['large-v2', 'large-v3', 'turbo']);
});

test('a date known to the year is the whole year on the timeline', () => {
  const electra = catalog.bySlug.get('electra')!;
  const bert = catalog.bySlug.get('bert')!;
  const [, row] = familyTimeline([bert, { ...electra, released: '2019', variants: [] }]).rows;
  expect(row!.within).toEqual({ from: 50, to: 100 });
});
