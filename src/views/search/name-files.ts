import type { NameFacts, NameRow } from './name-rows.ts';

/** Where the second of the two files is; the first is at `addresses.names`. */
export const detailsAddress = '/search/details.json';

/** Summaries come in small files, each for so many rows. */
export const summariesPerFile = 25;

/** Where the summaries of a row are, among those of its neighbours. */
export function summariesAddress(row: number): string {
  return `/search/summaries/${Math.floor(row / summariesPerFile)}.json`;
}

/** What has to arrive before the first name can be found. */
export interface NamesFile {
  names: string[];
  /** Where the slug does not follow from the name, by the number of the row. */
  slugs: Record<number, string>;
}

/** What follows, in the same order: other spellings and facts. By column, since columns compress best. */
export interface DetailsFile {
  aliases: (readonly string[])[];
  variants: (readonly string[])[];
  hues: NameFacts['hue'][];
  /** Two letters a model: its architecture, its hue. */
  signs: string;
  released: string[];
  sizes: string[];
}

const architectures = ['encoder', 'decoder', 'encoder-decoder', 'other'] as const;

function usualSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function namesFile(rows: readonly NameRow[]): NamesFile {
  const unusual = rows.flatMap(({ name, slug }, row) => (usualSlug(name) === slug ? [] : [[row, slug]]));
  return { names: rows.map(({ name }) => name), slugs: Object.fromEntries(unusual) };
}

export function detailsFile(rows: readonly (NameRow & { facts: NameFacts })[]): DetailsFile {
  const facts = rows.map((row) => row.facts);
  const hues = [...new Set(facts.map(({ hue }) => hue))];
  const signs = facts.map(
    (fact) => architectures.indexOf(fact.architecture) + hues.indexOf(fact.hue).toString(36),
  );
  return {
    aliases: rows.map(({ aliases }) => aliases),
    variants: rows.map(({ variants }) => variants),
    hues,
    signs: signs.join(''),
    released: facts.map(({ released }) => released),
    sizes: facts.map(({ size }) => size),
  };
}

/** The rows of a file of names, with the details where they have arrived. */
export function rowsOf({ names, slugs }: NamesFile, details?: DetailsFile): NameRow[] {
  return names.map((name, row) => ({
    name,
    slug: slugs[row] ?? usualSlug(name),
    aliases: details?.aliases[row] ?? [],
    variants: details?.variants[row] ?? [],
    facts: details && {
      architecture: architectures[Number(details.signs[2 * row])]!,
      hue: details.hues[parseInt(details.signs[2 * row + 1]!, 36)]!,
      released: details.released[row]!,
      size: details.sizes[row]!,
    },
  }));
}
