import { chromium, type Browser, type Page } from '@playwright/test';
import { parse as parseCsv } from 'csv-parse/sync';
import { DOMParser } from '@xmldom/xmldom';
import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/content/check.ts';
import { findSystemBrowser } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/lib/serve.ts';
import { collectionNames } from '../../src/schema/collections.ts';
import { readBibtex } from '../unit/bibtex-reader.ts';
import { fuzzedEntries, fuzzSeed } from '../unit/fuzzed-entries.ts';
import { today } from '../unit/trees.ts';
import { textFields, writeHostileContent, type HostileContent } from './hostile-content.ts';
import { offencesOf } from './offences.ts';
import { ProjectCopy } from './project-copy.ts';

let hostile: HostileContent;
let project: ProjectCopy;
let dist: string;

/** Models of the fuzzer that check accepts, by their slugs. */
let fuzzed: string[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-hostile-'));
  hostile = await writeHostileContent(folder);
  fuzzed = await addFuzzedModels(folder);
  project = new ProjectCopy(folder, 'hostile');
  rmSync(folder, { recursive: true });
  const { code, said } = await project.build();
  expect(code, said).toBe(0);
  dist = project.at('dist');
});

afterAll(() => project?.remove());

const files = (pattern: string) => globSync(pattern, { cwd: dist }).sort();
const textOf = (file: string) => readFileSync(join(dist, file), 'utf8');

test('something hostile was tried in each text field of each collection, and check found nothing wrong', () => {
  const tried = new Set([...hostile.placed.map(({ field }) => field), ...hostile.refusing]);
  expect(collectionNames.flatMap(textFields).filter((field) => !tried.has(field))).toEqual([]);
  expect(hostile.leaks).toEqual([]);
  expect(hostile.placed.length).toBeGreaterThan(150);
});

/** Fields of which each value is a date, a count, one of a few words, or the name of something else. */
const closedFields = `audits.date branches.hue corrections.verdict explainers.before[] explainers.equations[].id
  explainers.equations[].source explainers.sources[].checked explainers.sources[].id explainers.sources[].kind
  families.branch glossary.see licenses.commercial models.added models.architecture models.assumed[]
  models.changes[].date models.confusedWith[] models.corrections[].field models.corrections[].verdict
  models.dates.announcement models.dates.code models.dates.paper models.dates.service models.dates.weights
  models.evidence[].checked models.evidence[].for[] models.evidence[].kind models.evidence[].part[]
  models.extends[].by[] models.extends[].concept models.extends[].model models.family models.labs[] models.license
  models.license.code models.license.data models.license.weights models.modalities[]
  models.objectives.posttraining[] models.objectives.pretraining[] models.papers[].arxiv models.papers[].role
  models.released models.supersededBy models.traits[] models.undisclosed[] models.unresolved[].for
  models.variants[].active models.variants[].parameters models.variants[].parts[].parameters
  models.variants[].released models.weights objectives.kindOf objectives.stage`;

test('what names, dates, counts or leads somewhere takes nothing hostile', () => {
  expect(hostile.refusing).toEqual(closedFields.split(/\s+/));
});

test('models that were changed at random and accepted have all their files', () => {
  expect(fuzzed.length).toBeGreaterThan(5);
  const missing = fuzzed.flatMap((slug) =>
    ['/index.html', '.json', '.md']
      .map((end) => `models/${slug}${end}`)
      .filter((file) => !existsSync(join(dist, file))),
  );
  expect(missing).toEqual([]);
});

test('CSV, JSON, BibTeX, XML and Markdown are read by their readers, which find texts in them only', () => {
  for (const file of files('**/*.csv')) {
    const records = parseCsv(textOf(file)) as string[][];
    expect(records.length, file).toBeGreaterThan(1);
    expect(
      records.flat().filter((field) => /^[=+@]/.test(field)),
      file,
    ).toEqual([]);
  }
  for (const file of files('**/*.json')) expect(() => JSON.parse(textOf(file)), file).not.toThrow();

  const keys = readBibtex(textOf('api/v1/models.bib')).map(({ id }) => id);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => /^hacked\d+$/.test(key))).toEqual([]);

  for (const file of files('**/*.{xml,svg}')) {
    const complaints: string[] = [];
    const parser = new DOMParser({ onError: (level, message) => complaints.push(`${level} ${message}`) });
    const document = parser.parseFromString(textOf(file), 'text/xml');
    expect(complaints, file).toEqual([]);
    const names = [...document.getElementsByTagName('*')].map(({ localName }) => localName);
    expect(
      names.filter((name) => /^(x-h|script|img|iframe|base|meta)$/.test(name ?? '')),
      file,
    ).toEqual([]);
  }

  for (const file of files('{**/*.md,llms.txt}')) {
    const tree = unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(textOf(file)) as Nodes;
    const found: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'html') found.push(node.value);
      if ((node.type === 'link' || node.type === 'definition') && !/^(https?|mailto):/.test(node.url))
        found.push(node.url);
    });
    expect(found, file).toEqual([]);
  }
});

/** What is kept for the record and that no page shows. */
const fieldsNotShown = [
  ...['contentHash', 'seed', 'comparedWith', 'auditor', 'note'].map((field) => `audits.${field}`),
  'explainers.sources[].read',
  'labs.url',
];

/** What Chromium makes of the pages. */
describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  let origin: string;
  let stop: () => Promise<void>;
  const events: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    stop = await serve(dist, port, '/');
    browser = await chromium.launch({
      executablePath: findSystemBrowser(process.env),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage({ baseURL: origin, viewport: { width: 1280, height: 900 } });
    page.on('dialog', (dialog) => {
      events.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('blob:'))
        events.push(`a request to ${request.url()}`);
    });
    page.on('pageerror', (error) => events.push(`an error: ${error.message}`));
  });

  afterAll(async () => {
    await browser?.close();
    await stop?.();
  });

  const offences = (document: string) =>
    page.evaluate<string[]>(`(${offencesOf.toString()})(${document}, ${JSON.stringify(origin)})`);

  /** What the page in the window has become after its scripts have run. */
  async function expectTextOnly(what: string): Promise<void> {
    expect(await offences('document'), what).toEqual([]);
    expect(await page.evaluate(() => 'hacked' in window), what).toBe(false);
    expect(events, what).toEqual([]);
  }

  test('no text has become an element, an attribute or a script, and each is there as it was written', async () => {
    await page.goto('/about/');
    const seen: string[] = [];
    for (const file of files('**/*.html')) {
      const parsed = `new DOMParser().parseFromString(${JSON.stringify(textOf(file))}, 'text/html')`;
      expect(await offences(parsed), file).toEqual([]);
      seen.push(
        await page.evaluate<string>(`{
          const parsed = ${parsed};
          const values = [...parsed.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ value }) => value));
          [parsed.body.textContent, ...values].join('\\n')
        }`),
      );
    }
    for (const file of files('**/*.json')) {
      JSON.parse(textOf(file), (_, value) => {
        if (typeof value === 'string') seen.push(value);
        return value;
      });
    }
    const all = seen.join('\n');
    const unseen = hostile.placed.filter(({ text }) => !all.includes(text)).map(({ field }) => field);
    expect(unseen).toEqual(fieldsNotShown);
  });

  test('the scripts of the pages show names and texts as text', async () => {
    await page.goto('/models/');
    await page.getByRole('searchbox').first().fill('hacked');
    await expectTextOnly('the table');

    await page.goto('/compare/?models=acorn,oak,rowan,willow');
    await page.locator('main table').first().waitFor();
    await expectTextOnly('the comparison');

    await page.goto('/tree/');
    for (const link of await page.locator('main svg a').all()) {
      await link.focus();
      await expectTextOnly('the tree');
    }

    for (const address of ['/timeline/', '/timeline/size/']) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await expectTextOnly(address);
    }

    for (const query of ['hacked', '<x-h data-h>', 'script', 'input']) {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`);
      await page.waitForLoadState('networkidle');
      await expectTextOnly(`the results for ${query}`);
    }

    await page.goto('/about/');
    await page.keyboard.press('/');
    await page.keyboard.type('hacked');
    await page.waitForLoadState('networkidle');
    await expectTextOnly('the palette');
  });
});

/** Adds models that something was done to, and takes away again those that check refuses. */
async function addFuzzedModels(root: string): Promise<string[]> {
  const entries = fc.sample(fuzzedEntries, { numRuns: 250, seed: fuzzSeed });
  const models = entries.filter(({ collection }) => collection === 'models');
  models.forEach((entry, index) =>
    writeFileSync(join(root, `models/fuzzed-${index}.md`), entry.bytes(index)),
  );
  for (;;) {
    const { problems } = await checkContent(root, today);
    const refused = new Set(problems.flatMap(({ severity, file }) => (severity === 'error' ? [file] : [])));
    if (refused.size === 0) break;
    for (const file of refused) rmSync(join(root, file.replace('content/', '')));
  }
  return globSync('models/fuzzed-*.md', { cwd: root }).map((file) => basename(file, '.md'));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
