import type { Catalog } from '../../catalog/catalog.ts';
import type { LineStyle } from '../../catalog/lineage.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Hue } from '../../schema/branch.ts';

export const architectureKey: readonly { architecture: ArchitectureSlug; label: string }[] = [
  { architecture: 'encoder', label: 'encoder' },
  { architecture: 'decoder', label: 'decoder' },
  { architecture: 'encoder-decoder', label: 'encoder-decoder' },
  { architecture: 'other', label: 'other' },
];

export const lineKey: readonly { style: LineStyle; label: string }[] = [
  { style: 'weights', label: 'same weights, trained on' },
  { style: 'design', label: 'same design, trained anew' },
  { style: 'distilled', label: 'distilled' },
  { style: 'idea', label: 'borrows the idea' },
];

/** The branches that have models, by name. */
export function branchKey(catalog: Catalog): { hue: Hue; label: string }[] {
  const used = new Set(catalog.models.map(({ branch }) => branch));
  return [...catalog.branches.values()].filter(({ slug }) => used.has(slug));
}
