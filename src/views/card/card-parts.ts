import type { Node } from '@takumi-rs/core';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Hue } from '../../schema/branch.ts';
import { glyphPaths } from '../glyph/glyph-paths.ts';
import { lightHues } from '../page/light-hues.ts';

/** The size of a card in pixels, that which link previews ask for. */
export const cardSize = { width: 1200, height: 630 };
/** The column in which everything but the thumb index stands: its left edge and its width. */
export const left = 80;
export const width = 1010;

export const serif = '"Source Serif 4", "Source Serif 4 ext", "Source Serif 4 Greek"';
export const sans = '"Source Sans 3", "Source Sans 3 ext", "Source Sans 3 Greek"';

/** The colours of a card by their roles. */
export interface Ink {
  paper: string;
  ink: string;
  quiet: string;
  label: string;
  rule: string;
  here: string;
  /** The hue of a branch as a mark, and as text. */
  mark(hue: Hue): string;
  word(hue: Hue): string;
}

/** The light theme of the site, out of the style sheet that has it. */
export function inkOf(tokens: string): Ink {
  const found = tokens.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6})[,)]/g);
  const colours = new Map([...found].map(([, name, colour]) => [name!, colour!]));
  const hues = lightHues(tokens);
  const colour = (name: string): string => {
    const value = colours.get(name);
    if (!value) throw new Error(`tokens.css has no light colour --${name}, which share cards are drawn with`);
    return value;
  };
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    quiet: colour('ink-2'),
    label: colour('ink-3'),
    rule: colour('rule'),
    here: colour('rubric'),
    mark: (hue) => hues.get(hue)!.mark,
    word: (hue) => hues.get(hue)!.text,
  };
}

/** A place on the card, in pixels. */
export interface Place {
  left: number;
  top: number;
  width?: number;
  height?: number;
}

export function box(place: Place, style: object, children: Node[] = []): Node {
  return { type: 'container', style: { position: 'absolute', ...place, ...style }, children };
}

export function text(value: string, style: object): Node {
  return { type: 'text', text: value, style };
}

export function placedText(value: string, place: Place, style: object): Node {
  return text(value, { position: 'absolute', ...place, ...style });
}

/**
 * A drawing without text, from SVG in pixels of its own. All its lines are level or upright, so they need no
 * soft edges, which would make the file twice as large.
 */
export function picture(svg: string, place: Required<Place>): Node {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${place.width}" height="${place.height}" viewBox="0 0 ${place.width} ${place.height}" shape-rendering="crispEdges">`;
  return { type: 'image', src: `${head}${svg}</svg>`, style: { position: 'absolute', ...place } };
}

/** A number with one decimal, as SVG takes it. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The sign of an architecture on its grid of 16, its upper left corner at a place. */
export function glyph(
  architecture: ArchitectureSlug,
  colour: string,
  x: number,
  y: number,
  size: number,
): string {
  const place = `translate(${short(x)} ${short(y)}) scale(${size / 16})`;
  return `<path transform="${place}" fill="${colour}" fill-rule="evenodd" d="${glyphPaths[architecture]}"/>`;
}

/** A straight line, level or upright. */
export function line(colour: string, thickness: number, path: string): string {
  return `<path stroke="${colour}" stroke-width="${thickness}" d="${path}"/>`;
}
