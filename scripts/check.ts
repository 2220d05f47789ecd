import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { linkCatalog } from '../src/catalog/catalog.ts';
import { publishedPages } from '../src/catalog/published-pages.ts';
import { checkContent } from './content/check.ts';
import { closingLines } from './content/closing-lines.ts';
import { problemText } from './content/problem.ts';
import { contentRoot } from './lib/content-root.ts';

// Validates all content and prints every problem of every file: npm run check [-- content/models/bert.md …]
const only = process.argv.slice(2).map((path) => path.replace(/^\.\//, ''));
const missing = only.filter((path) => !existsSync(resolve(import.meta.dirname, '..', path)));
for (const path of missing) console.log(`${path}: there is no such file`);

const root = contentRoot();
const started = performance.now();
const { problems, content, unseen, listed } = await checkContent(root, new Date().toISOString().slice(0, 10));
const shown = only.length > 0 ? problems.filter(({ file }) => only.includes(file)) : problems;
for (const problem of shown) console.log(problemText(problem));

const known = new Set(listed.map(({ address }) => address));
const isWhole = problems.every(({ severity }) => severity === 'warning') && known.size > 0;
const pages = isWhole ? publishedPages(linkCatalog(content)) : [];
const lines = closingLines(shown, {
  unseen: only.length > 0 ? unseen.filter((file) => only.includes(file)) : unseen,
  unlisted: pages.filter(({ address }) => !known.has(address)).length,
  models: content.models.length,
});
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${lines.join('\n')} (${seconds} s)`);
const errors = shown.some(({ severity }) => severity === 'error');
process.exitCode = errors || missing.length > 0 ? 1 : 0;
