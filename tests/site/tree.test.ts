import { gzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { builtText } from './built-site.ts';

interface PublishedModel {
  slug: string;
  name: string;
  extends?: { model?: string; concept?: string; external?: string; by: string[] }[];
}

const html = builtText('tree/index.html');
const page = parse(html);
const { models } = JSON.parse(builtText('api/v1/models.json')) as { models: PublishedModel[] };
const byName = new Map(models.map((model) => [model.slug, model.name]));

describe('the tree page', () => {
  test('each model stands once in the picture and once in the outline', () => {
    const drawn = page
      .querySelectorAll('.family-tree a[data-node]')
      .map((link) => link.getAttribute('data-node')!)
      .filter((id) => !id.startsWith('concept:'));
    const told = page.querySelectorAll('.leaf[data-row]').map((row) => row.getAttribute('data-row')!);
    const slugs = models.map(({ slug }) => slug).toSorted();
    expect(drawn.toSorted()).toEqual(slugs);
    expect(told.filter((id) => !id.startsWith('concept:')).toSorted()).toEqual(slugs);
  });

  test('every line of descent of the data is in the outline, with what was taken over', () => {
    const missing = models.flatMap((model) => {
      const words = page.querySelector(`[data-row="${model.slug}"] .was`)!.text;
      return (model.extends ?? [])
        .filter(({ model: parent, concept, external, by }) => {
          const label = concept && page.querySelector(`[data-row="concept:${concept}"] a`)?.text.trim();
          const name = parent ? byName.get(parent)! : (external ?? label ?? concept!);
          const kind = external ? ', outside the catalog' : concept ? ', a concept' : '';
          return !words.includes(`${name} (${by.join(', ')}${kind})`);
        })
        .map((line) => `${model.slug}: ${JSON.stringify(line)} in “${words}”`);
    });
    expect(missing).toEqual([]);
  });

  test('the outline is nested as the picture hangs', () => {
    for (const link of page.querySelectorAll('.family-tree a[data-node]')) {
      const id = link.getAttribute('data-node')!;
      const row = page.querySelector(`[data-row="${id}"]`)!;
      const parent = row.closest('ul')!.parentNode!.querySelector('[data-row]');
      const within = row.closest('ul')!.classList.contains('whole')
        ? undefined
        : parent?.getAttribute('data-row');
      expect(within, id).toBe(link.getAttribute('data-parent'));
    }
  });

  test('it keeps to 300 KB compressed', () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(300 * 1024);
  });

  test('the picture can be taken away', () => {
    const file = builtText('tree/tree.svg');
    expect(page.querySelector('a[download]')!.getAttribute('href')).toMatch(/\/tree\/tree\.svg$/);
    for (const { slug } of models) expect(file).toContain(`/models/${slug}/"`);
  });
});
