import type { Variant } from '../schema/variant.ts';
import type { Catalog, Model } from './catalog.ts';
import { compareDates } from './number-text.ts';

/** A size of a model whose layers choose among experts. */
export interface ExpertModel {
  model: Model;
  variant: Variant;
  /** The part of the parameters that one token uses, where both numbers are recorded. */
  share: number | undefined;
}

/** The sizes of models with experts whose number of experts is recorded, by date. */
export function expertModels(catalog: Catalog): ExpertModel[] {
  return catalog.models
    .flatMap((model) =>
      model.variants
        .filter(({ config }) => config?.experts !== undefined)
        .map((variant): ExpertModel => {
          const { parameters, active } = variant;
          return { model, variant, share: active && parameters ? active / parameters : undefined };
        }),
    )
    .sort((a, b) => compareDates(a.model.released, b.model.released));
}
