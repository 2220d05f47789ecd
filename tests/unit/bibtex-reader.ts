import { createRequire } from 'node:module';

/** A record as a reader of BibTeX that is not ours understands it, in the terms of CSL. */
export interface ReadRecord {
  id: string;
  type: string;
  title: string;
  author: { family?: string; given?: string; literal?: string }[];
  issued: { 'date-parts': number[][] };
  'container-title'?: string;
  URL?: string;
  DOI?: string;
}

// Its modules for import lack the endings that Node asks for.
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as {
  Cite: new (text: string) => { data: ReadRecord[] };
};
require('@citation-js/plugin-bibtex');

/** Reads BibTeX with Citation.js. Throws where it is none. */
export function readBibtex(text: string): ReadRecord[] {
  return new Cite(text).data;
}

/** The whole name of an author. */
export function nameOf({ given, family, literal, ...rest }: ReadRecord['author'][number]): string {
  const particle = (rest as Record<string, string>)['non-dropping-particle'];
  return literal ?? [given, particle, family].filter(Boolean).join(' ');
}
