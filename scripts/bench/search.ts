// npm run bench: the name search beside well-known engines on the same names: bytes up to the first result, time per
// key in Chromium with the processor slowed four times, and how often the right model is first.
import { chromium, type Page } from '@playwright/test';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import { namesFile } from '../../src/views/search/name-files.ts';
import { querySet, type Query } from '../../tests/query-set/queries.ts';
import { findSystemBrowser } from '../find-browser.mjs';
import { chanceOf } from '../generate/chance.ts';
import { serve } from '../lib/serve.ts';
import { run } from '../lib/run.mjs';
import { engineSources, packages } from './engines.ts';

interface Row {
  name: string;
  slug: string;
  aliases: string[];
}

interface Measured {
  engine: string;
  bytes: number;
  median: number;
  p95: number;
  right: number;
}

const root = resolve(import.meta.dirname, '../..');
const port = 4398;
/** So many queries at most are asked, and so many typed letter by letter; fewer of very many models, where some engines take seconds. */
function effort(models: number): { asked: number; typed: number } {
  return models > 2000 ? { asked: 100, typed: 10 } : { asked: 700, typed: 40 };
}

function brotli(text: string | Uint8Array): number {
  return brotliCompressSync(text).length;
}

/** The names of a content folder, as its entries have them. */
async function rowsOf(content: string): Promise<Row[]> {
  const folder = join(content, 'models');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, head = ''] = (await readFile(join(folder, file), 'utf8')).split(/^---$/m);
      // The names stand first, and the rest of the front matter is long.
      const [names = ''] = head.split(/^summary:/m);
      const { name, aliases } = parse(names) as { name: string; aliases?: string[] | null };
      return { name: String(name), slug: file.slice(0, -3), aliases: (aliases ?? []).map(String) };
    }),
  );
}

/** The content folder with so many models, made where it is not there. */
async function contentOf(models: number | 'real', work: string): Promise<string> {
  if (models === 'real') return join(root, 'content');
  const out = join(work, `content-${models}`);
  const script = join(root, 'scripts/generate.ts');
  if (!(await stat(out).catch(() => undefined)))
    await run(process.execPath, [script, '--models', String(models), '--seed', '1', '--out', out]);
  return out;
}

/** Times of single keys, as queries are typed letter by letter, in milliseconds. */
async function keyTimes(page: Page, typed: string[]): Promise<number[]> {
  return page.evaluate(async (queries) => {
    const times: number[] = [];
    for (const query of queries) {
      for (let length = 1; length <= query.length; length++) {
        const began = performance.now();
        await window.engine.search(query.slice(0, length));
        times.push(performance.now() - began);
      }
    }
    return times;
  }, typed);
}

async function measure(
  page: Page,
  engine: string,
  bytes: number,
  rows: Row[],
  queries: Query<Row>[],
): Promise<Measured> {
  const found = await page.evaluate(
    async (texts) => {
      const first: (number | undefined)[] = [];
      for (const text of texts) first.push((await window.engine.search(text))[0]);
      return first;
    },
    queries.map(({ text }) => text),
  );
  const right = queries.filter(({ model }, at) => rows[found[at] ?? -1] === model).length / queries.length;

  const chance = chanceOf(2);
  const typed = chance.some(queries, effort(rows.length).typed).map(({ text }) => text);
  const session = await page.context().newCDPSession(page);
  await keyTimes(page, typed.slice(0, 5));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = (await keyTimes(page, typed)).sort((a, b) => a - b);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  return { engine, bytes, median: at(0.5), p95: at(0.95), right };
}

declare global {
  interface Window {
    engine: {
      build(rows: Row[]): void | Promise<void>;
      search(query: string): number[] | Promise<number[]>;
    };
  }
}

async function pagefindIndex(rows: Row[], folder: string): Promise<void> {
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind could not begin an index');
  for (const [row, { name, aliases }] of rows.entries()) {
    await index.addCustomRecord({
      url: `/${row}/`,
      content: [name, ...aliases].join('. '),
      language: 'en',
      meta: { title: name },
    });
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { models: { type: 'string', default: 'real,1000,10000' } } });
  const sizes = values.models.split(',').map((size) => (size === 'real' ? size : Number(size)));
  const work = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const modules = join(work, 'modules');
  await mkdir(modules);
  await writeFile(join(modules, 'package.json'), '{"private":true}');
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  await run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...wanted], { cwd: modules });
  const esbuild = (await import(pathToFileURL(join(modules, 'node_modules/esbuild/lib/main.js')).href)) as {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  };

  const site = join(work, 'site');
  await mkdir(site);
  await writeFile(
    join(site, 'index.html'),
    '<!doctype html><html lang="en"><title>bench</title><body></body></html>',
  );
  const bundles = new Map<string, string>();
  for (const [engine, contents] of Object.entries(engineSources(join(root, 'src/catalog/name-index.ts')))) {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: modules },
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2023',
    });
    bundles.set(engine, outputFiles[0]!.text);
  }

  const stopServing = await serve(site, port, '/');
  const browser = await chromium.launch({
    executablePath: findSystemBrowser(process.env),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const parts: string[] = [];
  for (const size of sizes) {
    const rows = await rowsOf(await contentOf(size, work));
    const chance = chanceOf(1);
    const askedFor = rows.length > 200 ? chance.some(rows, 100) : rows;
    const set = querySet(rows, 1, askedFor);
    const queries = chance.some(set.queries, effort(rows.length).asked);
    const measured: Measured[] = [];
    const names = JSON.stringify(rows.map(({ name, aliases }) => [name, ...aliases]));
    for (const [engine, script] of bundles) {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${port}/`);
      await page.addScriptTag({ content: script });
      await page.evaluate((all) => window.engine.build(all), rows);
      const data = engine.includes('ours')
        ? JSON.stringify(namesFile(rows.map((row) => ({ ...row, variants: [] }))))
        : names;
      measured.push(await measure(page, engine, brotli(script) + brotli(data), rows, queries));
      await page.close();
      console.info(`${rows.length} models, ${engine}: done`);
    }

    await pagefindIndex(rows, site);
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    let bytes = 0;
    page.on('response', async (response) => {
      if (!response.url().includes('/pagefind/')) return;
      const body = await response.body();
      // Pagefind compresses its own files; its scripts are compressed by the host.
      bytes += /\.(js|json)$/.test(new URL(response.url()).pathname) ? brotli(body) : body.length;
    });
    await page.evaluate(async () => {
      const address = '/pagefind/pagefind.js';
      const { search } = (await import(address)) as {
        search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      const row = async (result: { data(): Promise<{ url: string }> }) =>
        Number((await result.data()).url.replaceAll('/', ''));
      window.engine = {
        build() {},
        search: async (query) => Promise.all((await search(query)).results.slice(0, 1).map(row)),
      };
      await window.engine.search('bert');
    });
    await page.waitForLoadState('networkidle');
    const firstBytes = bytes;
    measured.push(await measure(page, 'Pagefind', firstBytes, rows, queries));
    await page.close();
    await rm(join(site, 'pagefind'), { recursive: true });

    parts.push(
      [
        `## ${rows.length.toLocaleString('en-GB')} models`,
        '',
        `${queries.length} queries (${set.dropped.length} dropped by rule).`,
        '',
        '| search | bytes to the first result | median key | 95th percentile | right first |',
        '| --- | ---: | ---: | ---: | ---: |',
        ...measured.map(
          ({ engine, bytes, median, p95, right }) =>
            `| ${engine} | ${(bytes / 1000).toFixed(1)} KB | ${median.toFixed(1)} ms | ${p95.toFixed(1)} ms | ${(100 * right).toFixed(1)} % |`,
        ),
        '',
      ].join('\n'),
    );
    console.info(`\n${parts.at(-1)}`);
  }
  await browser.close();
  await stopServing();
  await rm(work, { recursive: true });

  const others = Object.entries(packages)
    .filter(([name]) => name !== 'esbuild')
    .map(([name, version]) => `${name} ${version}`);
  const text = [
    '# The name search beside others',
    '',
    `Written by \`npm run bench -- --models ${values.models}\` on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`,
    '',
    `The same names and aliases for all: ${others.join(', ')}, and the Pagefind of this project over the names alone.`,
    'Bytes: brotli, the bundled engine with the data from which it answers first; ours answers first from the names',
    'and reads aliases after; Pagefind counts what one query and one result load. Time per key: as queries are typed',
    'letter by letter, in Chromium with the processor slowed four times; Pagefind loads parts of its index meanwhile.',
    'Right first: queries of `tests/query-set`, at most 700 (100 of them at 10,000);',
    'above 200 models they ask for 100 models drawn by chance.',
    'Engines have the settings that `scripts/bench/engines.ts` shows.',
    '',
    ...parts,
  ].join('\n');
  await writeFile(join(root, 'docs/bench-search.md'), text);
}

await main();
