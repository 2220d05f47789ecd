import { headerPolicy } from '../../src/security-policy.ts';

/** A header's name and value. */
export type Header = readonly [name: string, value: string];

/** What is sent with every answer. Others may read all files: the data is for them, and there is no session. */
export const everyAnswer: readonly Header[] = [
  ['Content-Security-Policy', headerPolicy()],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Access-Control-Allow-Origin', '*'],
];

/** How long an answer may be kept, in seconds. */
export const caching = {
  /** The name changes with the content. */
  hashed: 'public, max-age=31536000, immutable',
  /** Every page asks for these before it is painted, and an old one breaks nothing. */
  brief: 'public, max-age=3600',
  /** Asked for again each time and mostly answered by 304, so that a page never meets the files of another build. */
  rest: 'public, max-age=0, must-revalidate',
} as const;

/** Folders whose files carry a hash of their content in their names, relative to the base. */
export const hashedFolders = ['_astro', 'pagefind/fragment', 'pagefind/index'] as const;

export const briefFiles = ['favicon.svg', 'theme.js'] as const;

/** Types that servers do not know, by the ending of the name. */
export const typesByEnding = {
  bib: 'application/x-bibtex',
  csv: 'text/csv',
  md: 'text/markdown',
  webmanifest: 'application/manifest+json',
} as const;

/** Types that the ending does not tell, by path relative to the base. */
export const typesByFile = {
  'feed.xml': 'application/atom+xml',
  'opensearch.xml': 'application/opensearchdescription+xml',
} as const;

/** The caching of a file, by its path relative to the base. */
export function cachingOf(path: string): string {
  if (hashedFolders.some((folder) => path.startsWith(`${folder}/`))) return caching.hashed;
  return (briefFiles as readonly string[]).includes(path) ? caching.brief : caching.rest;
}

/** The type of a file that servers do not know by themselves, with its encoding. */
export function typeOf(path: string): string | undefined {
  const types = new Map(Object.entries({ ...typesByEnding, ...typesByFile }));
  const type = types.get(path) ?? types.get(/\.([a-z]+)$/.exec(path)?.[1] ?? '');
  return type && `${type}; charset=utf-8`;
}
