import { causalMask, encoderDecoderMask, fullMask, prefixMask, type Mask } from './masks.ts';

/** One of the four architectures of the figure. */
export interface Kind {
  name: 'encoder' | 'decoder' | 'prefix' | 'encoder-decoder';
  title: string;
  /** The sign of the catalog; a prefix decoder is a decoder there. */
  glyph: string;
  mask(size: number, border: number): Mask;
  hasBorder: boolean;
}

export const kinds: readonly Kind[] = [
  { name: 'encoder', title: 'Encoder', glyph: 'g-enc', mask: (size) => fullMask(size), hasBorder: false },
  { name: 'decoder', title: 'Decoder', glyph: 'g-dec', mask: (size) => causalMask(size), hasBorder: false },
  { name: 'prefix', title: 'Prefix decoder', glyph: 'g-dec', mask: prefixMask, hasBorder: true },
  {
    name: 'encoder-decoder',
    title: 'Encoder-decoder',
    glyph: 'g-ed',
    mask: encoderDecoderMask,
    hasBorder: true,
  },
];
