import type { Descent, DescentKind } from '../schema/descent.ts';
import { conceptAddress, modelAddress } from './addresses.ts';
import type { Catalog, Child, Model } from './catalog.ts';

/** What stands at one end of a line of descent. */
export type Ancestor =
  | { kind: 'model'; name: string; model: Model }
  | { kind: 'concept'; name: string; slug: string }
  | { kind: 'external'; name: string; url: string | undefined };

/** A parent and what was taken over from it. */
export interface Parent {
  ancestor: Ancestor;
  by: readonly DescentKind[];
  note: string | undefined;
}

/** One step of the way from the root to a model; `by` leads to it from the step before. */
export interface Step {
  ancestor: Ancestor;
  by: readonly DescentKind[];
}

function ancestorOf(catalog: Catalog, line: Descent): Ancestor {
  if (line.model) {
    const model = catalog.bySlug.get(line.model)!;
    return { kind: 'model', name: model.name, model };
  }
  if (line.concept)
    return { kind: 'concept', name: catalog.concepts.get(line.concept)!.label, slug: line.concept };
  return { kind: 'external', name: line.external!, url: line.url };
}

/** The page of an ancestor, or where to read about one that the catalog lacks. */
export function ancestorAddress(ancestor: Ancestor): string | undefined {
  if (ancestor.kind === 'model') return modelAddress(ancestor.model.slug);
  return ancestor.kind === 'concept' ? conceptAddress(ancestor.slug) : ancestor.url;
}

/** The parents of a model in the order in which the entry names them, the main one first. */
export function parentsOf(catalog: Catalog, model: Model): Parent[] {
  return model.extends.map((line) => ({ ancestor: ancestorOf(catalog, line), by: line.by, note: line.note }));
}

/** The main parent: the one that the entry names first. */
export function mainParentOf(catalog: Catalog, model: Model): Parent | undefined {
  return parentsOf(catalog, model)[0];
}

/** The parent from which a model hangs in the tree: the first that has a place in it, a model or a concept. */
export function drawnParentOf(catalog: Catalog, model: Model): Parent | undefined {
  return parentsOf(catalog, model).find(({ ancestor }) => ancestor.kind !== 'external');
}

/** The way from the oldest ancestor, along main parents, to the model itself. */
export function ancestryOf(catalog: Catalog, model: Model): Step[] {
  const steps: Step[] = [];
  let current: Model | undefined = model;
  let ancestor: Ancestor = { kind: 'model', name: model.name, model };
  while (current) {
    const parent = mainParentOf(catalog, current);
    steps.unshift({ ancestor, by: parent?.by ?? [] });
    if (!parent) break;
    ancestor = parent.ancestor;
    current = ancestor.kind === 'model' ? ancestor.model : undefined;
    if (!current) steps.unshift({ ancestor, by: [] });
  }
  return steps;
}

/** Direct descendants of a model, the oldest first. */
export function childrenOf(catalog: Catalog, model: Model): Child[] {
  return catalog.children.get(model.slug) ?? [];
}

/** How a line of descent is drawn: six kinds fold into four. */
export type LineStyle = 'weights' | 'design' | 'distilled' | 'idea';

/** Same weights trained on, same design trained anew, distilled, or the idea only. */
export function lineStyleOf(by: readonly DescentKind[]): LineStyle {
  if (by.includes('weights')) return 'weights';
  if (by.includes('architecture') || by.includes('objective') || by.includes('data')) return 'design';
  return by.includes('distillation') ? 'distilled' : 'idea';
}
