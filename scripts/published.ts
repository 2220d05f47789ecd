import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkCatalog } from '../src/catalog/catalog.ts';
import { publishedPages } from '../src/catalog/published-pages.ts';
import { addressListFile } from '../src/schema/address-list.ts';
import { checkContent } from './content/check.ts';
import { contentRoot } from './lib/content-root.ts';

// Adds the pages that there are now to the list of published addresses: npm run published
const root = contentRoot();
const { problems, content, listed } = await checkContent(root, new Date().toISOString().slice(0, 10));
if (problems.some(({ severity }) => severity === 'error')) {
  console.log('content has errors; npm run check says which. Nothing was written.');
  process.exit(1);
}
const known = new Set(listed.map(({ address }) => address));
const added = publishedPages(linkCatalog(content))
  .map(({ address }) => address)
  .filter((address) => !known.has(address));
const file = join(root, addressListFile);
const before = await readFile(file, 'utf8').catch(() => '');
const comment = before.split('\n').filter((line) => line.startsWith('#'));
const lines = [
  ...listed.map(({ address, to }) => (to === undefined ? address : `${address} -> ${to}`)),
  ...added,
].sort();
await writeFile(file, `${[...comment, ...lines].join('\n')}\n`);
console.log(`${added.length} added; ${lines.length} addresses are listed in content/${addressListFile}`);
