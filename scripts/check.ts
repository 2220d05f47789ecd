import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { linkCatalog } from '../src/catalog/catalog.ts';
import { publishedPages } from '../src/catalog/published-pages.ts';
import { contentFolder } from '../src/content-folder.ts';
import { checkContent } from './content/check.ts';
import { problemText } from './content/problem.ts';

// Validates all content and prints every problem of every file: npm run check [-- content/models/bert.md …]
const only = process.argv.slice(2).map((path) => path.replace(/^\.\//, ''));
const missing = only.filter((path) => !existsSync(resolve(import.meta.dirname, '..', path)));
for (const path of missing) console.log(`${path}: there is no such file`);

const root = contentFolder(resolve(import.meta.dirname, '..'));
const started = performance.now();
const { problems, content, listed } = await checkContent(root, new Date().toISOString().slice(0, 10));
const shown = only.length > 0 ? problems.filter(({ file }) => only.includes(file)) : problems;
for (const problem of shown) console.log(problemText(problem));

const errors = shown.filter(({ severity }) => severity === 'error').length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${content.models.length} models and their vocabulary: ${errors} error${errors === 1 ? '' : 's'}, ` +
    `${shown.length - errors} warning${shown.length - errors === 1 ? '' : 's'} (${seconds} s)`,
);
if (problems.every(({ severity }) => severity === 'warning') && listed.length > 0) {
  const known = new Set(listed.map(({ address }) => address));
  const pages = publishedPages(linkCatalog(content)).filter(({ address }) => !known.has(address));
  if (pages.length > 0)
    console.log(
      `${pages.length} ${pages.length === 1 ? 'page is' : 'pages are'} not listed as published yet; whoever publishes the site adds them by npm run published`,
    );
}
process.exitCode = errors > 0 || missing.length > 0 ? 1 : 0;
