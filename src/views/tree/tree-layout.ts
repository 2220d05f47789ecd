/** A node of a forest to be drawn. */
export interface TreeNode {
  id: string;
  /** The node it hangs from; undefined for a root. */
  parent: string | undefined;
  /** Its date as a place on the time axis, in the drawing's units. */
  x: number;
  /** Width of its label. */
  labelWidth: number;
  /** Where it goes from a root: above its line or below it. Its own branches go the same way. */
  side: 'above' | 'below';
  /** A root that is placed after all others, whatever its date. */
  isLast?: boolean;
}

/**
 * Where the label of a node stands: after its mark; on the line of its branches, on the side where none hang; before
 * the mark of a root that has branches on both sides.
 */
export type LabelPlace = 'after' | 'on' | 'before';

/** A node with its place. */
export interface PlacedNode extends TreeNode {
  /** Row of the drawing from the top, counted from 0. */
  row: number;
  /** End of the line on which its branches hang; undefined where it has none. */
  lineEnd: number | undefined;
  label: LabelPlace;
  /** The side of its line that its branches hang on, or would hang on. */
  towards: TreeNode['side'];
}

/** Half the width of a mark, and the least distance between two verticals. */
export const markRadius = 6;
export const verticalGap = 10;
/** Space between the middle of a mark and its label, and what is kept free after a label. */
export const labelOffset = 11;
const labelGap = 8;

/**
 * The outline of a node and all that hangs from it. Rows are kept from the farthest to its own, so that a row between
 * it and its parent is added at the end.
 *
 * The first and the last stretch of a row are enough. Whatever is in a row hangs from the parent's line by verticals
 * and lines that run only right and away from it, so an earlier sibling, which comes from the left, could reach a gap
 * between two stretches only through one of those lines.
 */
interface Outline {
  left: number[];
  right: number[];
}

/** Something in the making: what will be a PlacedNode. */
interface Draft {
  node: TreeNode;
  branches: Draft[];
  label: LabelPlace;
  /** Rows away from its parent. */
  depth: number;
  outline: Outline;
}

function byDate(a: TreeNode, b: TreeNode): number {
  return a.x - b.x || (a.id < b.id ? -1 : 1);
}

/** The stretch that a node takes of its own row: mark and label, and the line of its branches. */
function ownStretch({ node, branches, label }: Draft): [from: number, to: number] {
  const before = label === 'before' ? labelOffset + node.labelWidth : markRadius;
  const labelEnd = node.x + (label === 'before' ? markRadius : labelOffset + node.labelWidth + labelGap);
  return [node.x - before - 2, Math.max(labelEnd, (branches.at(-1)?.node.x ?? 0) + 2)];
}

/** Puts siblings so far apart that their verticals can be told apart, and none before its parent's mark. */
function spaced(children: readonly TreeNode[], parentX: number): TreeNode[] {
  let least = parentX + markRadius + 2;
  return [...children].sort(byDate).map((child) => {
    const x = Math.max(child.x, least);
    least = x + verticalGap;
    return { ...child, x };
  });
}

/** Whether a branch finds room `depth` rows from the line whose other branches `taken` holds. */
function fits(branch: Outline, taken: Outline, depth: number): boolean {
  const rows = Math.min(branch.right.length, taken.left.length - depth);
  for (let away = 0; away < rows; away++) {
    const right = branch.right[branch.right.length - 1 - away]!;
    if (right > taken.left[taken.left.length - 1 - depth - away]!) return false;
  }
  return true;
}

/** Adds a branch `depth` rows away, and the vertical at `x` that leads to it. May use up either outline. */
function joined(branch: Outline, taken: Outline, depth: number, x: number): Outline {
  const rows = Math.max(branch.left.length + depth, taken.left.length);
  // The longer one is kept and the shorter one added to it, so that a long chain is not copied at every step.
  const isKept = taken.left.length >= branch.left.length;
  const [into, from, shift] = isKept ? [taken, branch, depth] : [branch, taken, 0];
  const missing = rows - into.left.length;
  if (isKept) {
    into.left.unshift(...Array<number>(missing).fill(Infinity));
    into.right.unshift(...Array<number>(missing).fill(-Infinity));
  } else {
    for (let added = 0; added < missing; added++) {
      into.left.push(Infinity);
      into.right.push(-Infinity);
    }
  }
  for (let away = 0; away < from.left.length; away++) {
    const source = from.left.length - 1 - away;
    const target = rows - 1 - away - shift;
    into.left[target] = Math.min(into.left[target]!, from.left[source]!);
    into.right[target] = Math.max(into.right[target]!, from.right[source]!);
  }
  for (let away = 1; away < depth; away++) {
    const row = rows - 1 - away;
    into.left[row] = Math.min(into.left[row]!, x - 2);
    into.right[row] = Math.max(into.right[row]!, x + 2);
  }
  return into;
}

/**
 * Packs branches onto a line, the latest first, each as near as it finds room. No vertical crosses the subtree of a
 * later sibling, which begins right of it.
 */
function packed(branches: readonly Draft[], own: readonly [number, number]): Outline {
  let taken: Outline = { left: [own[0]], right: [own[1]] };
  let later: Draft | undefined;
  for (const branch of branches.toReversed()) {
    // A branch that reaches under the vertical of the next one has to pass below the end of it.
    const isUnder = later !== undefined && branch.outline.right.at(-1)! > later.node.x - 2;
    let depth = isUnder ? later!.depth + 1 : 1;
    while (!fits(branch.outline, taken, depth)) depth++;
    branch.depth = depth;
    later = branch;
    taken = joined(branch.outline, taken, depth, branch.node.x);
  }
  return taken;
}

/** The trees with their marks in place along the axis, every branch after the one it hangs from. */
function drafts(nodes: readonly TreeNode[]): { roots: Draft[]; all: Draft[] } {
  const known = new Set(nodes.map(({ id }) => id));
  const children = Map.groupBy(nodes, ({ parent }) =>
    parent !== undefined && known.has(parent) ? parent : undefined,
  );
  const draft = (node: TreeNode): Draft => ({
    node,
    branches: [],
    label: 'after',
    depth: 0,
    outline: { left: [], right: [] },
  });
  const roots = (children.get(undefined) ?? [])
    .toSorted((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false) || byDate(a, b))
    .map(draft);
  const all = [...roots];
  // Grows while it is gone through.
  for (const one of all) {
    one.branches = spaced(children.get(one.node.id) ?? [], one.node.x).map(draft);
    if (one.branches.length > 0) one.label = 'on';
    all.push(...one.branches);
  }
  for (const root of roots) {
    const sides = new Set(root.branches.map(({ node }) => node.side));
    if (sides.size === 2) root.label = 'before';
  }
  return { roots, all };
}

/** A stretch of a row. */
type Stretch = readonly [from: number, to: number];

/**
 * Lays out a forest with time running right. Every parent's line goes on to its last branch, and every
 * branch hangs from it by a vertical at its own date. Subtrees are packed into the first rows that are free, so that no
 * two labels, marks or lines touch. The order of `nodes` does not matter, and whether one sibling hangs before another
 * is a matter of their dates alone.
 * @param nodes parents may be missing; a node whose parent is missing is a root
 * @returns every node once, with its row, its place (moved by a few units where siblings are of one day) and its line
 */
export function treeLayout(nodes: readonly TreeNode[]): { nodes: PlacedNode[]; rows: number } {
  const { roots, all } = drafts(nodes);
  const isRoot = new Set(roots);
  for (const one of all.toReversed()) {
    if (!isRoot.has(one)) one.outline = packed(one.branches, ownStretch(one));
  }

  const rowOf = new Map<Draft, number>();
  const taken = new Map<number, Stretch[]>();
  for (const root of roots) {
    const own = ownStretch(root);
    const stretches: [row: number, stretch: Stretch][] = [[0, own]];
    for (const [side, away] of [
      ['above', -1],
      ['below', 1],
    ] as const) {
      const { left, right } = packed(
        root.branches.filter(({ node }) => node.side === side),
        own,
      );
      for (let row = 1; row < left.length; row++) {
        const index = left.length - 1 - row;
        stretches.push([away * row, [left[index]!, right[index]!]]);
      }
    }
    const step = root.node.side === 'above' ? -1 : 1;
    let offset = 0;
    const meets = () =>
      stretches.some(([row, [from, to]]) =>
        taken.get(row + offset)?.some((other) => from < other[1] && other[0] < to),
      );
    while (meets()) offset += step;
    for (const [row, stretch] of stretches) {
      const stretchesOfRow = taken.get(row + offset);
      if (stretchesOfRow) stretchesOfRow.push(stretch);
      else taken.set(row + offset, [stretch]);
    }
    rowOf.set(root, offset);
    for (const branch of root.branches)
      rowOf.set(branch, offset + (branch.node.side === 'above' ? -branch.depth : branch.depth));
  }

  const placed = new Map<string, PlacedNode>();
  let [first, last] = [0, 0];
  for (const one of all) {
    const row = rowOf.get(one)!;
    [first, last] = [Math.min(first, row), Math.max(last, row)];
    const { node, branches, label } = one;
    const towards = (isRoot.has(one) && branches[0]?.node.side) || node.side;
    placed.set(node.id, { ...node, row, lineEnd: branches.at(-1)?.node.x, label, towards });
    if (isRoot.has(one)) continue;
    for (const branch of branches) {
      // All of a tree's side goes the way that its first branch went.
      branch.node.side = node.side;
      rowOf.set(branch, row + (node.side === 'above' ? -branch.depth : branch.depth));
    }
  }
  return {
    nodes: nodes.map(({ id }) => {
      const node = placed.get(id)!;
      return { ...node, row: node.row - first };
    }),
    rows: last - first + 1,
  };
}
