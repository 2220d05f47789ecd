import type { Catalog, Model } from '../../catalog/catalog.ts';
import { childrenOf, drawnParentOf, type Parent } from '../../catalog/lineage.ts';
import { treeDrawing, type TreeDrawing } from '../tree/tree-drawing.ts';

/** The width at which the picture fits beside the heading on the narrowest page that shows it. */
const width = 620;
/** Of more descendants those with most descendants of their own are drawn; the list has all. */
const mostChildren = 8;

/**
 * A model's own lineage: its ancestors along the lines of the tree, itself, and its direct descendants, all of which
 * hang from it here, whichever of their parents it is.
 * @returns the drawing, and how many descendants it leaves out; undefined where the model has no kin to draw
 */
export function lineageDrawing(
  catalog: Catalog,
  model: Model,
): { drawing: TreeDrawing; left: number } | undefined {
  const line: Model[] = [];
  for (let one: Model | undefined = model; one && !line.includes(one);) {
    line.push(one);
    const ancestor: Parent['ancestor'] | undefined = drawnParentOf(catalog, one)?.ancestor;
    one = ancestor?.kind === 'model' ? ancestor.model : undefined;
  }
  const all = childrenOf(catalog, model).filter((child) => !line.includes(child.model));
  const children = all
    .toSorted((a, b) => childrenOf(catalog, b.model).length - childrenOf(catalog, a.model).length)
    .slice(0, mostChildren);
  const byChild = new Map(children.map(({ model: child, by }) => [child, by]));
  const parentOf = (one: Model): Parent | undefined => {
    const by = byChild.get(one);
    if (by) return { ancestor: { kind: 'model', name: model.name, model }, by, note: undefined };
    return drawnParentOf(catalog, one);
  };
  const drawing = treeDrawing(catalog, {
    models: [...line, ...byChild.keys()],
    width,
    canFold: false,
    isRounded: true,
    parentOf,
  });
  return drawing.nodes.length > 1 ? { drawing, left: all.length - children.length } : undefined;
}
