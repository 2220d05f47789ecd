import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkContent } from '../../scripts/content/check.ts';
import { problemText } from '../../scripts/content/problem.ts';
import { checkOverlay, fixtures, linesOf, today, withTree } from './trees.ts';

const entry = (slug: string): string =>
  readFileSync(join(fixtures, 'valid/content/models', `${slug}.md`), 'utf8');
const acorn = entry('acorn');
const oak = entry('oak');

// Some of these files are large, and a test machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** An entry taken apart: its front matter as values, its body. */
function taken(text: string): { values: Record<string, unknown>; body: string } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)!;
  return { values: parse(yaml) as Record<string, unknown>, body };
}

describe('what cannot be kept as a fixture', () => {
  test('bytes that are not UTF-8', async () => {
    const latin1 = Buffer.from(acorn.replace('small decoder', 'd\u00e9codeur'), 'latin1');
    expect(await linesOf({ 'models/acorn.md': latin1 })).toEqual([
      'content/models/acorn.md:1:1  error  is not UTF-8; save it with that encoding',
    ]);
    const utf16 = Buffer.from(`\ufeff${acorn}`, 'utf16le');
    expect(await linesOf({ 'models/acorn.md': utf16 })).toEqual([
      'content/models/acorn.md:1:1  error  is not UTF-8; save it with that encoding',
    ]);
  });

  test('a carriage return within a line', async () => {
    const within = acorn.replace('labs: [forest-lab]', 'labs:\r [forest-lab]');
    expect(await linesOf({ 'models/acorn.md': within })).toEqual([
      'content/models/acorn.md:6:6  error  holds a carriage return that ends no line, where readers of YAML differ; expected line ends of one kind',
    ]);
  });

  test('a name that Windows keeps for itself', async () => {
    expect(await linesOf({ 'models/con.md': acorn })).toContain(
      'content/models/con.md:1:1  error  has a name that Windows keeps for itself; choose another',
    );
  });

  test('a folder without content', async () => {
    const lines = await withTree({}, async (root) => {
      await rm(root, { recursive: true });
      return (await checkContent(root, today)).problems.map(problemText);
    });
    expect(lines).toEqual(['content:1:1  error  is missing; expected a folder with models and vocabulary']);
  });

  test('a collection that is a file', async () => {
    const lines = await withTree({}, async (root) => {
      await rm(join(root, 'concepts'), { recursive: true });
      await writeFile(join(root, 'concepts'), 'a file');
      return (await checkContent(root, today)).problems.map(problemText);
    });
    expect(lines[0]).toContain('content/concepts:1:1  error  is not in a folder of content');
  });

  test('an empty folder called x.md', async () => {
    const lines = await withTree({}, async (root) => {
      await mkdir(join(root, 'models/x.md'));
      return (await checkContent(root, today)).problems.map(problemText);
    });
    expect(lines).toEqual([
      'content/models/x.md:1:1  error  is not a file; entries are files directly in their folder',
    ]);
  });
});

describe('too much', () => {
  const long = 'x'.repeat(1_000_000);
  const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n') + 5);

  test('a value of a megabyte', async () => {
    const lines = await linesOf({ 'models/acorn.md': acorn.replace('name: Acorn\n', `name: ${long}\n`) });
    expect(lines).toEqual([
      'content/models/acorn.md:2:7  error  name is longer than 80 characters; expected the model’s name',
    ]);
  });

  test.for([
    ['words', 'word '.repeat(200_000)],
    ['open brackets', '['.repeat(1_000_000)],
    ['links', '[a](/models/'.repeat(80_000)],
    ['quotes', `${'>'.repeat(1_000_000)} x`],
    ['formulas', '$x$'.repeat(330_000)],
  ])('a body of a megabyte of %s', async ([, body]) => {
    const lines = await linesOf({ 'models/acorn.md': acorn + body });
    const { length } = bodyOf(acorn + body);
    expect(lines).toEqual([
      `content/models/acorn.md:57:1  error  has a text of ${length} characters; expected at most 100000`,
    ]);
  });

  test.for([
    ['a long key', `${long}: 1`],
    ['a long word', `architecture: ${long}`],
    ['a long address', `links: { code: "https://forest.example.org/${long}" }`],
    ['a long term', `family: ${long}`],
    ['a long list', `aliases: [${'x, '.repeat(2000)}]`],
    ['open brackets', `aliases: ${'['.repeat(20_000)}`],
    ['brackets', `aliases: ${'['.repeat(4000)}${']'.repeat(4000)}`],
    ['groups', `links: ${'{ code: '.repeat(2000)}${'}'.repeat(2000)}`],
  ])('%s', async ([, yaml]) => {
    const lines = await linesOf({ 'models/beech.md': acorn.replace('supersededBy: oak', () => yaml!) });
    expect(lines.some((line) => line.startsWith('content/models/beech.md:'))).toBe(true);
    expect(lines.every((line) => line.length < 1000)).toBe(true);
  });
});

test('a body nested too deeply to be read', async () => {
  const lines = await linesOf({ 'models/acorn.md': `${acorn}\n${'>'.repeat(7000)} x\n` });
  // How deep is too deep depends on the machine; what matters is that check ends and says so.
  const said = 'content/models/acorn.md:57:1  error  cannot be read as Markdown: it is nested too deeply';
  expect(lines.filter((line) => line !== said)).toEqual([]);
});

test('a problem stays on one line and sends no codes to a terminal', () => {
  const problem = {
    severity: 'error',
    file: 'content/x.md',
    line: 1,
    column: 1,
    where: 'name',
    message: 'is\n\u001b[31mred\u2028',
  };
  expect(problemText(problem as never)).toBe('content/x.md:1:1  error  name is [31mred ');
});

describe('HTML and script in every text', () => {
  /** The places of all texts in a value. */
  function textsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
    if (typeof value === 'string') return [path];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      textsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }

  function withText(values: object, path: (string | number)[], text: string): object {
    const copy = structuredClone(values);
    const parent = path.slice(0, -1).reduce((at, key) => at[key as never], copy);
    (parent as Record<string | number, unknown>)[path.at(-1)!] = text;
    return copy;
  }

  function valueAt(values: unknown, path: (string | number)[]): unknown {
    return path.reduce((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], values);
  }

  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)> {{x}} ${x} __proto__';
  const cases = (['acorn', 'oak'] as const).flatMap((slug) => {
    const { values, body } = taken(slug === 'acorn' ? acorn : oak);
    return textsOf(values).map((path) => ({ slug, place: path.join('.'), path, values, body }));
  });

  test('there are many texts', () => {
    expect(cases.length).toBeGreaterThan(80);
  });

  test.for(cases)('$slug $place: kept as text, or refused there', async ({ slug, path, values, body }) => {
    const text = `---\n${stringify(withText(values, path, hostile))}---\n${body}`;
    const { problems, content } = await checkOverlay({ [`models/${slug}.md`]: text });
    const model = content.models.find((one) => one.slug === slug);
    if (model && problems.length === 0) expect(valueAt(model.data, path)).toBe(hostile);
    else expect(problems.some(({ file }) => file === `content/models/${slug}.md`)).toBe(true);
  });

  test('in a body', async () => {
    const lines = await linesOf({ 'models/acorn.md': `${acorn}\n${hostile}\n` });
    expect(lines.filter((line) => line.includes('is HTML')).length).toBe(3);
  });
});
