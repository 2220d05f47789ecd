import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../scripts/generate/chance.ts';
import { Namer } from '../../scripts/generate/names.ts';
import { compareNames } from '../../src/catalog/catalog.ts';
import { namesFile, rowsOf, type NamesFile } from '../../src/views/search/name-files.ts';
import { builtPages, builtText } from './built-site.ts';

const root = resolve(import.meta.dirname, '../..');

function brotli(text: string): number {
  return brotliCompressSync(text).length;
}

/** Scripts, and all that they import before they run, by their names in `_astro/`. */
function withImports(scripts: readonly string[], found = new Set<string>()): Set<string> {
  for (const script of scripts) {
    if (found.has(script)) continue;
    found.add(script);
    const imports = [
      ...builtText(`_astro/${script}`).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g),
    ];
    withImports(
      imports.map(([, file]) => file!),
      found,
    );
  }
  return found;
}

/** The file of `_astro/` whose name begins so. */
function built(beginning: string, ending: string): string {
  const [file, ...others] = globSync(`dist/_astro/${beginning}.*.${ending}`, { cwd: root });
  expect([beginning, file !== undefined, others]).toEqual([beginning, true, []]);
  return basename(file!);
}

describe('what is loaded from the focus to the first name', () => {
  const page = builtPages().find(({ address }) => address === '/about/')!;
  const sources = page.document.querySelectorAll('script[src*="/_astro/"]');
  const present = withImports(sources.map((script) => basename(script.getAttribute('src')!)));
  const scripts = [...withImports([built('suggestions', 'js')])].filter((script) => !present.has(script));
  const files = [...scripts, built('hits', 'css')];
  const code = files.reduce((sum, file) => sum + brotli(builtText(`_astro/${file}`)), 0);

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

  test('is at most 12 KB at 1,000 models, and far less now', () => {
    const now = code + brotli(names);
    const atThousand = code + brotli(namesOf(1000));
    console.info(`to the first name: ${now} bytes; at 1,000 models ${atThousand}`);
    expect(present.size).toBeGreaterThan(1);
    expect(scripts.length).toBeGreaterThan(1);
    expect(now).toBeLessThanOrEqual(8_000);
    expect(atThousand).toBeLessThanOrEqual(12_000);
  });

  test('has nothing that belongs to slips, chips, texts or what was opened', () => {
    const text = scripts.map((script) => builtText(`_astro/${script}`)).join('\n');
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
  const fragments = globSync('dist/pagefind/fragment/*', { cwd: root }).map((file) => {
    const text = gunzipSync(readFileSync(join(root, file))).toString();
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
