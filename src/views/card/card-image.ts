import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import type { Card } from './card.ts';
import { cardNode } from './card-drawing.ts';
import { cardSize, type Ink } from './card-parts.ts';

const require = createRequire(import.meta.url);

/** The fonts of cards: the package's file, and the name that styles call it by. */
const fonts = [
  ['source-serif-4', 'latin-400-normal', 'Source Serif 4'],
  ['source-serif-4', 'latin-400-italic', 'Source Serif 4'],
  ['source-serif-4', 'latin-600-normal', 'Source Serif 4'],
  ['source-serif-4', 'latin-ext-600-normal', 'Source Serif 4 ext'],
  ['source-serif-4', 'greek-400-normal', 'Source Serif 4 Greek'],
  ['source-serif-4', 'greek-600-normal', 'Source Serif 4 Greek'],
  ['source-sans-3', 'latin-400-normal', 'Source Sans 3'],
  ['source-sans-3', 'latin-600-normal', 'Source Sans 3'],
  ['source-sans-3', 'latin-ext-400-normal', 'Source Sans 3 ext'],
  ['source-sans-3', 'greek-400-normal', 'Source Sans 3 Greek'],
] as const;

/** A renderer that knows the fonts of cards and no others. */
export async function newRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const [family, face, name] of fonts) {
    const file = require.resolve(`@fontsource/${family}/files/${family}-${face}.woff2`);
    await renderer.registerFont({
      data: await readFile(file),
      name,
      weight: Number(/\d+/.exec(face)![0]),
      style: face.endsWith('italic') ? 'italic' : 'normal',
    });
  }
  return renderer;
}

let shared: Promise<Renderer> | undefined;

/** A card as PNG. The same card gives the same bytes. */
export async function cardImage(
  card: Card,
  ink: Ink,
  renderer: Promise<Renderer> = (shared ??= newRenderer()),
): Promise<Uint8Array> {
  return (await renderer).render(cardNode(card, ink), { ...cardSize, format: 'png' });
}
