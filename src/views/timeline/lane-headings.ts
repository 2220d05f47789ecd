import type { Catalog } from '../../catalog/catalog.ts';
import type { BranchLanes } from './lane-layout.ts';

/** Whether a branch has its name in a row above its lanes: not where its only family has the same name. */
export function hasHeading(catalog: Catalog): (lanes: BranchLanes) => boolean {
  return ({ branch, families }) =>
    families.length > 1 || catalog.families.get(families[0]!)!.label !== catalog.branches.get(branch)!.label;
}
