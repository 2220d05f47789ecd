import type { Catalog } from '../catalog/catalog.ts';
import { normalName } from '../catalog/names.ts';
import type { Paper } from '../schema/paper.ts';
import { isOrganisation, nameParts } from './person-names.ts';

/** Words that say nothing of what a title is about. */
const emptyWords = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'to', 'for', 'with', 'how', 'is']);

/** What tells two papers apart: their identifiers or, without any, their titles. */
function identityOf({ arxiv, doi, url, title }: Paper): string {
  return arxiv ?? doi ?? url ?? normalName(title);
}

/** Letters and digits of ASCII only: ł has no accent that could be taken off. */
function plain(text: string): string {
  return normalName(text.replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replaceAll('ß', 'ss')).replace(
    /[^a-z0-9]/g,
    '',
  );
}

/** A key as people write them: family name of the first author, year, first word that says something. */
export function baseKey({ authors, year, title }: Paper): string {
  const [first = ''] = authors;
  const name = plain(isOrganisation(first) ? first : nameParts(first).family.split(' ').at(-1)!);
  const words = title.split(/\s+/).map((word) => plain(word));
  const word = words.find((one) => one !== '' && !emptyWords.has(one)) ?? '';
  return (name || 'anonymous') + year + word;
}

const made = new WeakMap<Catalog, Map<Paper, string>>();

/**
 * The citation key of every paper. Papers whose keys would be the same are told apart by a number in the order in
 * which they came to the catalog, so that a later entry changes no earlier key.
 */
export function citationKeys(catalog: Catalog): ReadonlyMap<Paper, string> {
  const before = made.get(catalog);
  if (before) return before;
  const keys = new Map<Paper, string>();
  const keyOf = new Map<string, string>();
  const used = new Set<string>();
  const inOrder = catalog.models.toSorted((a, b) =>
    a.added === b.added ? (a.slug < b.slug ? -1 : 1) : a.added < b.added ? -1 : 1,
  );
  for (const paper of inOrder.flatMap(({ papers }) => papers)) {
    const identity = identityOf(paper);
    let key = keyOf.get(identity);
    if (key === undefined) {
      const base = baseKey(paper);
      key = base;
      for (let turn = 2; used.has(key); turn++) key = `${base}-${turn}`;
      used.add(key);
      keyOf.set(identity, key);
    }
    keys.set(paper, key);
  }
  made.set(catalog, keys);
  return keys;
}
