import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** The built site. */
export const dist = resolve(import.meta.dirname, '../../dist');

/** A page of the built site: its address, its text and its document. */
export interface BuiltPage {
  address: string;
  html: string;
  document: HTMLElement;
}

function addressOf(file: string): string {
  return `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
}

/** Every page of `dist/`, in the order of addresses. */
export function builtPages(): BuiltPage[] {
  return globSync('**/*.html', { cwd: dist })
    .filter((file) => !file.startsWith('pagefind'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return { address: addressOf(file), html, document: parse(html, { comment: true }) };
    });
}

/** Whether a page is meant to be found: not the one for addresses that lead nowhere, nor one that only forwards. */
export function isToBeFound({ document }: BuiltPage): boolean {
  return document.querySelector('meta[name=robots]') === null;
}

/** The text of a file of `dist/`. */
export function builtText(path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

/** Whether an address of the site leads to a file of `dist/`. */
export function isBuilt(address: string): boolean {
  return existsSync(join(dist, address.endsWith('/') ? `${address}index.html` : address));
}

/** The slugs of the entries of a collection. */
export function slugsIn(collection: string): string[] {
  return globSync('*.{md,mdx}', { cwd: resolve(dist, '../content', collection) }).map((file) =>
    file.replace(/\.mdx?$/, ''),
  );
}

/** The addresses that lead on, as the content lists them. */
export function movedAddresses(): string[] {
  const list = readFileSync(resolve(dist, '../content/addresses.txt'), 'utf8');
  return [...list.matchAll(/^(\S+) -> /gm)].map(([, address]) => address!);
}
