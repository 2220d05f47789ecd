import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { writeForwards } from '../../scripts/astro/forwards.ts';
import { readAddressList } from '../../src/schema/address-list.ts';

/** What is written for a list into a site that has some files already. */
async function forwarded(list: string, files: Record<string, string>, base = '/') {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-forwards-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { listed, problems } = readAddressList(list);
    expect(problems).toEqual([]);
    const count = await writeForwards(folder, listed, 'https://example.org', base);
    const read = (path: string) => readFile(join(folder, path), 'utf8').catch(() => undefined);
    return {
      count,
      page: await read('models/hazel/index.html'),
      read: await Promise.all(['json', 'md', 'bib'].map((ending) => read(`models/hazel.${ending}`))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const list = '# published\n/models/oak/\n/models/hazel/ -> /models/oak/\n';
const files = {
  'models/oak/index.html': 'oak',
  'models/oak.json': '{"slug":"oak"}',
  'models/oak.md': '# Oak',
};

test('an address that has moved forwards at once, and by a link', async () => {
  const { count, page } = await forwarded(list, files);
  expect(count).toBe(1);
  const document = parse(page!);
  const contentOf = (selector: string) => document.querySelector(selector)!.getAttribute('content');
  expect(contentOf('meta[http-equiv=refresh]')).toBe('0; url=/models/oak/');
  expect(contentOf('meta[name=robots]')).toBe('noindex');
  expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(
    'https://example.org/models/oak/',
  );
  expect(document.querySelector('a')!.getAttribute('href')).toBe('/models/oak/');
  expect(document.querySelector('title')!.text).toContain('/models/hazel/');
});

test('below a sub-path it forwards within that path', async () => {
  const { page } = await forwarded(list, files, '/catalog/');
  expect(page).toContain('content="0; url=/catalog/models/oak/"');
  expect(page).toContain('href="https://example.org/catalog/models/oak/"');
});

test('the files beside the page go on answering at the old address', async () => {
  const { read } = await forwarded(list, files);
  expect(read).toEqual(['{"slug":"oak"}', '# Oak', undefined]);
});

test('the page that forwards is valid HTML', async () => {
  const { page } = await forwarded(list, files);
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: { 'meta-refresh': 'off', 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
  }).validateString(page!);
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});

test('a list without moved addresses writes nothing', async () => {
  expect((await forwarded('/models/oak/\n', files)).page).toBeUndefined();
});
