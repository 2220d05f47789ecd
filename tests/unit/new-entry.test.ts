import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../scripts/content/check.ts';
import { readFrontMatter } from '../../scripts/content/front-matter.ts';
import { entryText, slugFrom, yamlText, type Answers } from '../../scripts/new/entry.ts';
import { nearNames } from '../../scripts/new/near-names.ts';
import { answersFrom } from '../../scripts/new/options.ts';
import { isSlug } from '../../src/schema/slug.ts';

const today = '2026-11-27';
const needed = ['--name', 'Falcon 7B', '--family', 'llama', '--lab', 'google', '--released', '2023-05-24'];
const enough = [...needed, '--source', 'arxiv:2311.16867'];

function valuesOf(text: string): Record<string, unknown> {
  const read = readFrontMatter(text);
  expect(read).toMatchObject({ ok: true });
  return read.ok ? (read.frontMatter.values as Record<string, unknown>) : {};
}

/** What people and programs type: any text, and text that YAML would take for something else. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    'yes',
    'No',
    'null',
    '~',
    '1e3',
    '0x10',
    '2024-01-01',
    '12:30',
    '- a',
    'a: b',
    'a #b',
    '---',
    '%',
  ),
  fc.constantFrom(
    '&a',
    '*a',
    '!b',
    '@c',
    '`d`',
    '"e"',
    "'f'",
    '{g}',
    '[h]',
    'a, b',
    '|',
    '>',
    '\u0085',
    '\ufeff',
    '\\',
  ),
);

describe('the file of a new entry', () => {
  test('gives back whatever was typed', () => {
    const answers: fc.Arbitrary<Answers> = fc.record({
      name: typed,
      aliases: fc.array(typed, { maxLength: 3 }),
      summary: typed,
      family: typed,
      labs: fc.array(typed, { minLength: 1, maxLength: 3 }),
      released: fc.constantFrom('2023', '2023-05', '2023-05-24'),
      parents: fc.array(fc.record({ model: typed, by: fc.array(typed, { maxLength: 2 }) }), { maxLength: 2 }),
      sizes: fc.array(typed, { maxLength: 2 }),
      weights: typed,
      license: typed,
      paper: fc.record({
        title: typed,
        authors: fc.array(typed),
        year: fc.integer({ min: 1990, max: 2090 }),
      }),
      source: typed,
      kind: fc.constant('primary' as const),
      added: fc.constant(today),
    });
    fc.assert(
      fc.property(answers, (given) => {
        const values = valuesOf(entryText(given));
        expect(values).toMatchObject({
          name: given.name,
          summary: given.summary,
          family: given.family,
          labs: given.labs,
          weights: given.weights,
          license: given.license,
          papers: [{ title: given.paper!.title, authors: given.paper!.authors, year: given.paper!.year }],
          evidence: [{ source: given.source, kind: 'primary' }],
        });
        expect(values.aliases ?? []).toEqual(given.aliases);
        expect(values.extends ?? []).toEqual(given.parents);
        expect(values.variants ?? []).toEqual(given.sizes.map((size) => ({ name: size, parameters: size })));
      }),
      { numRuns: 300 },
    );
  });

  test('a text is one value, in lists too', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const quoted = yamlText(text);
        expect(valuesOf(`---\na: ${quoted}\nb: [${quoted}, { c: ${quoted} }]\n---\n`)).toEqual({
          a: text,
          b: [text, { c: text }],
        });
      }),
      { numRuns: 500 },
    );
  });

  test('every suggestion is valid once its mark is taken away', () => {
    const { answers } = answersFrom(enough, today);
    const text = entryText({ ...answers, summary: 'A decoder.' });
    const suggestions = text.split('\n').filter((line) => /^# [a-z]+: /i.test(line));
    expect(suggestions.length).toBeGreaterThan(8);
    const values = valuesOf(`---\n${suggestions.map((line) => line.slice(2)).join('\n')}\n---\n`);
    expect(Object.keys(values)).toHaveLength(suggestions.length);
  });

  test('a slug is made of any name that has letters', () => {
    expect(['XLM-RoBERTa', 'GPT-3.5', 'Éclair+', ' T5 '].map(slugFrom)).toEqual([
      'xlm-roberta',
      'gpt-3-5',
      'eclair-plus',
      't5',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const slug = slugFrom(name);
        expect(slug === '' || isSlug(slug) || slug.length > 80).toBe(true);
      }),
    );
  });
});

describe('options', () => {
  test.each([
    [needed, 'There is no --source.'],
    [[], 'There is no --name, no --family, no --lab, no --released, no --source.'],
    [[...enough, '--colour', 'red'], "Unknown option '--colour'"],
    [[...enough, '--released', '2023-15-24'], '--released: '],
    [[...enough, '--architecture', 'decodr'], '--architecture: '],
    [[...enough, '--size', '7b'], '--size: 0.parameters is not a count'],
    [[...enough, '--parent', 'llama'], '--parent: 0.by is empty'],
    [[...enough, '--kind', 'tertiary'], '--source, --kind: 0.kind '],
    [[...enough, '--title', 'Falcon'], '--title, --author, --year: '],
    [[...enough, '--name', 'a\u0007b'], '--name: holds a line break or a control character'],
  ])('%j is refused', (args, message) => {
    expect(() => answersFrom(args, today)).toThrow(message);
  });

  test('the help says where a parent goes that the catalog lacks', () => {
    expect(() => answersFrom(['--help'], today)).toThrow('extends: [{ external: ');
  });
});

describe('names that the catalog has', () => {
  const models = [
    { slug: 'xlm-roberta', data: { name: 'XLM-RoBERTa', aliases: ['XLM-R'], variants: [{ name: 'Base' }] } },
    { slug: 'mixtral', data: { name: 'Mixtral', aliases: [], variants: [{ name: '8x7B' }] } },
  ];
  test.each([
    ['xlm roberta', [{ slug: 'xlm-roberta', spelling: 'XLM-RoBERTa', isSame: true }]],
    ['XLM-Robertta', [{ slug: 'xlm-roberta', spelling: 'XLM-RoBERTa', isSame: false }]],
    ['xlmr', [{ slug: 'xlm-roberta', spelling: 'XLM-R', isSame: true }]],
    ['Mixtral 8x7B', [{ slug: 'mixtral', spelling: 'Mixtral 8x7B', isSame: true }]],
    ['Base', []],
    ['Falcon', []],
    ['…', []],
  ])('%s', (name, expected) => {
    expect(nearNames(models, [name])).toEqual(expected);
  });
});

describe('npm run new', () => {
  const root = resolve(import.meta.dirname, '../..');
  let folder: string;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/new.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CONTENT: basename(folder) },
    });

  beforeAll(() => {
    folder = mkdtempSync(join(root, 'content-'));
    cpSync(join(root, 'tests/fixtures/valid/content'), folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The command takes the day on which the test runs. */
  const later = '2099-12-31';
  const begun = [
    '--name',
    'Prüfling: 7B',
    '--slug',
    'pruefling',
    '--lab',
    'forest-lab',
    '--released',
    '2023-05',
  ];

  test('leaves a file in which only what a person can say is missing, and says what that is', async () => {
    const { stdout, status } = run(
      ...[...begun, '--family', 'oak', '--source', 'arxiv:2305.16867', '--size', '7B'],
      ...['--parent', 'oak:architecture'],
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('content/models/pruefling.md is written')]);
    const { problems } = await checkContent(folder, later);
    expect(problems.map(({ file, where, message }) => `${file} ${where} ${message}`)).toEqual([
      'content/models/pruefling.md summary is empty; expected a sentence that says what it is',
      'content/models/pruefling.md  has a text of 0 words; expected 80 to 250',
    ]);
    const left = stdout.split('\n').filter((line) => /  (error|warning)  /.test(line));
    expect(left).toHaveLength(2);
    for (const { message } of problems) expect(stdout).toContain(message);

    // What it lists is all: with a sentence and a text, check finds nothing.
    const file = join(folder, 'models/pruefling.md');
    const finished = readFileSync(file, 'utf8').replace('summary: ""', 'summary: A decoder.');
    writeFileSync(file, finished + 'word '.repeat(100));
    expect((await checkContent(folder, later)).problems).toEqual([]);
    rmSync(file);
  });

  test('names terms and parents that are not there, which check would only see later', () => {
    const { stdout } = run(
      ...begun,
      '--family',
      'elm',
      '--source',
      'arxiv:2305.16867',
      '--parent',
      'elm:data',
    );
    expect(stdout).toMatch(/error {2}family .*elm/);
    expect(stdout).toMatch(/error {2}extends\.0.*elm.*\{ external: /);
    rmSync(join(folder, 'models/pruefling.md'));
  });

  test('never overwrites, and writes nothing where something is wrong', () => {
    const file = join(folder, 'models/oak.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\n`);
    const taken = run(...enough, '--slug', 'oak');
    expect([taken.status, taken.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect(readFileSync(file, 'utf8')).toBe(`${before}\n`);
    writeFileSync(join(folder, 'addresses.txt'), '/models/old/ -> /models/oak/\n');
    const moved = run(...enough, '--slug', 'old');
    expect([moved.status, moved.stderr]).toEqual([1, expect.stringContaining('leads to /models/oak/')]);
    const wrong = run(...enough, '--slug', '../elsewhere');
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('lower-case letters')]);
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['the end of the input', undefined],
  ])('%s between two questions leaves nothing behind', async (_, key) => {
    const before = readdirSync(join(folder, 'models'));
    const child = spawn(process.execPath, ['scripts/new.ts'], {
      cwd: root,
      env: { ...process.env, CONTENT: basename(folder) },
    });
    onTestFinished(() => void child.kill());
    let shown = '';
    child.stdout.on('data', (data: Buffer) => {
      const isAsked = (question: string) => !shown.includes(question) && (shown + data).includes(question);
      if (isAsked('What do people call it?')) child.stdin.write('Zebra\r');
      if (isAsked('Other names')) child.stdin[key === undefined ? 'end' : 'write'](key);
      shown += data;
    });
    const [code] = await once(child, 'close');
    expect([code, shown]).toEqual([130, expect.stringContaining('Nothing was written.')]);
    expect(readdirSync(join(folder, 'models'))).toEqual(before);
  });
});
