import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { hashesOf, ProjectCopy } from './project-copy.ts';

const content = resolve(import.meta.dirname, '../fixtures/valid/content');
const project = new ProjectCopy(content, 'project');
const elsewhere = new ProjectCopy(content, 'another-place');

afterAll(() => {
  project.remove();
  elsewhere.remove();
});

/** The site that the first test built, by the hashes of its files. The tests of this file follow one another. */
let first: Record<string, string>;

test('the same content gives the same bytes, wherever it lies, whatever zone and language', async () => {
  const [here, there] = await Promise.all([
    project.build({ TZ: 'UTC', LANG: 'en_GB.UTF-8', NODE_ENV: undefined }),
    elsewhere.build({
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_ENV: 'development',
    }),
  ]);
  expect(here.code, here.said).toBe(0);
  expect(there.code, there.said).toBe(0);
  first = hashesOf(project.at('dist'));
  expect(Object.keys(first)).toContain('index.html');
  expect(Object.keys(first).some((file) => file.startsWith('pagefind/index/'))).toBe(true);
  expect(hashesOf(elsewhere.at('dist'))).toEqual(first);
});

test('a build that is killed leaves the former site as it was, and the next one takes its remains away', async () => {
  const { process, ended } = project.begin();
  const pages = () => globSync('dist-building-*/**/index.html', { cwd: project.root }).length;
  while (pages() < 5 && process.exitCode === null) await setTimeout(20);
  process.kill('SIGKILL');
  await ended;
  expect(process.signalCode).toBe('SIGKILL');
  expect(project.folders()).toEqual(['dist', `dist-building-${process.pid}`]);
  expect(hashesOf(project.at('dist'))).toEqual(first);

  const next = await project.build();
  expect(next.code, next.said).toBe(0);
  expect(project.folders()).toEqual(['dist']);
  expect(hashesOf(project.at('dist'))).toEqual(first);
});

test('a build that is asked to stop leaves nothing but the former site', async () => {
  const { process, ended } = project.begin();
  while (project.folders().length < 2 && process.exitCode === null) await setTimeout(20);
  process.kill('SIGTERM');
  await ended;
  expect(process.signalCode).toBe('SIGTERM');
  expect(project.folders()).toEqual(['dist']);
});

test('a page that cannot be drawn fails the build, and the former site stays', async () => {
  const page = project.at('src/pages/about.astro');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace('---', '---\nif (true) throw new Error("this page cannot be drawn");'));
  const { code, said } = await project.build();
  writeFileSync(page, text);
  expect(said).toContain('this page cannot be drawn');
  expect(code).toBe(1);
  expect(project.folders()).toEqual(['dist']);
  expect(hashesOf(project.at('dist'))).toEqual(first);
});

test('content that check refuses is told by file and line, without a stack trace, and nothing is built', async () => {
  const entry = project.at('content/models/oak.md');
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, `${text.replace('weights: gated', 'weights: gatd')}\nA <b>word</b>.\n`);
  const { code, said } = await project.build();
  writeFileSync(entry, text);
  expect(code).toBe(1);
  expect(said).toContain('content/models/oak.md:28:10  error  weights "gatd" is not known');
  expect(said).toContain('content has 3 errors; nothing was built');
  expect(said).not.toMatch(/^\s+at /m);
  expect(project.folders()).toEqual(['dist']);
  expect(existsSync(project.at('dist/index.html'))).toBe(true);
});
