import { editDistance } from '../../src/catalog/edit-distance.ts';
import { variantName } from '../../src/catalog/name-index.ts';
import { normalName } from '../../src/catalog/names.ts';

interface Named {
  slug: string;
  data: { name: string; aliases: readonly string[]; variants: readonly { name: string }[] };
}

/** A model that may be the one that someone is about to add. */
export interface NearName {
  slug: string;
  /** The name, or the alias, that is like the new one. */
  spelling: string;
  isSame: boolean;
}

/**
 * Models with a name like one of these: the same but for case, accents and separators; one letter off; or the
 * beginning of the other.
 */
export function nearNames(models: readonly Named[], names: readonly string[]): NearName[] {
  const wanted = names.map(normalName).filter(Boolean);
  return models.flatMap(({ slug, data }) => {
    const spellings = [
      data.name,
      ...data.aliases,
      ...data.variants.map(({ name }) => variantName(data.name, name)),
    ];
    const likeness = (spelling: string) =>
      Math.max(0, ...wanted.map((name) => likenessOf(name, normalName(spelling))));
    const near = spellings
      .map((spelling) => ({ slug, spelling, likeness: likeness(spelling) }))
      .sort((a, b) => b.likeness - a.likeness)[0]!;
    return near.likeness > 0 ? [{ slug, spelling: near.spelling, isSame: near.likeness === 3 }] : [];
  });
}

function likenessOf(a: string, b: string): number {
  if (a === b) return 3;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 5 && editDistance(a, b, 1) === 1) return 2;
  return shorter >= 4 && (a.startsWith(b) || b.startsWith(a)) ? 1 : 0;
}
