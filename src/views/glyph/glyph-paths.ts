import type { ArchitectureSlug } from '../../schema/architecture.ts';

/** The id of the symbol of an architecture, on every page and in pictures that stand alone. */
export const symbols: Record<ArchitectureSlug, string> = {
  encoder: 'g-enc',
  decoder: 'g-dec',
  'encoder-decoder': 'g-ed',
  other: 'g-oth',
};

/** The attention mask itself on a grid of 16: rows are positions, columns what each may see. */
export const glyphPaths: Record<ArchitectureSlug, string> = {
  encoder: 'M2 2h12v12H2z',
  decoder: 'M2 2h4v4h4v4h4v4H2z',
  'encoder-decoder': 'M1 1h7v7h4v4h3v3H7V8H1z',
  other: 'M2 2h12v12H2zm2.5 2.5v7h7v-7z',
};
