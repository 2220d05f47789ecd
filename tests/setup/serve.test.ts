import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseWithSlashes } from '../../scripts/lib/base.ts';
import { checkPort, serve } from '../../scripts/lib/serve.ts';

let dist: string;

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'catalog-serve-'));
  mkdirSync(join(dist, 'models/bert'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'home');
  writeFileSync(join(dist, 'models/bert/index.html'), 'bert');
  writeFileSync(join(dist, '404.html'), 'no such page');
  writeFileSync(join(dist, 'llms.txt'), 'naïve');
  writeFileSync(join(dist, 'models.bib'), '@article{é}');
});

afterAll(() => rmSync(dist, { recursive: true }));

test.each([undefined, '', '/'])('the base %j is the root', (base) => {
  expect(baseWithSlashes(base)).toBe('/');
});

test.each(['catalog', '/catalog', 'catalog/', '/catalog/'])('the base %j is /catalog/', (base) => {
  expect(baseWithSlashes(base)).toBe('/catalog/');
});

describe.each(['/', '/catalog/'])('a site below %s', (base) => {
  let origin: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    stop = await serve(dist, port, base);
  });

  afterAll(() => stop());

  test('answers with the page of a folder', async () => {
    const response = await get('models/bert/');
    expect([response.status, await response.text()]).toEqual([200, 'bert']);
  });

  test('sends an address without its last slash on, query included', async () => {
    const response = await get('models/bert?view=tree');
    expect([response.status, response.headers.get('location')]).toEqual([
      301,
      `${base}models/bert/?view=tree`,
    ]);
  });

  test('answers what it does not have with 404.html and status 404', async () => {
    const response = await get('models/no-such-model/');
    expect([response.status, await response.text()]).toEqual([404, 'no such page']);
  });

  test('does not leave its folder', async () => {
    expect((await get('..%2f..%2f..%2fetc/passwd')).status).toBe(404);
  });

  test.each([
    ['llms.txt', 'text/plain; charset=utf-8'],
    ['models.bib', 'application/x-bibtex; charset=utf-8'],
  ])('names the type of %s with its encoding', async (path, type) => {
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  function get(path: string): Promise<Response> {
    return fetch(`${origin}${base}${path}`, { redirect: 'manual' });
  }
});

test('below a sub-path, nothing else is the site, and the sub-path without its slash is sent on', async () => {
  const port = await freePort();
  const stop = await serve(dist, port, '/catalog/');
  const answers = await Promise.all(
    ['/', '/catalogue/', '/catalog', '/catalog?q=bert'].map(async (path) => {
      const response = await fetch(`http://localhost:${port}${path}`, { redirect: 'manual' });
      return [path, response.status, response.headers.get('location')];
    }),
  );
  await stop();
  expect(answers).toEqual([
    ['/', 404, null],
    ['/catalogue/', 404, null],
    ['/catalog', 301, '/catalog/'],
    ['/catalog?q=bert', 301, '/catalog/?q=bert'],
  ]);
});

test('stopping frees the port, open connections or not', async () => {
  const port = await freePort();
  const stop = await serve(dist, port, '/');
  await fetch(`http://localhost:${port}/`);
  await stop();
  await expect(checkPort(port)).resolves.toBeUndefined();
});

test('a taken port is reported as such', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port));
  });
  await expect(checkPort(port)).rejects.toThrow(`Port ${port} is taken by another program.`);
  other.close();
});

test('a site that was never built is not served', async () => {
  await expect(serve(join(dist, 'missing'), await freePort(), '/')).rejects.toThrow('build the site first');
});

test('a site without a home page is not said to be there', async () => {
  const port = await freePort();
  await expect(serve(join(dist, 'models'), port, '/')).rejects.toThrow('with status 404');
  await expect(checkPort(port)).resolves.toBeUndefined();
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
