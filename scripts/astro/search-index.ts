import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { addresses } from '../../src/catalog/addresses.ts';
import { indexedHtml } from './indexed-html.ts';

/** What would only be noise: formulas as drawn and as TeX, labels around a title, marks that say how a fact is known. */
const excludeSelectors = [
  '.katex-html',
  '.katex-display',
  'annotation',
  '.kind',
  '[data-pagefind-meta="kind"]',
  '.thumb',
  '.ev',
];

function required<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0)
    throw new Error(`the search index could not be built: ${result.errors.join('; ')}`);
  return result;
}

/** Builds the Pagefind index of the pages that were written, into `pagefind/` beside them. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const outputPath = fileURLToPath(new URL('pagefind/', dir));
        const { index } = required(await createIndex({ excludeSelectors }));
        if (!index) throw new Error('the search index could not be begun');
        const pages = await addPages(index, fileURLToPath(dir));
        const words = await addGlossary(index, fileURLToPath(dir));
        required(await index.writeFiles({ outputPath }));
        await close();
        await removeOwnViews(outputPath);
        logger.info(`${pages} pages and ${words} words of the glossary indexed`);
      },
    },
  };
}

/**
 * Adds all pages of which a part is marked for the search, one after another: Pagefind numbers pages in the order in
 * which they reach it, and two builds of the same content shall be the same bytes. It reads them one by one anyway.
 */
async function addPages(index: PagefindIndex, folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  let added = 0;
  for (const sourcePath of files) {
    const html = await readFile(join(folder, sourcePath), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    required(await index.addHTMLFile({ sourcePath, content: indexedHtml(html) }));
    added++;
  }
  return added;
}

/** Adds each word of the written glossary as if it were a page, so that one is found by name and by what it means. */
async function addGlossary(index: PagefindIndex, folder: string): Promise<number> {
  const page = await readFile(join(folder, addresses.glossary, 'index.html'), 'utf8');
  const words = [...page.matchAll(/<dt id="([^"]+)"[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs)];
  if (words.length === 0) throw new Error('the glossary has no words that the search index could take');
  for (const [, id, word, meaning] of words) {
    const content = `<html lang="en"><body data-pagefind-body>
      <h1 data-pagefind-meta="title" data-pagefind-weight="10">${word}</h1>
      <span data-pagefind-meta="kind" data-pagefind-ignore>Glossary</span>
      <p>${meaning!.replace(/<a [^>]*>\s*More\b.*?<\/a>/gs, '')}</p></body></html>`;
    required(await index.addHTMLFile({ url: `${addresses.glossary}#${id}`, content }));
  }
  return words.length;
}

/** Pagefind writes user interfaces of its own, which this site has no use for. */
async function removeOwnViews(folder: string): Promise<void> {
  const views = (await readdir(folder)).filter((name) => /^pagefind-(.*ui|highlight)\./.test(name));
  await Promise.all(views.map((name) => rm(join(folder, name))));
}
