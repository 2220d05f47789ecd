import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../dist-sub');

test('of the site built below a sub-path, every link within it begins with that path', () => {
  const files = globSync('**/*.html', { cwd: folder }).filter((file) => !file.startsWith('pagefind'));
  expect(files.length).toBeGreaterThan(100);
  const outside = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)]
      .map(([, target]) => target!)
      .filter((target) => !target.startsWith('/catalog/') && !target.startsWith('//'))
      .map((target) => `${file} -> ${target}`),
  );
  expect([...new Set(outside)]).toEqual([]);
});

test('of the site built below a sub-path, every absolute address of its own begins with that path too', () => {
  const texts = [
    ...['feed.xml', 'sitemap-index.xml', 'sitemap-pages.xml', 'opensearch.xml', 'robots.txt', 'llms.txt'],
    ...['index.html', 'models/bert/index.html', 'learn/attention/index.html', 'data/index.html'],
  ];
  for (const file of texts) {
    const text = readFileSync(join(folder, file), 'utf8');
    const own = [...text.matchAll(/https:\/\/example\.org[^\s"<>)]*/g)].map(([address]) => address);
    expect(own.length, file).toBeGreaterThan(0);
    expect(own.filter((address) => !address.startsWith('https://example.org/catalog/'))).toEqual([]);
  }
  const bert = readFileSync(join(folder, 'models/bert/index.html'), 'utf8');
  expect(bert).toContain(
    '<meta property="og:image" content="https://example.org/catalog/share/models/bert.png">',
  );
});
