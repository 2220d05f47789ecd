import { compareNames, type Catalog, type Model } from './catalog.ts';
import { childrenOf, parentsOf } from './lineage.ts';

/** A model and the one that it descends from or takes the place of. */
export interface LikelyPair {
  earlier: Model;
  later: Model;
}

/** How much came of a model: its direct descendants, and one more where a successor took its place. */
function weight(catalog: Catalog, model: Model): number {
  return childrenOf(catalog, model).length + (model.supersededBy ? 1 : 0);
}

/**
 * Pairs that people are likely to compare: a model beside its successor or beside its main parent, where both have
 * descendants of their own or the one replaced the other. Most descendants first; no model is in more than two pairs.
 */
export function likelyPairs(catalog: Catalog, most: number): LikelyPair[] {
  const pairs = catalog.models.flatMap((later) => {
    const parent = parentsOf(catalog, later)[0]?.ancestor;
    return parent?.kind === 'model' ? [{ earlier: parent.model, later }] : [];
  });
  for (const earlier of catalog.models) {
    const later = earlier.supersededBy ? catalog.bySlug.get(earlier.supersededBy) : undefined;
    if (later && !pairs.some((pair) => pair.earlier === earlier && pair.later === later))
      pairs.push({ earlier, later });
  }
  const value = ({ earlier, later }: LikelyPair) =>
    weight(catalog, earlier) + 2 * weight(catalog, later) + (earlier.supersededBy === later.slug ? 4 : 0);
  const uses = new Map<Model, number>();
  const chosen = pairs
    .sort((a, b) => value(b) - value(a) || compareNames(a.later.name, b.later.name))
    .filter(({ earlier, later }) => {
      if ([earlier, later].some((model) => (uses.get(model) ?? 0) >= 2)) return false;
      for (const model of [earlier, later]) uses.set(model, (uses.get(model) ?? 0) + 1);
      return true;
    })
    .slice(0, most);
  return chosen.sort((a, b) => (a.later.released < b.later.released ? -1 : 1));
}
