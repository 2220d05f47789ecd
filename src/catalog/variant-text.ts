import type { Variant } from '../schema/variant.ts';
import { countText, wholeText } from './number-text.ts';

type Config = NonNullable<Variant['config']>;

const configWords: Record<keyof Config, string> = {
  layers: 'layers',
  width: 'wide',
  heads: 'heads',
  keyValueHeads: 'key-value heads',
  headSize: 'a head',
  feedForward: 'feed-forward',
  vocabulary: 'vocabulary',
  experts: 'experts',
  activeExperts: 'active',
  gatedFeedForward: 'gated feed-forward',
  tiedEmbeddings: 'tied embeddings',
};

/** A configuration in a line: "24 layers · 1,024 wide". */
export function configText(config: Config): string {
  return Object.entries(config)
    .flatMap(([key, value]) => {
      const words = configWords[key as keyof Config];
      if (typeof value === 'number') return [`${wholeText(value)} ${words}`];
      return value ? [words] : [];
    })
    .join(' · ');
}

/** The sizes of a variant's parts in a line: "U-Net 860M · text encoder 123M". */
export function partsText(parts: NonNullable<Variant['parts']>): string {
  return parts.map(({ name, parameters }) => `${name} ${countText(parameters)}`).join(' · ');
}
