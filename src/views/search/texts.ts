import { modelAddress } from '../../catalog/addresses.ts';
import { normalName } from '../../catalog/names.ts';
import { base, here } from './base.ts';
import { summariesAddress, summariesPerFile } from './name-files.ts';
import type { NameRow } from './name-rows.ts';
import { json, once } from './loading.ts';

/** A page whose text has what was asked for, or a section of one. */
export interface TextHit {
  title: string;
  /** The page, where the hit is a section of it. */
  page?: string;
  href: string;
  /** What kind of page it is: "Objective", "Concept". */
  kind: string;
  /** The model, where the page is a model’s. */
  row: NameRow | undefined;
  /** The place in the text, the words asked for marked. */
  excerpt: [piece: string, isMatched: boolean][];
}

/** As much of Pagefind’s interface as is used here. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: Result[] }>;
}

interface Result {
  id: string;
  score: number;
  data(): Promise<Fragment>;
}

interface Section {
  url: string;
  title: string;
  /** HTML in which nothing but `mark` is an element. */
  excerpt: string;
}

interface Fragment extends Omit<Section, 'title'> {
  meta: { title?: string; kind?: string };
  /** The text of the page. Places in it are numbers of words. */
  raw_content: string;
  /** By the headings that have an id, in the order of the page; what stands before the first has no fragment. */
  sub_results: (Section & { weighted_locations: { balanced_score: number; location: number }[] })[];
}

const pagefind = once(async () => {
  const loaded = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await loaded.options({ baseUrl: base, excerptLength: 24 });
  return loaded;
});

/** An excerpt without the title, with which the text of a page begins and which stands above it anyway. */
function withoutTitle(pieces: [string, boolean][], title: string): [string, boolean][] {
  const text = pieces.map(([piece]) => piece).join('');
  let skipped = text.startsWith(`${title}. `) ? title.length + 2 : 0;
  return pieces.flatMap(([piece, isMatched]) => {
    const rest = piece.slice(skipped);
    skipped = Math.max(0, skipped - piece.length);
    return rest ? [[rest, isMatched]] : [];
  });
}

/** Pieces of an excerpt. It is parsed as a document of its own, in which nothing loads or runs, for its text alone. */
function piecesOfExcerpt(html: string): [string, boolean][] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => [node.textContent ?? '', node.nodeName === 'MARK']);
}

const summaries = new Map<string, () => Promise<string[]>>();

/** Gives the models of hits their summaries. Hits do without those that cannot be had. */
export async function addSummaries(
  rows: readonly NameRow[],
  hits: readonly { row: NameRow }[],
): Promise<void> {
  const bare = hits.map(({ row }) => row).filter((row) => row.summary === undefined && rows.includes(row));
  await Promise.all(
    bare.map(async (row) => {
      const place = rows.indexOf(row);
      const address = summariesAddress(place);
      const load = summaries.get(address) ?? once(() => json<string[]>(address));
      summaries.set(address, load);
      row.summary = await load().then(
        (file) => file[place % summariesPerFile],
        () => undefined,
      );
    }),
  );
}

/** Whether a word that Pagefind found is what was asked for: it goes on to shorten a word until something is found. */
function isMeant(word: string, query: string): boolean {
  const found = normalName(word);
  return query.split(/\s+/).some((part) => {
    const asked = normalName(part);
    let same = 0;
    while (same < asked.length && asked[same] === found[same]) same++;
    return same > asked.length / 2;
  });
}

/** Pages that are long enough to be entered at a section. */
const kindsWithSections = new Set(['Explainer']);

/** The page, or the sections of it that have most of the words asked for, and those most often. */
function placesIn(
  { url, excerpt, meta, raw_content, sub_results }: Fragment,
  query: string,
  most: number,
): (Section & { page?: string })[] {
  const title = meta.title ?? url;
  const whole = [{ url, title, excerpt }];
  if (!kindsWithSections.has(meta.kind ?? '')) return whole;
  const words = raw_content.split(/\s+/);
  const asked = query.split(/\s+/);
  const score = ({ weighted_locations: places }: Fragment['sub_results'][number]) => {
    const has = (part: string) => places.some(({ location }) => isMeant(words[location] ?? '', part));
    const sum = places.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
    return asked.filter(has).length * 1e6 + sum;
  };
  const sections = sub_results
    .filter((section) => section.url.includes('#'))
    .sort((a, b) => score(b) - score(a))
    .slice(0, most)
    .map((section) => ({ ...section, page: title }));
  return sections.length > 0 ? sections : whole;
}

/** A word that more pages have says little about what was meant. */
const rarely = 20;

/** Pages that have the whole query; where they are few, also those that have its rare words, most of them first. */
async function resultsFor(query: string, enough: number): Promise<Result[]> {
  const { search } = await pagefind();
  const { results } = await search(query);
  const words = [...new Set(query.split(/\s+/))].filter((word) => normalName(word).length > 1);
  if (results.length >= enough || words.length < 2 || words.length > 6) return results;
  const found = await Promise.all(words.map((word) => search(word)));
  const others = new Map<string, { result: Result; words: number; score: number }>();
  for (const { results: pages } of found) {
    if (pages.length > rarely) continue;
    for (const result of pages) {
      const { words = 0, score = 0 } = others.get(result.id) ?? {};
      others.set(result.id, { result, words: words + 1, score: score + result.score });
    }
  }
  for (const { id } of results) others.delete(id);
  const inOrder = [...others.values()].sort((a, b) => b.words - a.words || b.score - a.score);
  return [...results, ...inOrder.map(({ result }) => result)];
}

/** Of so many pages, the best ones, the text is looked at. */
const furthest = 60;

/**
 * Pages by their text, the best first, without those that are not wanted, by their model. Of long pages, up to
 * `sections` sections stand for the page.
 */
export async function findTexts(
  query: string,
  limit: number,
  sections: number,
  rows: readonly NameRow[],
  isWanted: (row: NameRow | undefined) => boolean,
): Promise<TextHit[]> {
  const results = await resultsFor(query, limit);
  const rowOf = new Map(rows.map((row) => [here(modelAddress(row.slug)), row]));
  const hits: TextHit[] = [];
  const step = limit + 4;
  for (let at = 0; at < Math.min(results.length, furthest) && hits.length < limit; at += step) {
    const pages = await Promise.all(results.slice(at, at + step).map((result) => result.data()));
    for (const fragment of pages) {
      const row = rowOf.get(fragment.url);
      if (!isWanted(row)) continue;
      for (const { url, title, page, excerpt } of placesIn(fragment, query, sections)) {
        const pieces = piecesOfExcerpt(excerpt);
        if (!pieces.some(([piece, isMatched]) => isMatched && isMeant(piece, query))) continue;
        const hit = {
          title,
          href: url,
          kind: fragment.meta.kind ?? '',
          row,
          excerpt: withoutTitle(pieces, title),
        };
        hits.push(page === undefined ? hit : { ...hit, page });
      }
    }
  }
  return hits.slice(0, limit);
}
