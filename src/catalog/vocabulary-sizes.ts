import type { Catalog, Model } from './catalog.ts';
import { compareDates } from './number-text.ts';

/** Models whose input is cut into a vocabulary of one size. */
export interface VocabularySize {
  tokens: number;
  /** By date. */
  models: Model[];
}

/** The sizes of vocabularies that the catalog records, the largest first. A model whose sizes differ stands at each. */
export function vocabularySizes(catalog: Catalog): VocabularySize[] {
  const sizes = new Map<number, Set<Model>>();
  for (const model of catalog.models)
    for (const { config } of model.variants)
      if (config?.vocabulary !== undefined)
        sizes.set(config.vocabulary, (sizes.get(config.vocabulary) ?? new Set()).add(model));
  return [...sizes]
    .sort(([a], [b]) => b - a)
    .map(([tokens, models]) => ({
      tokens,
      models: [...models].sort((a, b) => compareDates(a.released, b.released)),
    }));
}
