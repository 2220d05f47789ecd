/** What the walk along the lines needs of a node. */
export interface Kin {
  id: string;
  /** The node it hangs from. */
  parent: string | undefined;
}

/** A node with its place in the picture. */
export interface PlacedKin extends Kin {
  x: number;
  y: number;
}

export type Family = ReadonlyMap<string, Kin>;

/** The ancestors of a node, the nearest first. Stops where the chain ends or comes round again. */
export function ancestorsIn(family: Family, id: string): string[] {
  const chain = new Set<string>();
  for (
    let next = family.get(id)?.parent;
    next !== undefined && !chain.has(next);
    next = family.get(next)?.parent
  ) {
    chain.add(next);
  }
  return [...chain];
}

/** All that descends from a node, in no order. */
export function descendantsIn(family: Family, id: string): string[] {
  const children = Map.groupBy(family.values(), ({ parent }) => parent);
  const found = new Set([id]);
  // Grows while it is gone through.
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child.id);
  return [...found].slice(1);
}

/**
 * Where an arrow key leads: left to the parent, right to the first branch of its line, up and down among siblings as
 * they stand in the picture.
 */
export function neighbourIn(nodes: readonly PlacedKin[], id: string, key: string): string | undefined {
  const node = nodes.find((one) => one.id === id);
  if (!node) return undefined;
  if (key === 'ArrowLeft') return nodes.find((one) => one.id === node.parent)?.id;
  if (key === 'ArrowRight') {
    return nodes.filter(({ parent }) => parent === id).sort((a, b) => a.x - b.x)[0]?.id;
  }
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return undefined;
  const siblings = nodes
    .filter(({ parent }) => parent === node.parent)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  return siblings[siblings.indexOf(node) + step]?.id;
}
