// Speed in the browser: Lighthouse on the main pages as a phone sees them, and interactions with the processor slowed
// four times. Writes docs/bench-browser.md.
import { chromium } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { mainViews } from '../../tests/browser/kinds.ts';
import { findSystemBrowser } from '../find-browser.mjs';
import { run } from '../lib/run.mjs';
import { addressOf, serve } from '../lib/serve.ts';
import { browserReport, type PageMeasured } from './browser-report.ts';
import { compressing } from './compressing.ts';
import { measureInteractions } from './interactions.ts';

const root = resolve(import.meta.dirname, '../..');
const port = 4397;
const lighthouseVersion = '13.5.0';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What is read of Lighthouse's result. */
interface LighthouseResult {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    { score: number | null; title: string; numericValue?: number; displayValue?: string }
  >;
}

interface Lighthouse {
  default(
    address: string,
    flags: { port: number; onlyCategories: readonly string[]; logLevel: string },
  ): Promise<{ lhr: LighthouseResult } | undefined>;
}

interface ChromeLauncher {
  launch(options: { chromePath?: string; chromeFlags: string[] }): Promise<{ port: number; kill(): void }>;
}

/** One page, the run with the middle score of speed. */
async function measurePage(tools: Tools, address: string, runs: number): Promise<PageMeasured> {
  const results: LighthouseResult[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const chrome = await tools.launcher.launch({
      chromePath: findSystemBrowser(process.env) ?? chromium.executablePath(),
      chromeFlags: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      const flags = { port: chrome.port, onlyCategories: categories, logLevel: 'error' };
      const result = await tools.lighthouse.default(addressOf(port, '/') + address, flags);
      if (result) results.push(result.lhr);
    } finally {
      chrome.kill();
    }
  }
  const speedOf = ({ categories }: LighthouseResult) => categories['performance']?.score ?? 0;
  const middle = results.toSorted((a, b) => speedOf(a) - speedOf(b))[Math.floor((results.length - 1) / 2)];
  if (!middle) throw new Error(`Lighthouse says nothing of /${address}.`);
  const { categories: of, audits } = middle;
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const short = categories.flatMap((category) =>
    (of[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score, title, displayValue } = audits[id]!;
      return weight > 0 && score !== null && score < 0.95
        ? [`${title}${displayValue ? ` (${displayValue})` : ''}`]
        : [];
    }),
  );
  return {
    address,
    scores: categories.map((category) => Math.round(100 * (of[category]?.score ?? 0))),
    speeds: results.map((result) => Math.round(100 * speedOf(result))),
    firstPaint: number('first-contentful-paint'),
    largestPaint: number('largest-contentful-paint'),
    blocking: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    short,
  };
}

interface Tools {
  lighthouse: Lighthouse;
  launcher: ChromeLauncher;
}

/** Lighthouse, installed into a folder of its own. */
async function installed(work: string): Promise<Tools> {
  await writeFile(join(work, 'package.json'), '{"private":true}');
  const wanted = `lighthouse@${lighthouseVersion}`;
  const code = await run('npm', ['install', '--no-audit', '--no-fund', '--silent', wanted], { cwd: work });
  if (code !== 0) throw new Error(`npm could not install ${wanted}`);
  const from = (path: string) => import(pathToFileURL(join(work, 'node_modules', path)).href);
  return {
    lighthouse: (await from('lighthouse/core/index.js')) as Lighthouse,
    launcher: (await from('chrome-launcher/dist/index.js')) as ChromeLauncher,
  };
}

/** `npm run bench -- browser`: `dist/` as it was last built. */
export async function benchBrowser(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '3' } } });
  const began = performance.now();
  const work = await mkdtemp(join(tmpdir(), 'bench-browser-'));
  const stopServing = await serve(join(root, 'dist'), port, '/', compressing);
  const browser = await chromium.launch({
    executablePath: findSystemBrowser(process.env),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const interactions = await measureInteractions(browser, addressOf(port, '/'));
    const version = browser.version();
    await browser.close();
    const tools = await installed(work);
    const measured: PageMeasured[] = [];
    for (const address of mainViews) {
      measured.push(await measurePage(tools, address, Number(values.runs)));
      console.info(`/${address}: ${measured.at(-1)!.scores.join(', ')}`);
    }
    const text = browserReport({
      command: `npm run bench -- browser --runs ${values.runs}`,
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg()[2]!.toFixed(1)} over the last 15 minutes`,
      seconds: (performance.now() - began) / 1000,
      browser: `Chromium ${version}, Lighthouse ${lighthouseVersion}`,
      runs: Number(values.runs),
      pages: measured,
      interactions,
    });
    await writeFile(join(root, 'docs/bench-browser.md'), text);
    console.info(`\n${text}`);
  } finally {
    await browser.close();
    await stopServing();
    await rm(work, { recursive: true });
  }
}
