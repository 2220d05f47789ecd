import { normalName } from '../../catalog/names.ts';
import { cleanQuery } from '../search/query.ts';

/** No more models than this stand side by side. */
export const mostCompared = 6;

/** What an address asks to compare. */
export interface AskedComparison {
  /** Slugs, or what was put in their place. */
  names: string[];
  onlyDifferences: boolean;
}

/** Names beyond these are not looked at: nobody asks for so many. */
const mostNames = 40;
const longestName = 80;

/** Reads the query of an address, whatever it holds. */
export function askedComparison(search: string): AskedComparison {
  const parameters = new URLSearchParams(search);
  const names = parameters
    .getAll('models')
    .flatMap((value) => value.slice(0, mostNames * longestName).split(','))
    .map((name) => cleanQuery(name).slice(0, longestName).trim())
    .filter(Boolean);
  return {
    names: names.slice(0, mostNames),
    onlyDifferences: parameters.get('only') === 'differences',
  };
}

/** The query that asks for a comparison; empty where nothing is compared. Inverse of `askedComparison`. */
export function comparisonQuery(slugs: readonly string[], onlyDifferences: boolean): string {
  if (slugs.length === 0) return '';
  return `?models=${slugs.map(encodeURIComponent).join(',')}${onlyDifferences ? '&only=differences' : ''}`;
}

/** A model by the names under which an address may ask for it. */
export interface Nameable {
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** What was asked for, sorted out. */
export interface ResolvedComparison {
  /** Models, each once, six at most. */
  slugs: string[];
  /** Models that are one too many. */
  beyond: string[];
  /** What names no model. */
  unknown: string[];
}

/** Finds the models that an address asks for: by slug, or by a name or alias that only one model has. */
export function resolvedComparison(names: readonly string[], rows: readonly Nameable[]): ResolvedComparison {
  const slugs = new Set(rows.map(({ slug }) => slug));
  const found = new Set<string>();
  const unknown = new Set<string>();
  for (const name of names) {
    const asSlug = name.toLowerCase();
    const wanted = normalName(name);
    const called = (those: (row: Nameable) => readonly string[]) =>
      rows.filter((row) => wanted !== '' && those(row).some((one) => normalName(one) === wanted));
    const byName = slugs.has(asSlug) ? [] : called((row) => [row.slug, row.name]);
    const those = byName.length > 0 || slugs.has(asSlug) ? byName : called((row) => row.aliases);
    if (slugs.has(asSlug)) found.add(asSlug);
    else if (those.length === 1) found.add(those[0]!.slug);
    else unknown.add(name);
  }
  const all = [...found];
  return { slugs: all.slice(0, mostCompared), beyond: all.slice(mostCompared), unknown: [...unknown] };
}

/** The list with one of its members moved by one place; the same list where it cannot move. */
export function moved(slugs: readonly string[], slug: string, by: 1 | -1): string[] {
  const from = slugs.indexOf(slug);
  const to = from + by;
  if (from < 0 || to < 0 || to >= slugs.length) return [...slugs];
  const others = slugs.filter((other) => other !== slug);
  return [...others.slice(0, to), slug, ...others.slice(to)];
}
