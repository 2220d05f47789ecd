// npm run try-nginx: serves the two builds of `npm test` by this machine's nginx with the configuration that
// `npm run nginx` prints, and asks it, and a browser, whether all of it works.
import { chromium, type Page } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { headerPolicy } from '../src/security-policy.ts';
import { nginxConf } from './deploy/nginx-conf.ts';
import { caching } from './deploy/response-headers.ts';
import { findSystemBrowser } from './find-browser.mjs';

interface Trial {
  folder: string;
  base: string;
  port: number;
}

interface Nginx {
  version: string;
  typesFile: string;
  brotliModule: string | undefined;
}

/** Program, MIME types and Brotli module of this machine's nginx, or undefined where there is none. */
function installedNginx(): Nginx | undefined {
  const { error, stderr } = spawnSync('nginx', ['-V'], { encoding: 'utf8' });
  if (error) return undefined;
  const option = (name: string) => new RegExp(`--${name}=(\\S+)`).exec(stderr)?.[1];
  const module = join(option('modules-path') ?? '/usr/lib/nginx/modules', 'ngx_http_brotli_filter_module.so');
  return {
    version: /nginx\/(\S+)/.exec(stderr)?.[1] ?? 'unknown',
    typesFile: join(dirname(option('conf-path') ?? '/etc/nginx/nginx.conf'), 'mime.types'),
    brotliModule: existsSync(module) ? module : undefined,
  };
}

/** Starts an nginx of its own in `folder`, which serves every trial on its port. */
async function start(nginx: Nginx, trials: Trial[], folder: string): Promise<ChildProcess> {
  copyFileSync(nginx.typesFile, join(folder, 'mime.types'));
  const sites = trials.map(({ folder: built, base, port }, index) => {
    const root = join(folder, `site-${index}`);
    const place = join(root, base);
    mkdirSync(dirname(place.replace(/\/$/, '')), { recursive: true });
    symlinkSync(resolve(built), place.replace(/\/$/, ''));
    const conf = nginxConf({ base, root, name: 'localhost', port, brotli: nginx.brotliModule !== undefined });
    // Each file of conf.d is read into the same http block: names of maps are the only thing they share.
    return conf.replaceAll('transformer_catalog_caching', `transformer_catalog_caching_${index}`);
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const main = `${nginx.brotliModule ? `load_module ${nginx.brotliModule};` : ''}
daemon off; pid ${folder}/nginx.pid; error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${temporary} ${sites.join('\n')} }
`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, main);
  const running = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'inherit' });
  for (let tries = 0; tries < 50; tries += 1) {
    if (running.exitCode !== null) break;
    const answers = await fetch(`http://localhost:${trials[0]!.port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return running;
    await setTimeout(100);
  }
  running.kill();
  throw new Error('nginx does not start; it says why above');
}

let failed = 0;

function report(what: string, problem: string | undefined): void {
  if (problem !== undefined) failed += 1;
  console.log(
    `${problem === undefined ? 'ok  ' : 'FAIL'}  ${what}${problem === undefined ? '' : `: ${problem}`}`,
  );
}

/** Compares what is with what should be. */
function expectSame(what: string, actual: unknown, expected: unknown): void {
  report(what, actual === expected ? undefined : `expected ${String(expected)}, got ${String(actual)}`);
}

async function askForHeaders({ folder, base, port }: Trial, brotli: boolean): Promise<void> {
  const get = (path: string, encoding = 'gzip', headers: Record<string, string> = {}) =>
    fetch(`http://localhost:${port}${base}${path}`, {
      redirect: 'manual',
      headers: { 'Accept-Encoding': encoding, ...headers },
    });
  const first = (pattern: string) => globSync(pattern, { cwd: folder }).sort()[0]!.replaceAll('\\', '/');

  const hashed = [first('_astro/*.js'), first('_astro/*.css'), first('_astro/*.woff2')];
  const index = [first('pagefind/fragment/*'), first('pagefind/index/*')];
  const text = [
    '',
    'models/bert/',
    'theme.js',
    'favicon.svg',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
  ];
  const offered = [
    'feed.xml',
    'api/v1/models.json',
    'api/v1/models.csv',
    'api/v1/models.bib',
    'api/v1/model.schema.json',
    'models/bert.json',
    'models/bert.md',
    'models/bert.bib',
  ];
  const texts = [...text, ...offered.filter((path) => existsSync(join(folder, path)))];
  for (const path of texts) {
    const answer = await get(path);
    const isLarge = Number((await get(path, 'identity')).headers.get('content-length') ?? 1024) >= 512;
    expectSame(`${base}${path} arrives`, answer.status, 200);
    if (isLarge)
      expectSame(`${base}${path} arrives compressed`, answer.headers.get('content-encoding'), 'gzip');
    if (isLarge && brotli)
      expectSame(
        `${base}${path} arrives as Brotli`,
        (await get(path, 'br')).headers.get('content-encoding'),
        'br',
      );
    expectSame(
      `${base}${path} carries the policy`,
      answer.headers.get('content-security-policy'),
      headerPolicy(),
    );
    expectSame(`${base}${path} is no other type`, answer.headers.get('x-content-type-options'), 'nosniff');
  }
  for (const path of [...hashed, ...index])
    expectSame(`${base}${path} is cached`, (await get(path)).headers.get('cache-control'), caching.hashed);
  for (const path of ['', 'models/bert/', 'pagefind/pagefind-entry.json'])
    expectSame(
      `${base}${path} is asked for again`,
      (await get(path)).headers.get('cache-control'),
      caching.rest,
    );
  const tag = (await get('models/bert/')).headers.get('etag') ?? '';
  expectSame(
    'an unchanged page is not sent again',
    (await get('models/bert/', 'gzip', { 'If-None-Match': tag })).status,
    304,
  );

  const types = {
    'feed.xml': 'application/atom+xml',
    'api/v1/models.bib': 'application/x-bibtex',
    'api/v1/models.csv': 'text/csv',
    'models/bert.md': 'text/markdown',
    'models/bert.bib': 'application/x-bibtex',
    'opensearch.xml': 'application/opensearchdescription+xml',
  };
  for (const [path, type] of Object.entries(types).filter(([path]) => existsSync(join(folder, path))))
    expectSame(
      `the type of ${path}`,
      (await get(path)).headers.get('content-type'),
      `${type}; charset=utf-8`,
    );

  for (const path of [
    'no-such-page/',
    'models/no-such-model/',
    '_astro/',
    '_astro/gone.js',
    '_headers',
    '404.html',
  ]) {
    const answer = await get(path);
    expectSame(`${base}${path} has status`, answer.status, 404);
    report(
      `${base}${path} shows the page for it`,
      (await answer.text()).includes('Not in the catalog') ? undefined : 'another text',
    );
    expectSame(`${base}${path} is not kept`, answer.headers.get('cache-control'), null);
  }
  const sent = await get('models?sort=released');
  expectSame(
    'a folder without its slash',
    `${sent.status} ${sent.headers.get('location')}`,
    `301 ${base}models/?sort=released`,
  );
}

/** One page or two of each folder, and those that are more with parameters. */
function pagesToVisit(folder: string): string[] {
  const pages = globSync('**/index.html', { cwd: folder }).map((file) =>
    file.replaceAll('\\', '/').replace(/index\.html$/, ''),
  );
  const byFolder = Map.groupBy(pages.sort(), (page) => page.split('/')[0]!);
  const some = [...byFolder].flatMap(([name, list]) => (name === 'learn' ? list : list.slice(0, 3)));
  return [
    ...new Set([
      ...some,
      'models/bert/',
      'search/?q=bert',
      'compare/?models=bert,roberta',
      'timeline/?from=2020',
    ]),
  ];
}

async function visit(page: Page, { folder, base, port }: Trial): Promise<void> {
  const address = `http://localhost:${port}${base}`;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost:|blob:|data:)/.test(request.url())) complaints.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  const pages = pagesToVisit(folder);
  for (const path of pages) {
    complaints.length = 0;
    await page.goto(address + path, { waitUntil: 'networkidle' });
    for (const figure of await page.locator('[data-figure], catalog-figure, figure').all())
      await figure.scrollIntoViewIfNeeded({ timeout: 2000 }).catch(() => undefined);
    await page.waitForLoadState('networkidle');
    if (complaints.length > 0) report(`${base}${path} in a browser`, [...new Set(complaints)].join(' | '));
  }
  report(`${pages.length} pages below ${base} were opened in a browser`, undefined);

  complaints.length = 0;
  await page.goto(`${address}search/?q=attention`);
  const found = page.locator('[data-results]').getByText(/glossary|chapter/i);
  await found
    .first()
    .waitFor()
    .catch(() => complaints.push('no page of the text is found'));
  report(`search below ${base} finds pages`, complaints.length > 0 ? complaints.join(' | ') : undefined);

  for (const picture of ['tree/tree.svg', 'favicon.svg']) {
    complaints.length = 0;
    await page.goto(address + picture, { waitUntil: 'networkidle' });
    const refused = complaints.filter((complaint) => /Content.Security.Policy/i.test(complaint));
    report(`${base}${picture} opened by itself`, refused.length > 0 ? refused.join(' | ') : undefined);
  }

  const missing = await page.goto(`${address}models/robberta/`);
  expectSame(`a page that is not there, in a browser, below ${base}`, missing?.status(), 404);
}

async function main(): Promise<void> {
  const nginx = installedNginx();
  if (!nginx) {
    console.log('There is no nginx on this machine: install it (apt-get install nginx), then try again.');
    process.exitCode = 1;
    return;
  }
  const port = Number(process.env.TEST_PORT ?? 4331);
  const trials: Trial[] = [
    { folder: 'dist', base: '/', port },
    { folder: 'dist-sub', base: '/catalog/', port: port + 1 },
  ];
  const unbuilt = trials.find(({ folder }) => !existsSync(folder));
  if (unbuilt) {
    console.log(`There is no ${unbuilt.folder}/: build both with npm test -- --only build`);
    process.exitCode = 1;
    return;
  }
  console.log(`nginx ${nginx.version}, ${nginx.brotliModule ? 'with' : 'without'} Brotli`);
  const folder = mkdtempSync(join(tmpdir(), 'catalog-nginx-'));
  let running: ChildProcess | undefined;
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: findSystemBrowser(process.env),
    args: asRoot ? ['--no-sandbox'] : [],
  });
  try {
    running = await start(nginx, trials, folder);
    for (const trial of trials) {
      await askForHeaders(trial, nginx.brotliModule !== undefined);
      await visit(await browser.newPage(), trial);
    }
  } finally {
    await browser.close();
    if (running?.kill()) await once(running, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(failed === 0 ? 'Everything works.' : `${failed} of these failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
