import type { ArchitectureSlug } from '../schema/architecture.ts';
import type { Hue } from '../schema/branch.ts';
import type { DescentKind } from '../schema/descent.ts';

/** A line of descent from a parent; `by` is what was taken over. */
export interface AncestryLine {
  parent: string;
  by: readonly DescentKind[];
}

/** A model, a concept or a model outside the catalog, with its parents, the main one first. */
export interface AncestryNode {
  /** The slug of a model; "concept:" and a slug; "external:" and a name. */
  id: string;
  name: string;
  /** The page of it: an address of the catalog, or of the world for what is outside. */
  address?: string;
  hue?: Hue;
  architecture?: ArchitectureSlug;
  released?: string;
  parents: AncestryLine[];
}

/** A step of a way down; `by` leads to it from the step before, and is empty at the first. */
export interface DescentStep {
  node: AncestryNode;
  by: readonly DescentKind[];
}

/** The nearest thing that models all come from. */
export interface CommonAncestor {
  ancestor: AncestryNode;
  /** The way from it to each model, in the order of the models; one step where it is the model itself. */
  ways: DescentStep[][];
  /** Further ones that are as near in kind: common, and not above another that is. */
  others: AncestryNode[];
  /** Some way uses a line by which only an idea was taken over. */
  byIdea: boolean;
}

function isIdea({ by }: AncestryLine): boolean {
  return by.every((kind) => kind === 'inspiration');
}

/** How far each ancestor is from a node, in steps, the node itself included, by breadth first. */
function distancesFrom(
  nodes: ReadonlyMap<string, AncestryNode>,
  from: string,
  follows: (line: AncestryLine) => boolean,
): Map<string, number> {
  const distances = new Map([[from, 0]]);
  for (const [id, distance] of distances) {
    for (const line of nodes.get(id)?.parents ?? []) {
      if (follows(line) && nodes.has(line.parent) && !distances.has(line.parent))
        distances.set(line.parent, distance + 1);
    }
  }
  return distances;
}

/** The way down to a node along main parents, where it comes by the ancestor. */
function mainWayDown(
  nodes: ReadonlyMap<string, AncestryNode>,
  ancestor: string,
  to: string,
  follows: (line: AncestryLine) => boolean,
): DescentStep[] | undefined {
  const steps: DescentStep[] = [];
  const passed = new Set<string>();
  for (let node = nodes.get(to); node && !passed.has(node.id);) {
    passed.add(node.id);
    if (node.id === ancestor) return [{ node, by: [] }, ...steps];
    const main = node.parents.find((line) => follows(line) && nodes.has(line.parent));
    if (!main) return undefined;
    steps.unshift({ node, by: main.by });
    node = nodes.get(main.parent);
  }
  return undefined;
}

/** The shortest way down from an ancestor to a node; of equals the one along parents that are named first. */
function wayDown(
  nodes: ReadonlyMap<string, AncestryNode>,
  ancestor: string,
  to: string,
  follows: (line: AncestryLine) => boolean,
): DescentStep[] {
  const cameFrom = new Map<string, { child: string; by: readonly DescentKind[] } | undefined>([
    [to, undefined],
  ]);
  for (const [id] of cameFrom) {
    if (id === ancestor) break;
    for (const line of nodes.get(id)?.parents ?? []) {
      if (follows(line) && nodes.has(line.parent) && !cameFrom.has(line.parent))
        cameFrom.set(line.parent, { child: id, by: line.by });
    }
  }
  const steps: DescentStep[] = [{ node: nodes.get(ancestor)!, by: [] }];
  for (let next = cameFrom.get(ancestor); next; next = cameFrom.get(next.child))
    steps.push({ node: nodes.get(next.child)!, by: next.by });
  return steps;
}

function nearest(
  nodes: ReadonlyMap<string, AncestryNode>,
  ids: readonly string[],
  follows: (line: AncestryLine) => boolean,
): CommonAncestor | undefined {
  const distances = ids.map((id) => distancesFrom(nodes, id, follows));
  const common = [...nodes.keys()].filter((id) => distances.every((those) => those.has(id)));
  const above = new Set(
    common.flatMap((id) => [...distancesFrom(nodes, id, follows).keys()].filter((other) => other !== id)),
  );
  const total = (id: string) => distances.reduce((sum, those) => sum + those.get(id)!, 0);
  const released = (id: string) => nodes.get(id)!.released ?? '';
  const lowest = common
    .filter((id) => !above.has(id))
    .sort((a, b) => total(a) - total(b) || (released(a) > released(b) ? -1 : 1) || (a < b ? -1 : 1));
  const [first, ...others] = lowest;
  if (first === undefined) return undefined;
  const ways = ids.map((id) => mainWayDown(nodes, first, id, follows) ?? wayDown(nodes, first, id, follows));
  return {
    ancestor: nodes.get(first)!,
    ways,
    others: others.map((id) => nodes.get(id)!),
    byIdea: ways.some((way) =>
      way.some(({ by }) => by.length > 0 && by.every((kind) => kind === 'inspiration')),
    ),
  };
}

/**
 * The nearest common ancestor of models: one of which no descendant is common too, with the fewest steps to all of
 * them together, of equals the youngest. A model is its own ancestor. Lines by which only an idea was taken over
 * count where no others lead to a common ancestor. The ways go along main parents where these lead there, else the
 * shortest way. Undefined where nothing recorded is common.
 * @param ancestries of each model the nodes of its ancestry, the model first
 */
export function commonAncestorOf(
  ancestries: readonly (readonly AncestryNode[])[],
): CommonAncestor | undefined {
  const nodes = new Map(ancestries.flat().map((node) => [node.id, node]));
  const ids = ancestries.flatMap(([model]) => (model ? [model.id] : []));
  if (ids.length === 0) return undefined;
  return nearest(nodes, ids, (line) => !isIdea(line)) ?? nearest(nodes, ids, () => true);
}
