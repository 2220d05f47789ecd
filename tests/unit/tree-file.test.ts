import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { hues } from '../../src/schema/branch.ts';
import { treeDrawing } from '../../src/views/tree/tree-drawing.ts';
import { lightHues } from '../../src/views/page/light-hues.ts';
import { treeFile } from '../../src/views/tree/tree-file.ts';
import { siteCatalog } from './site-catalog.ts';

const tokens = readFileSync(resolve(import.meta.dirname, '../../src/views/page/tokens.css'), 'utf8');

describe('the tree as a file', () => {
  let catalog: Catalog;
  let text: string;
  beforeAll(async () => {
    catalog = await siteCatalog();
    text = treeFile(catalog, treeDrawing(catalog), lightHues(tokens), 'https://example.org/catalog');
  }, 60_000);

  test('every hue of the style sheet is in it', () => {
    expect(
      [...lightHues(tokens).keys()].filter((hue) => (hues as readonly string[]).includes(hue)).toSorted(),
    ).toEqual([...hues].toSorted());
    expect(lightHues(tokens).get('bert')).toEqual({ mark: '#008bf8', text: '#006fc8' });
    expect(lightHues(tokens).get('bart')).toEqual({ mark: '#531297', text: '#531297' });
  });

  test('each model stands in it once, with an absolute link', () => {
    const links = parse(text)
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href')!);
    expect(links.filter((link) => link.includes('/models/')).toSorted()).toEqual(
      catalog.models.map(({ slug }) => `https://example.org/catalog/models/${slug}/`).toSorted(),
    );
  });

  test('it needs nothing from outside: every symbol and class that it uses is in it', () => {
    const used = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    for (const id of new Set(used)) expect(text).toContain(`<symbol id="${id}"`);
    for (const [, hue] of text.matchAll(/class="[^"]*\bf-([a-z0-9]+)/g)) expect(text).toContain(`.f-${hue}{`);
    expect(text).not.toMatch(/<script|@import|url\(|undefined|NaN/);
  });

  test('signs of markup in names are escaped', () => {
    const [first, ...rest] = catalog.models;
    const odd = { ...catalog, models: [{ ...first!, name: 'A & B <"x">' }, ...rest] };
    const file = treeFile(odd, treeDrawing(odd), lightHues(tokens), 'https://example.org');
    expect(file).toContain('A &amp; B &lt;&quot;x&quot;&gt;');
  });
});
