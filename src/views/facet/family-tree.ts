import type { Catalog, Model } from '../../catalog/catalog.ts';
import { childrenOf, drawnParentOf } from '../../catalog/lineage.ts';
import { yearsOf } from '../timeline/time-axis.ts';
import { nodeId, treeDrawing, type TreeDrawing } from '../tree/tree-drawing.ts';

/** A family's own part of the tree. */
export interface FamilyTree {
  drawing: TreeDrawing;
  /** The nodes that belong to other families, and concepts. */
  outside: ReadonlySet<string>;
}

/** A family of no more models than this has too few lines of its own: those that lead on from it are drawn as well. */
const fewModels = 2;
/** Fewer names than this make no picture. */
const fewestNodes = 3;
/** So many models of other families are drawn that hang from a family of few models. */
const mostChildren = 10;

/** What hangs in the tree from a model without belonging to its family, the oldest first. */
export function childrenElsewhere(catalog: Catalog, model: Model): Model[] {
  return childrenOf(catalog, model)
    .map((child) => child.model)
    .filter((child) => {
      const drawn = drawnParentOf(catalog, child)?.ancestor;
      return child.family !== model.family && drawn?.kind === 'model' && drawn.model === model;
    });
}

/**
 * The width of a drawing by what is on it: one of few names on a wide axis is all lines, and the years of a long axis
 * need room for their numbers even where nothing came out.
 */
function widthFor(nodes: number, models: Iterable<Model>): number {
  const dates = [...models].map(({ released }) => yearsOf(released));
  const byYears = 100 + 84 * (Math.max(...dates) - Math.min(...dates));
  return Math.min(900, Math.max(nodes <= 4 ? 520 : nodes <= 8 ? 700 : 900, Math.round(byYears)));
}

/**
 * The tree of a family: its models, and what they hang from in other families; of a family of few models also what
 * hangs from them. Undefined where this is too little for a picture.
 * @param models those of the family
 */
export function familyTree(catalog: Catalog, models: readonly Model[]): FamilyTree | undefined {
  const members = new Set(models);
  const drawn = new Set(models);
  for (const model of models) {
    const parent = drawnParentOf(catalog, model)?.ancestor;
    if (parent?.kind === 'model') drawn.add(parent.model);
  }
  if (models.length <= fewModels) {
    const children = models.flatMap((model) => childrenElsewhere(catalog, model));
    for (const child of children.slice(0, mostChildren)) drawn.add(child);
  }
  // A concept hangs in the picture only for the sake of a member.
  const parentOf = (model: Model) => {
    const parent = drawnParentOf(catalog, model);
    return parent?.ancestor.kind === 'concept' && !members.has(model) ? undefined : parent;
  };
  const concepts = new Set(
    models.flatMap((model) => {
      const ancestor = parentOf(model)?.ancestor;
      return ancestor?.kind === 'concept' ? (nodeId(ancestor) ?? []) : [];
    }),
  );
  const count = drawn.size + concepts.size;
  if (count < fewestNodes) return undefined;
  const drawing = treeDrawing(catalog, {
    models: [...drawn],
    width: widthFor(count, drawn),
    canFold: false,
    isRounded: true,
    parentOf,
  });
  const ids = new Set(models.map(({ slug }) => slug));
  const isOutside = ({ id }: { id: string }) => !ids.has(id);
  return {
    outside: new Set(drawing.nodes.filter(isOutside).map(({ id }) => id)),
    drawing: {
      ...drawing,
      // Where the others come from is told on their own pages.
      nodes: drawing.nodes.map((node) =>
        isOutside(node) && node.architecture !== 'concept' ? { ...node, note: '' } : node,
      ),
    },
  };
}
