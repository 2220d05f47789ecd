import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// content -> src/schema -> src/catalog -> src/formats, src/views -> src/pages: imports run to the left only.
const layers = ['src/schema', 'src/catalog', 'src/formats', 'src/views', 'src/pages'];
const root = resolve(import.meta.dirname, '../..');
const files = globSync('src/**/*.{ts,tsx,astro}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    join(dirname(file), match[1]!).replaceAll('\\', '/'),
  );
}

function layerOf(file: string): number {
  return layers.findIndex((layer) => file.startsWith(`${layer}/`));
}

test('there are files in every layer', () => {
  for (const layer of layers)
    expect(
      files.some((file) => file.startsWith(`${layer}/`)),
      layer,
    ).toBe(true);
});

test('imports run one way only', () => {
  const backwards = files.flatMap((file) => {
    const from = layerOf(file);
    if (from < 0) return [];
    return importsOf(file)
      .filter((target) => layerOf(target) > from)
      .map((target) => `${file} imports ${target}`);
  });
  expect(backwards).toEqual([]);
});

test('schema and catalog know nothing of Astro or the DOM', () => {
  const foreign = files
    .filter((file) => file.startsWith('src/schema/') || file.startsWith('src/catalog/'))
    .filter((file) =>
      /from ['"]astro|import\.meta\.env|\bdocument\.|\bwindow\./.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(foreign).toEqual([]);
});

test('the catalog is loaded in one file; bodies are rendered in routes', () => {
  const users = files.filter((file) => readFileSync(join(root, file), 'utf8').includes("'astro:content'"));
  const elsewhere = users.filter(
    (file) =>
      file !== 'src/content.config.ts' && file !== 'src/catalog-of-site.ts' && !file.startsWith('src/pages/'),
  );
  expect(elsewhere).toEqual([]);
});
