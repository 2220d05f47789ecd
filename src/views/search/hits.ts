import { modelAddress } from '../../catalog/addresses.ts';
import { isGuess, piecesOf, type NameHit } from '../../catalog/name-matches.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import { here } from './base.ts';
import { element } from './elements.ts';
import type { NameFacts, NameRow } from './name-rows.ts';

/** A piece of a text, and whether it is what was asked for. */
export type Piece = readonly [text: string, isMatched: boolean];

/** What is shown of a hit, of whatever kind. */
export interface Hit {
  href: string;
  title: readonly Piece[];
  /** The other name by which it was found. */
  also: readonly Piece[];
  /** Its date and size, or what kind of page it is. */
  aside: string;
  /** What it is in a sentence; empty while that is on its way. */
  summary?: string;
  /** Where the text says it. */
  excerpt: readonly Piece[];
  facts: NameFacts | undefined;
  /** Near enough to what was typed to be opened without being chosen. */
  isSure: boolean;
}

export interface HitGroup {
  heading: string;
  /** What is said of the group beside its heading. */
  note?: string;
  /** Where all of the group are, should there be more. */
  allAddress?: string;
  hits: Hit[];
}

const glyphs: Record<ArchitectureSlug, string> = {
  encoder: 'g-enc',
  decoder: 'g-dec',
  'encoder-decoder': 'g-ed',
  other: 'g-oth',
};

/** The sign of an architecture. */
export function glyph(architecture: ArchitectureSlug): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const use = document.createElementNS(namespace, 'use');
  svg.setAttribute('class', 'g');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#${glyphs[architecture]}`);
  svg.append(use);
  return svg;
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(([text, isMatched]) => (isMatched ? element('mark', {}, text) : text));
}

/** What stands beside a model: its date and size. */
export function dateAndSize({ facts }: NameRow): string {
  return [facts?.released, facts?.size].filter(Boolean).join(' · ');
}

/** What is shown of a model that was found by a name. */
export function nameHit(hit: NameHit<NameRow>): Hit {
  const { row, spelling, kind, matched } = hit;
  const pieces = piecesOf(spelling, matched);
  return {
    href: here(modelAddress(row.slug)),
    title: kind === 'name' ? pieces : [[row.name, false]],
    also: kind === 'name' ? [] : pieces,
    aside: dateAndSize(row),
    summary: row.summary ?? '',
    excerpt: [],
    facts: row.facts,
    isSure: !isGuess(hit),
  };
}

/** Puts a hit into the element that stands for it; `title` is the link, or within the link. */
export function fillHit(into: HTMLElement, title: HTMLElement, hit: Hit): void {
  into.classList.add('hit');
  if (hit.facts) into.classList.add(`f-${hit.facts.hue}`);
  title.append(...marked(hit.title));
  if (hit.also.length > 0) title.append(' ', element('span', { class: 'also' }, ...marked(hit.also)));
  into.append(
    hit.facts ? glyph(hit.facts.architecture) : element('span'),
    title,
    ' ',
    element('span', { class: 'aside' }, hit.aside),
  );
  if (hit.summary !== undefined) into.append(' ', element('span', { class: 'summary' }, hit.summary));
  if (hit.excerpt.length > 0) into.append(' ', element('span', { class: 'excerpt' }, ...marked(hit.excerpt)));
}
