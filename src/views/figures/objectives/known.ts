import { explainerAddress } from '../../../catalog/addresses.ts';
import type { Catalog } from '../../../catalog/catalog.ts';

/** The objectives that the figure shows, by their slugs in the catalog, in the order of the chapter. */
export const knownObjectives = [
  'lm',
  'clm',
  'causal-masking',
  'prefix-lm',
  'mlm',
  'plm',
  'dae',
  'span-corruption',
  'rtd',
  'nsp',
] as const;

export type KnownObjective = (typeof knownObjectives)[number];

export function isKnown(slug: string | null): slug is KnownObjective {
  return (knownObjectives as readonly (string | null)[]).includes(slug);
}

const chapter = 'pretraining-objectives';

/** Where a reader can try an objective on a sentence; nothing where the figure does not know it. */
export function playgroundAddress(catalog: Pick<Catalog, 'explainers'>, slug: string): string | undefined {
  if (!isKnown(slug) || !catalog.explainers.has(chapter)) return undefined;
  return `${explainerAddress(chapter)}?objectives.objective=${slug}#figure-objectives`;
}
