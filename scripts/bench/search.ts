// The name search beside well-known engines on the same names: bytes up to the first result, memory, time per key in
// Chromium with the processor slowed four times, and how often the right model is found. Writes docs/bench-search.md.
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { close, createIndex } from 'pagefind';
import type { Content } from '../../src/catalog/content.ts';
import { namesFile } from '../../src/views/search/name-files.ts';
import { prefixSet, querySet, type Query } from '../../tests/query-set/queries.ts';
import { checkContent } from '../content/check.ts';
import { findSystemBrowser } from '../find-browser.mjs';
import { chanceOf } from '../generate/chance.ts';
import { nameList, type NamedModel } from '../generate/name-list.ts';
import { run } from '../lib/run.mjs';
import { brotli } from '../lib/sent.ts';
import { serve } from '../lib/serve.ts';
import { ours, packages, settingsOf, type Setting } from './engines.ts';
import { bytesOf, filesToFirstName } from './first-name.ts';
import { searchReport, type Measured, type SizeMeasured, type Tried } from './search-report.ts';

const root = resolve(import.meta.dirname, '../..');
const port = 4398;
const shown = 5;

/** So many queries at most are asked, and so many typed letter by letter; fewer of very many models, where some engines take seconds. */
function effort(models: number): { asked: number; typed: number } {
  return models > 2000 ? { asked: 100, typed: 10 } : { asked: 700, typed: 30 };
}

declare global {
  interface Window {
    engine: {
      build(rows: readonly NamedModel[]): void | Promise<void>;
      search(query: string, limit: number): number[] | Promise<number[]>;
    };
  }
}

interface Bundle extends Setting {
  script: string;
  /** Where it is served. */
  address: string;
}

/** A set of names with what is asked of it. */
interface Names {
  rows: NamedModel[];
  queries: Query<NamedModel>[];
  prefixes: Query<NamedModel>[];
  dropped: number;
}

function namesOf(content: Content, count: number): Names {
  const rows = nameList(content, count, 1);
  const chance = chanceOf(1);
  const set = querySet(rows, 1, rows.length > 200 ? chance.some(rows, 100) : rows);
  const { asked } = effort(rows.length);
  return {
    rows,
    queries: chance.some(set.queries, asked),
    prefixes: chance.some(prefixSet(rows, 3, shown).queries, asked),
    dropped: set.dropped.length,
  };
}

/** The share of queries whose model is first, and among the first five. */
async function rightOf(page: Page, { rows }: Names, queries: readonly Query<NamedModel>[]) {
  const found = await page.evaluate(
    async ([texts, limit]) => {
      const all: number[][] = [];
      for (const text of texts) all.push(await window.engine.search(text, limit));
      return all;
    },
    [queries.map(({ text }) => text), shown] as const,
  );
  const places = queries.map(({ model }, at) => found[at]!.findIndex((row) => rows[row] === model));
  const share = (isRight: (place: number) => boolean) => places.filter(isRight).length / queries.length;
  return { first: share((place) => place === 0), within: share((place) => place >= 0) };
}

/** Times of single keys, as queries are typed letter by letter, in milliseconds, in order of length. */
async function keyTimes(page: Page, typed: readonly string[]): Promise<number[]> {
  const times = await page.evaluate(
    async ([queries, limit]) => {
      const times: number[] = [];
      for (const query of queries) {
        for (let length = 1; length <= query.length; length++) {
          const text = query.slice(0, length);
          const began = performance.now();
          await window.engine.search(text, limit);
          let time = performance.now() - began;
          // The browser's clock has steps of 0.1 ms: what is that short is done again and again.
          if (time < 0.5) {
            const again = performance.now();
            for (let turn = 0; turn < 20; turn++) await window.engine.search(text, limit);
            time = (performance.now() - again) / 20;
          }
          times.push(time);
        }
      }
      return times;
    },
    [typed, shown] as const,
  );
  return times.sort((a, b) => a - b);
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function measure(
  page: Page,
  names: Names,
  memory: number | undefined,
  what: Pick<Setting, 'engine' | 'setting'> & { bytes: number },
): Promise<Measured> {
  const right = await rightOf(page, names, names.queries);
  const prefixes = names.prefixes.length < 20 ? undefined : await rightOf(page, names, names.prefixes);
  const typed = chanceOf(2)
    .some(names.queries, effort(names.rows.length).typed)
    .map(({ text }) => text);
  const session = await page.context().newCDPSession(page);
  await keyTimes(page, typed.slice(0, 5));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await keyTimes(page, typed);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  return { ...what, ...right, prefixes: prefixes?.within, median: at(0.5), p95: at(0.95), memory };
}

/** A page with an engine that has the names; `memory` is what its index takes of the heap, in bytes. */
async function engineOn(
  browser: Browser,
  { address }: Bundle,
  { rows }: Names,
): Promise<{ page: Page; memory: number }> {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.addScriptTag({ url: address });
  const session = await page.context().newCDPSession(page);
  const before = await heapOf(session);
  await page.evaluate(async (all) => {
    await window.engine.build(all);
    await window.engine.search('bert', 1);
  }, rows);
  return { page, memory: (await heapOf(session)) - before };
}

/** Of each engine the setting that is right most often, by its mean over some sets of names and 300 queries of each. */
async function bestSettings(
  browser: Browser,
  bundles: readonly Bundle[],
  sets: readonly Names[],
): Promise<{ best: Bundle[]; tried: Tried[] }> {
  const tried: (Tried & { bundle: Bundle })[] = [];
  for (const bundle of bundles) {
    const rates: number[] = [];
    for (const names of sets) {
      const { page } = await engineOn(browser, bundle, names);
      rates.push((await rightOf(page, names, chanceOf(3).some(names.queries, 300))).first);
      await page.close();
    }
    tried.push({ ...bundle, rates, bundle });
    console.info(
      `${bundle.engine}, ${bundle.setting}: ${rates.map((rate) => (100 * rate).toFixed(1)).join(', ')} %`,
    );
  }
  const mean = ({ rates }: Tried) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const engines = [...new Set(bundles.map(({ engine }) => engine))];
  const best = engines.map((engine) => {
    const those = tried.filter((one) => one.engine === engine);
    return those.reduce((a, b) => (mean(b) > mean(a) ? b : a)).bundle;
  });
  return { best, tried };
}

/** Installs the engines, and bundles each setting into a script of the served folder. */
async function bundlesIn(site: string, work: string): Promise<Bundle[]> {
  const modules = join(work, 'modules');
  await mkdir(modules);
  await writeFile(join(modules, 'package.json'), '{"private":true}');
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const code = await run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...wanted], {
    cwd: modules,
  });
  if (code !== 0) throw new Error(`npm could not install ${wanted.join(' ')}`);
  const esbuild = (await import(pathToFileURL(join(modules, 'node_modules/esbuild/lib/main.js')).href)) as {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  };
  return Promise.all(
    settingsOf(join(root, 'src/catalog')).map(async (setting, number) => {
      const { outputFiles } = await esbuild.build({
        stdin: { contents: setting.source, resolveDir: modules },
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2023',
      });
      const script = outputFiles[0]!.text;
      await writeFile(join(site, `engine-${number}.js`), script);
      return { ...setting, script, address: `/engine-${number}.js` };
    }),
  );
}

async function measurePagefind(browser: Browser, names: Names, site: string): Promise<Measured> {
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind could not begin an index');
  for (const [row, { name, aliases }] of names.rows.entries()) {
    await index.addCustomRecord({
      url: `/${row}/`,
      content: [name, ...aliases].join('. '),
      language: 'en',
      meta: { title: name },
    });
  }
  await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await close();
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
      search: async (query, limit) => Promise.all((await search(query)).results.slice(0, limit).map(row)),
    };
    await window.engine.search('bert', 1);
  });
  await page.waitForLoadState('networkidle');
  const measured = await measure(page, names, undefined, {
    engine: 'Pagefind',
    setting: 'as it comes',
    bytes,
  });
  await page.close();
  await rm(join(site, 'pagefind'), { recursive: true });
  return measured;
}

/** `npm run bench -- search`: the report for the real names and for so many with made-up ones, in one go. */
export async function benchSearch(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { models: { type: 'string', default: 'real,600,1000,10000' } },
  });
  const began = performance.now();
  const work = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const site = join(work, 'site');
  await mkdir(site);
  const html = '<!doctype html><html lang="en"><title>bench</title><body></body></html>';
  await writeFile(join(site, 'index.html'), html);
  const bundles = await bundlesIn(site, work);
  const { content } = await checkContent(join(root, 'content'), new Date().toISOString().slice(0, 10));
  const counts = values.models
    .split(',')
    .map((size) => (size === 'real' ? content.models.length : Number(size)));
  const sets = counts.map((count) => namesOf(content, count));

  const stopServing = await serve(site, port, '/');
  const browser = await chromium.launch({
    executablePath: findSystemBrowser(process.env),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const small = sets.filter(({ rows }) => rows.length <= 600);
    const { best, tried } = await bestSettings(browser, bundles, small.length > 0 ? small : sets);
    const sizes: SizeMeasured[] = [];
    for (const names of sets) {
      const { rows, queries, prefixes, dropped } = names;
      const measured: Measured[] = [];
      const data = JSON.stringify(rows.map(({ name, aliases }) => [name, ...aliases]));
      const bare = JSON.stringify(namesFile(rows.map((row) => ({ ...row, variants: [] }))));
      for (const bundle of best) {
        const { page, memory } = await engineOn(browser, bundle, names);
        const bytes = brotli(bundle.script) + brotli(bundle.engine === ours ? bare : data);
        measured.push(await measure(page, names, memory, { ...bundle, bytes }));
        await page.close();
      }
      measured.push(await measurePagefind(browser, names, site));
      const dist = join(root, 'dist');
      const onSite = existsSync(dist) ? bytesOf(dist, filesToFirstName(dist)) + brotli(bare) : undefined;
      sizes.push({
        models: rows.length,
        queries: queries.length,
        prefixes: prefixes.length,
        dropped,
        measured,
        onSite,
      });
      console.info(`${rows.length} models: done after ${Math.round((performance.now() - began) / 1000)} s`);
    }
    const text = searchReport({
      command: `npm run bench -- search --models ${values.models}`,
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg()[2]!.toFixed(1)} over the last 15 minutes`,
      seconds: (performance.now() - began) / 1000,
      tried,
      triedAt: (small.length > 0 ? small : sets).map(({ rows }) => rows.length),
      best,
      sizes,
    });
    await writeFile(join(root, 'docs/bench-search.md'), text);
    console.info(`\n${text}`);
  } finally {
    await browser.close();
    await stopServing();
    await rm(work, { recursive: true });
  }
}
