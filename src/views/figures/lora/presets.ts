import type { Catalog } from '../../../catalog/catalog.ts';
import type { Block } from './lora.ts';

/** A model of the catalog with the numbers that the figure needs. */
export interface Preset {
  key: string;
  name: string;
  /** As published. */
  parameters: number;
  layers: number;
  block: Block;
}

/** Models whose blocks are all alike and whose widths the slider can reach: slug and variant. */
export const presetKeys = [
  'gpt-3/175B',
  'bloom/176B',
  'llama/65B',
  'llama/7B',
  'bert/Large',
  'roberta/Base',
] as const;

export type PresetKey = (typeof presetKeys)[number];

/** Takes the presets from the catalog. Throws where one of them has no complete configuration. */
export function presetsOf(catalog: Catalog): Preset[] {
  return presetKeys.map((key) => {
    const [slug, variantName] = key.split('/');
    const model = catalog.bySlug.get(slug!);
    const variant = model?.variants.find(({ name }) => name === variantName);
    const { layers, width, heads, headSize, keyValueHeads, feedForward, gatedFeedForward } =
      variant?.config ?? {};
    if (!model || !variant?.parameters || !layers || !width || !heads || !feedForward)
      throw new Error(
        `content/models/${slug}.md has no variant "${variantName}" with parameters and configuration`,
      );
    const size = headSize ?? width / heads;
    return {
      key,
      name: `${model.name} ${variant.name}`,
      parameters: variant.parameters,
      layers,
      block: {
        width,
        queries: heads * size,
        keysAndValues: (keyValueHeads ?? heads) * size,
        feedForward,
        isGated: gatedFeedForward ?? false,
      },
    };
  });
}
