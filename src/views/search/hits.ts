import { modelAddress } from '../../catalog/addresses.ts';
import { isGuess, isRespelled, piecesOf, type NameHit } from '../../catalog/name-index.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Answer } from './answers.ts';
import { here } from './base.ts';
import type { NameFacts, NameRow } from './name-rows.ts';
import type { TextHit } from './texts.ts';

type Piece = readonly [text: string, isMatched: boolean];

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
  hits: Hit[];
}

const glyphs: Record<ArchitectureSlug, string> = {
  encoder: 'g-enc',
  decoder: 'g-dec',
  'encoder-decoder': 'g-ed',
  other: 'g-oth',
};

/** An element with attributes and children; text is text, never HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

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

function dateAndSize({ facts }: NameRow): string {
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

function textHit({ title, href, kind, excerpt, row }: TextHit): Hit {
  const aside = row ? dateAndSize(row) : kind;
  return { href, title: [[title, false]], also: [], aside, excerpt, facts: row?.facts, isSure: false };
}

/** The hits of an answer under their headings; names first, unless they are but guesses and the text knows better. */
export function groupsOf({ names, texts }: Answer): HitGroup[] {
  const [first] = names;
  const byName = {
    heading: first && isRespelled(first) ? 'Nearest names' : 'Names',
    hits: names.map(nameHit),
  };
  const byText = { heading: 'In the text', hits: texts.map(textHit) };
  const groups = first && isGuess(first) ? [byText, byName] : [byName, byText];
  return groups.filter(({ hits }) => hits.length > 0);
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

/** How much an answer holds, for those who hear it. */
export function announcement({ names, texts, missing }: Answer): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const parts = [
    names.length > 0 && count(names.length, names[0] && isRespelled(names[0]) ? 'nearest name' : 'name'),
    texts.length > 0 && `${count(texts.length, 'page')} by text`,
  ];
  const found = parts.filter(Boolean).join(', ') || 'Nothing found';
  return missing.length > 0 ? `${found}; not everything could be searched` : found;
}

/** What is to be said besides the hits: what is missing, and where to look instead. */
export function remark({ names, texts, missing, hasTexts, isComplete }: Answer, query: string): string {
  if (missing.length === 2) return 'The search index could not be loaded.';
  if (missing[0] === 'names') return 'The index of names could not be loaded; only the text was searched.';
  if (missing[0] === 'text') return 'The text of the pages could not be searched, only the names.';
  if (!isComplete || texts.length > 0 || (names[0] && !isGuess(names[0]))) return '';
  if (!hasTexts) return names.length > 0 ? '' : `Nothing is called “${query}”.`;
  return `Nothing is called “${query}”, and no text says it.`;
}
