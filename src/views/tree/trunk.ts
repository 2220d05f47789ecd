import type { Catalog, Model } from '../../catalog/catalog.ts';
import { drawnParentOf } from '../../catalog/lineage.ts';
import { ancestorsIn } from './descent.ts';

/**
 * The models of a tree in small: all of them where they are few enough; else those from which others descend, at most
 * `most`, those with the most descendants first. What a model hangs from has more descendants than itself, so nothing
 * that is drawn has lost its parent.
 */
export function trunkOf(catalog: Catalog, most: number): readonly Model[] {
  const { models } = catalog;
  if (models.length <= most) return models;
  const family = new Map(
    models.map((model) => {
      const drawn = drawnParentOf(catalog, model)?.ancestor;
      return [model.slug, { id: model.slug, parent: drawn?.kind === 'model' ? drawn.model.slug : undefined }];
    }),
  );
  const counts = new Map<string, number>();
  for (const { slug } of models)
    for (const ancestor of ancestorsIn(family, slug)) counts.set(ancestor, (counts.get(ancestor) ?? 0) + 1);
  return models
    .filter(({ slug }) => counts.has(slug))
    .toSorted((a, b) => counts.get(b.slug)! - counts.get(a.slug)! || (a.released < b.released ? -1 : 1))
    .slice(0, most);
}
