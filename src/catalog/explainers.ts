import type { ExplainerEntry } from '../schema/explainer.ts';

/** A chapter of the course with its text. */
export interface Explainer extends ExplainerEntry {
  slug: string;
  /** The MDX text. */
  body: string;
}

/** A component that the text of an explainer places, such as `<Equation id="attention">`. */
export interface PlacedTag {
  name: string;
  attributes: Record<string, string>;
  /** Where it stands in the text, both counted from 1. */
  line: number;
  column: number;
}

/** What a text can place. */
export const explainerTags = [
  'Answer',
  'Caches',
  'Chart',
  'Cite',
  'Eq',
  'Equation',
  'Exercise',
  'ExpertModels',
  'Figure',
  'Labs',
  'Models',
  'Note',
  'Openness',
  'Term',
  'Vocabularies',
  'WeightLines',
  'Wide',
] as const;

/**
 * The components that a text places, in order. Reads tags with plain attributes only, which is all that explainers
 * use; what stands in code, such as `<X>`, is no tag.
 */
export function tagsIn(body: string): PlacedTag[] {
  const withoutCode = body.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
  return [...withoutCode.matchAll(/<([A-Z]\w*)((?:\s+[a-z][\w-]*="[^"]*")*)\s*\/?>/g)].map((match) => {
    const before = body.slice(0, match.index).split('\n');
    return {
      name: match[1]!,
      attributes: Object.fromEntries(
        [...match[2]!.matchAll(/([a-z][\w-]*)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
      ),
      line: before.length,
      column: before.at(-1)!.length + 1,
    };
  });
}

function idsOf(body: string, tag: string, attribute = 'id'): string[] {
  return tagsIn(body).flatMap(({ name, attributes }) => (name === tag ? (attributes[attribute] ?? []) : []));
}

/** The numbered equations of a text: the first is equation 1. */
export function equationIds(body: string): string[] {
  return idsOf(body, 'Equation');
}

/** The figures that a text places, by name; the first is figure 1. */
export function figureNames(body: string): string[] {
  return idsOf(body, 'Figure', 'name');
}

/** The chapters in the order of the course. */
export function inOrder(explainers: Iterable<Explainer>): Explainer[] {
  return [...explainers].sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
}

const wordsPerMinute = 200;
const minutesPerEquation = 0.4;
const minutesPerFigure = 1.5;

/** Minutes that reading takes: 200 words a minute, and some time for each equation and figure. At least 1. */
export function readingMinutes(body: string): number {
  const words = body
    .replace(/\$\$[^$]*\$\$|\$[^$]*\$/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const minutes =
    words / wordsPerMinute +
    equationIds(body).length * minutesPerEquation +
    figureNames(body).length * minutesPerFigure;
  return Math.max(1, Math.round(minutes));
}

/** The addresses within the catalog that a text leads to, each once, without fragment and question. */
export function addressesIn(body: string): string[] {
  const linked = [...body.matchAll(/\]\((\/[^()\s?#]*)/g)].map(([, address]) => address!);
  const listed = tagsIn(body).flatMap(({ name, attributes: { facet, term } }) =>
    name === 'Models' && facet && term ? [`/${facet}/${term}/`] : [],
  );
  return [...new Set([...linked, ...listed])];
}

/** Which chapters lead to an address, for the way back; in the order of the course. */
export function mentionsOf(explainers: Iterable<Explainer>): Map<string, Explainer[]> {
  const mentions = new Map<string, Explainer[]>();
  for (const explainer of inOrder(explainers)) {
    for (const address of addressesIn(explainer.body))
      mentions.set(address, [...(mentions.get(address) ?? []), explainer]);
  }
  return mentions;
}

/** A name as reference lists sort it: "Ashish Vaswani" is "Vaswani". An organisation stays whole. */
function familyName(author: string): string {
  return /^The\b|\b(team|OpenAI|Google|Meta|Microsoft|NVIDIA|DeepSeek-AI|Anthropic|Face|AI|Agency|Finance)\b/i.test(
    author,
  )
    ? author
    : author.split(' ').at(-1)!;
}

/** Authors and year in few words: "Vaswani et al. 2017", "Dao 2023", "Hinton and Salakhutdinov 2006". */
export function citationLabel({ authors, year }: { authors: readonly string[]; year: number }): string {
  const [first, second] = authors.map(familyName);
  if (authors.length === 1) return `${first} ${year}`;
  if (authors.length === 2 && second !== 'others') return `${first} and ${second} ${year}`;
  return `${first} et al. ${year}`;
}
