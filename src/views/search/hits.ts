import { modelAddress } from '../../catalog/addresses.ts';
import { isGuess, isRespelled, piecesOf, type NameHit } from '../../catalog/name-index.ts';
import { normalName } from '../../catalog/names.ts';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import { listedModels, type Answer } from './answers.ts';
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

function textHit({ title, page, href, kind, excerpt, row }: TextHit): Hit {
  return {
    href,
    title: [[title, false]],
    also: page === undefined ? [] : [[page, false]],
    aside: row ? dateAndSize(row) : kind,
    excerpt,
    facts: row?.facts,
    isSure: false,
  };
}

const textHeadings: Record<string, string> = {
  Model: 'In the text of models',
  Explainer: 'In explainers',
  Objective: 'In objectives',
  Concept: 'In concepts',
  Glossary: 'In the glossary',
};

/** Hits in the text under the kind of their pages; the kind of the best hit comes first. */
function textGroups(texts: readonly TextHit[]): HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const text of texts) {
    const heading = textHeadings[text.kind] ?? 'On other pages';
    groups.set(heading, [...(groups.get(heading) ?? []), textHit(text)]);
  }
  return [...groups].map(([heading, hits]) => ({ heading, hits }));
}

function modelHit(row: NameRow, hit: NameHit<NameRow> | undefined): Hit {
  if (hit) return { ...nameHit(hit), isSure: false };
  const { name, slug, summary = '', facts } = row;
  return {
    href: here(modelAddress(slug)),
    title: [[name, false]],
    also: [],
    aside: dateAndSize(row),
    summary,
    excerpt: [],
    facts,
    isSure: false,
  };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** So many hits at most in one group, of those that only the list of models would fill. */
export const mostModels = 30;

/** The models of which is true what a query states. */
function modelsGroup({ models, names }: Answer, most: number): HitGroup | undefined {
  if (!models) return undefined;
  const shown = new Set(names.map(({ row }) => row));
  const listed = listedModels(models, most).filter(({ row }) => !shown.has(row));
  const isNamed = models.rest !== '' && models.named.length > 0;
  return {
    heading: isNamed ? 'Names among these models' : count(models.rows.length, 'model'),
    note: isNamed || models.rows.length < 2 ? '' : 'the latest first',
    allAddress: models.tableAddress,
    hits: listed.map(({ row, hit }) => modelHit(row, hit)),
  };
}

/** Whether what was typed is all of a name, not the beginning of one. */
function isExact({ how, spelling, matched }: NameHit<NameRow>): boolean {
  return how === 'start' && matched[0]?.[1] === normalName(spelling).length;
}

/** Names under their heading. Several that are exactly what was typed stand together, and none of them is sure. */
function nameGroups(names: readonly NameHit<NameRow>[]): HitGroup[] {
  const [first] = names;
  const same = names.filter(isExact);
  if (same.length < 2)
    return [{ heading: first && isRespelled(first) ? 'Nearest names' : 'Names', hits: names.map(nameHit) }];
  const others = names.filter((name) => !same.includes(name));
  return [
    {
      heading: `${same.length} models of that name`,
      hits: same.map((name) => ({ ...nameHit(name), isSure: false })),
    },
    { heading: 'Other names', hits: others.map((name) => ({ ...nameHit(name), isSure: false })) },
  ];
}

/**
 * The hits of an answer under their headings; names first, unless they are but guesses and the text knows better.
 * Models of which is true what is stated come before the text, unless the text answers words that name none of them.
 */
export function groupsOf(answer: Answer, mostOfModels: number): HitGroup[] {
  const { names, texts, models } = answer;
  const [first] = names;
  const byName = nameGroups(names);
  const byText = textGroups(texts);
  const stated = modelsGroup(answer, mostOfModels);
  if (stated) {
    const isInText = models!.rest !== '' && models!.named.length === 0 && texts.length > 0;
    byText.splice(isInText ? byText.length : 0, 0, stated);
  }
  const groups = first && isGuess(first) ? [...byText, ...byName] : [...byName, ...byText];
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
export function announcement({ names, models, texts, missing }: Answer): string {
  const parts = [
    models && `${count(models.rows.length, 'model')}: ${models.stated.map(({ label }) => label).join(', ')}`,
    names.length > 0 && count(names.length, names[0] && isRespelled(names[0]) ? 'nearest name' : 'name'),
    texts.length > 0 && `${count(texts.length, 'page')} by text`,
  ];
  const found = parts.filter(Boolean).join(', ') || 'Nothing found';
  return missing.length > 0 ? `${found}; not everything could be searched` : found;
}

/** What is to be said besides the hits: what is missing, and where to look instead. */
export function remark(answer: Answer, query: string): string {
  const { names, models, texts, missing, hasTexts, isComplete } = answer;
  if (missing.length === 2) return 'The search index could not be loaded.';
  if (missing[0] === 'names') return 'The index of names could not be loaded; only the text was searched.';
  if (missing[0] === 'text') return 'The text of the pages could not be searched, only the names.';
  if (models?.rows.length === 0) return 'No model is all of this.';
  if (!isComplete || texts.length > 0 || (names[0] && !isGuess(names[0]))) return '';
  if (models) {
    const isAnswered = !models.rest || models.named.length > 0;
    return isAnswered
      ? ''
      : `None of these models is called “${models.rest}”, and no text of theirs says it.`;
  }
  if (!hasTexts) return names.length > 0 ? '' : `Nothing is called “${query}”.`;
  return `Nothing is called “${query}”, and no text says it.`;
}

/** What was looked for, where no name and no text has it, and which may be proposed; else empty. */
export function unknownName({ names, models, texts, isComplete, missing }: Answer, query: string): string {
  const isFound = models || texts.length > 0 || (names[0] && !isGuess(names[0]));
  return isComplete && missing.length === 0 && !isFound ? query : '';
}
