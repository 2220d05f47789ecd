import { nearest } from '../../catalog/edit-distance.ts';
import { ancestorsIn, descendantsIn, type Family } from './descent.ts';

/** The part of the address that names folded families. */
export const foldedParameter = 'folded';

/** What an address says of folding: the nodes that are folded, and the names that mean nothing here. */
export interface Folds {
  folded: Set<string>;
  unknown: { name: string; nearest: string | undefined }[];
}

function hasBranches(family: Family, id: string): boolean {
  return family.values().some(({ parent }) => parent === id);
}

/** Reads `?folded=bert,t5`. A name without branches or without a place in the tree is handed back as unknown. */
export function parseFolds(query: string, family: Family): Folds {
  const folds: Folds = { folded: new Set(), unknown: [] };
  for (const written of new URLSearchParams(query).getAll(foldedParameter).join(',').split(',')) {
    const name = written.trim().toLowerCase();
    if (name === '') continue;
    if (hasBranches(family, name)) folds.folded.add(name);
    else {
      const stems = [...family.keys()].filter((id) => hasBranches(family, id));
      folds.unknown.push({ name, nearest: nearest(name, stems) });
    }
  }
  return folds;
}

/** Writes the folded nodes into a query string and leaves the rest of it as it is. */
export function printFolds(query: string, folded: ReadonlySet<string>): string {
  const parameters = new URLSearchParams(query);
  parameters.delete(foldedParameter);
  const rest = String(parameters);
  const names = [...folded].sort().join(',');
  const parts = [rest, names && `${foldedParameter}=${names}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** A line about names in the address that mean nothing; empty where there are none. */
export function unknownText(unknown: Folds['unknown']): string {
  if (unknown.length === 0) return '';
  const names = unknown
    .slice(0, 4)
    .map(({ name, nearest: near }) => `“${name.slice(0, 40)}”${near ? ` (nearest: ${near})` : ''}`);
  const more = unknown.length > 4 ? `, and ${unknown.length - 4} more` : '';
  return `Not a family of this tree, so not folded: ${names.join(', ')}${more}.`;
}

/** The nodes that are hidden because an ancestor is folded. */
export function hiddenIn(family: Family, folded: ReadonlySet<string>): Set<string> {
  return new Set([...folded].flatMap((id) => descendantsIn(family, id)));
}

/** The folded nodes without those that hide a node. */
export function unfoldedFor(family: Family, folded: ReadonlySet<string>, id: string): Set<string> {
  const ancestors = ancestorsIn(family, id);
  return new Set([...folded].filter((one) => !ancestors.includes(one)));
}

/** What "fold all" folds: the families that hang from a root directly. */
export function allFolds(family: Family): Set<string> {
  const isRoot = (id: string) => !family.has(family.get(id)?.parent ?? '');
  return new Set(
    [...family.keys()].filter(
      (id) => !isRoot(id) && isRoot(family.get(id)!.parent!) && hasBranches(family, id),
    ),
  );
}
