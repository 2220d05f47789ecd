import type { Variant } from '../schema/variant.ts';
import type { Catalog, Model } from './catalog.ts';

type Config = NonNullable<Variant['config']>;

/**
 * Bytes that the keys and values of one token take up in all layers: two vectors for each key and value head of each
 * layer. Undefined where the configuration does not say enough. Without `keyValueHeads` every query head has its own.
 * @param bytes of one number: 2 at 16 bits
 */
export function cacheBytesPerToken(config: Config, bytes: number): number | undefined {
  const { layers, width, heads } = config;
  const keyValueHeads = config.keyValueHeads ?? heads;
  const headSize =
    config.headSize ?? (width !== undefined && heads !== undefined ? width / heads : undefined);
  if (layers === undefined || keyValueHeads === undefined || headSize === undefined) return undefined;
  return 2 * layers * keyValueHeads * headSize * bytes;
}

/** The cache of one size of a model, in bytes of numbers of 16 bits. */
export interface Cache {
  model: Model;
  variant: Variant;
  perToken: number;
  /** For a text as long as the context. */
  full: number;
}

/** What makes a cache other than two vectors for each head of every layer: a memory, or layers without attention. */
const otherCaches = ['recurrence', 'hybrid', 'latent-attention'];

/**
 * The cache of the largest size of each decoder whose configuration and context are recorded, the largest cache first.
 * Models whose cache is of another kind are left out.
 */
export function decoderCaches(catalog: Catalog): Cache[] {
  return catalog.models
    .filter(
      ({ architecture, traits }) =>
        architecture === 'decoder' && !traits.some((trait) => otherCaches.includes(trait)),
    )
    .flatMap((model): Cache[] => {
      const [largest] = model.variants
        .flatMap((variant) => {
          const perToken = variant.config && cacheBytesPerToken(variant.config, 2);
          return perToken === undefined ? [] : [{ variant, perToken, context: variant.context ?? 0 }];
        })
        .sort((a, b) => (b.variant.parameters ?? 0) - (a.variant.parameters ?? 0) || b.context - a.context);
      if (!largest?.context) return [];
      const { variant, perToken, context } = largest;
      return [{ model, variant, perToken, full: perToken * context }];
    })
    .sort((a, b) => b.perToken - a.perToken);
}
