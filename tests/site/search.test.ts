import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf, filesToFirstName } from '../../scripts/bench/first-name.ts';
import { brotli } from '../../scripts/lib/sent.ts';
import { chanceOf } from '../../scripts/generate/chance.ts';
import { Namer } from '../../scripts/generate/names.ts';
import { compareNames } from '../../src/catalog/catalog.ts';
import { namesFile, rowsOf, type NamesFile } from '../../src/views/search/name-files.ts';
import { builtPages, builtText } from './built-site.ts';

const site = resolve(import.meta.dirname, '../../dist');

describe('what is loaded from the focus to the first name', () => {
  const files = filesToFirstName(site);
  const code = bytesOf(site, files);
  const names = builtText('search/names.json');

  /** The file of names, were there so many models: the real ones and made-up ones. */
  function namesOf(models: number): string {
    const rows = rowsOf(JSON.parse(names) as NamesFile);
    const chance = chanceOf(1);
    const namer = new Namer(
      chance,
      rows.map(({ name }) => name),
      rows.map(({ slug }) => slug),
    );
    while (rows.length < models) {
      const architecture = chance.of(['encoder', 'decoder', 'encoder-decoder', 'other'] as const);
      rows.push({ ...namer.model(architecture, chance.of(rows).name), aliases: [], variants: [] });
    }
    return JSON.stringify(namesFile(rows.sort((a, b) => compareNames(a.name, b.name))));
  }

  test('is at most 12 KB at 1,000 models, 7 of them scripts and style', () => {
    const now = code + brotli(names);
    const atThousand = code + brotli(namesOf(1000));
    console.info(`to the first name: ${now} bytes; at 1,000 models ${atThousand}`);
    expect(files.scripts.length).toBeGreaterThan(1);
    expect(code).toBeLessThanOrEqual(7_000);
    expect(atThousand).toBeLessThanOrEqual(12_000);
  });

  test('has nothing that belongs to slips, chips, texts or what was opened', () => {
    const text = files.scripts.map((script) => builtText(`_astro/${script}`)).join('\n');
    for (const later of [
      'Nearest names',
      'In explainers',
      'You can ask for',
      'Propose a model',
      'pagefind.js',
    ])
      expect(text).not.toContain(later);
  });
});

describe('the index of the text', () => {
  const fragments = globSync('pagefind/fragment/*', { cwd: site }).map((file) => {
    const text = gunzipSync(readFileSync(join(site, file))).toString();
    return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
  });

  test('keeps terms and what is said of them apart', () => {
    expect(fragments.length).toBeGreaterThan(100);
    const byAddress = new Map(builtPages().map(({ address, document }) => [address, document]));
    let pairs = 0;
    const joined = fragments.flatMap(({ url, content }) => {
      const terms = byAddress.get(url)?.querySelectorAll('[data-pagefind-body] dt') ?? [];
      return terms.flatMap((term) => {
        const described = term.nextElementSibling?.text.trim().slice(0, 4);
        if (!described) return [];
        pairs++;
        return content.includes(term.text.trim() + described) ? [`${url}: ${term.text}${described}`] : [];
      });
    });
    expect(pairs).toBeGreaterThan(500);
    expect(joined).toEqual([]);
  });

  test('has nothing of the marks beside facts', () => {
    expect(fragments.filter(({ content }) => content.includes('what this mark means'))).toEqual([]);
  });
});
