import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { fixtures } from './trees.ts';

/** An entry that something was done to: bytes for a file of a collection, which has yet to get a name. */
export interface FuzzedEntry {
  collection: string;
  ending: string;
  /** How it is told when it has found something. */
  [fc.toStringMethod](): string;
  /** The bytes, with a number in the names that must not stand twice. */
  bytes(number: number): Uint8Array;
}

interface Original {
  collection: string;
  ending: string;
  head: string;
  body: string;
}

const originals = ['valid', 'full'].flatMap((tree) => {
  const root = join(fixtures, tree, 'content');
  return globSync('*/*.{md,mdx}', { cwd: root })
    .sort()
    .map((path): Original => {
      const [, head = '', body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(
        readFileSync(join(root, path), 'utf8'),
      )!;
      return { collection: path.split(/[\\/]/)[0]!, ending: path.replace(/^.*\./, ''), head, body };
    });
});
const models = originals.filter(({ collection }) => collection === 'models');
/** Chapters take as long as ten other entries, since they are compiled. */
const others = originals.filter(({ ending }) => ending === 'md');
const compiled = originals.filter(({ ending }) => ending === 'mdx');

/** Pieces that mean something to YAML, Markdown, TeX, HTML or JavaScript. */
const fragments = [
  ...[
    '---\n',
    '\n---\n',
    '+++\n',
    '\t',
    '\r\n',
    '\r',
    '\0',
    '\ufeff',
    '\u2028',
    ' ',
    '\n',
    '\n\n',
    '  ',
    '- ',
  ],
  ...[
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '`',
    '#',
    '&a ',
    '*a ',
    '!!js/function ',
    '!x ',
    '<<: ',
    '? ',
    '| ',
    '> ',
  ],
  ...[
    '%YAML 1.1\n',
    '@',
    '__proto__: ',
    'constructor: ',
    '$',
    '$$',
    '\\',
    '\\frac{',
    '<script>',
    '</b>',
    '<!--',
  ],
  ...[
    '![',
    '](',
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '.nan',
    '0b1',
    '2019-02-30',
    '0x10',
    '~',
    '😀',
    '\ud800',
    'é',
  ],
  ...[
    'a\u0301',
    'oak',
    'a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n',
    'name: Twice\n',
    '12:30:45',
    'yes',
    '=1+1',
  ],
];

/** A text of any code units, halves of pairs too. */
function anyText(longest: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: longest })
    .map((units) => String.fromCharCode(...units));
}

/** Values of every kind, small, huge and deep. */
const values = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, '', ' ', 'x', '2019-13', '7b', [], {}),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(['x'], { x: 1 }, [[]], [null], { for: 'x' }, '2024-05-01', 'bert'),
  },
  { weight: 2, arbitrary: anyText(20) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      'x'.repeat(20_000),
      Array.from({ length: 500 }, (_, index) => index),
      Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], 'deep'),
      Array.from({ length: 60 }).reduce<unknown>((inner) => ({ inner }), 'deep'),
    ),
  },
);

type Change = (head: string, body: string) => [head: string, body: string];

/** Without the liking of fast-check for the ends: at the beginning of an entry stands its name. */
const position = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((place) => place / 10_000);

/** Letters taken out, put in or replaced, anywhere in the file. */
const letters = fc
  .record({
    at: position,
    length: fc.oneof(fc.constant(0), fc.nat(40)),
    insert: fc.oneof(fc.constant(''), fc.constantFrom(...fragments), anyText(6)),
  })
  .map(({ at, length, insert }): Change => (head, body) => {
    const text = `${head}\0\0\0${body}`;
    const start = Math.floor(at * text.length);
    const [before = '', after = ''] = (text.slice(0, start) + insert + text.slice(start + length)).split(
      '\0\0\0',
    );
    return [before, after];
  });

/** A line that is lost, stands twice, or is set in or out. */
const lines = fc
  .record({ at: position, how: fc.constantFrom('lost', 'twice', 'in', 'out') })
  .map(({ at, how }): Change => (head, body) => {
    const all = head.split('\n');
    const index = Math.floor(at * all.length);
    const line = all[index] ?? '';
    const changed = { lost: [], twice: [line, line], in: [`  ${line}`], out: [line.trimStart()] }[how] ?? [];
    return [[...all.slice(0, index), ...changed, ...all.slice(index + 1)].join('\n'), body];
  });

/** A key with another value, another name or none, at any depth. */
const keys = fc
  .record({
    at: position,
    value: values,
    how: fc.constantFrom('value', 'value', 'value', 'lost', 'renamed', 'added'),
  })
  .map(({ at, value, how }): Change => (head, body) => {
    let root: unknown;
    try {
      root = parse(head, { logLevel: 'error' });
    } catch {
      return [head, body];
    }
    const places = placesOf(root);
    const place = places[Math.floor(at * places.length)];
    if (place === undefined) return [head, body];
    const { parent, key } = place;
    if (how === 'value') parent[key] = value;
    else if (how === 'added') parent[`${key}x`] = value;
    else {
      if (how === 'renamed') parent[`${key.slice(1)}`] = parent[key];
      delete parent[key];
    }
    return [stringify(root), body];
  });

function placesOf(value: unknown): { parent: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesOf(parent[key])]);
}

const encodings = {
  utf8: (text: string) => Buffer.from(text),
  bom: (text: string) => Buffer.from(`\ufeff${text}`),
  crlf: (text: string) => Buffer.from(text.replaceAll('\n', '\r\n')),
  latin1: (text: string) => Buffer.from(`${text}é`, 'latin1'),
  utf16: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
};
const encoding = fc.oneof(
  { weight: 20, arbitrary: fc.constant('utf8' as const) },
  { weight: 1, arbitrary: fc.constantFrom('bom', 'crlf', 'latin1', 'utf16') },
);

/** Entries of all collections, each changed in one to three ways. */
export const fuzzedEntries: fc.Arbitrary<FuzzedEntry> = fc
  .record({
    original: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...models) },
      { weight: 20, arbitrary: fc.constantFrom(...others) },
      { weight: 1, arbitrary: fc.constantFrom(...compiled) },
    ),
    changes: fc.array(fc.oneof(letters, lines, keys, keys), { minLength: 1, maxLength: 3 }),
    encoding,
  })
  .map(({ original: { collection, ending, head, body }, changes, encoding }) => ({
    collection,
    ending,
    [fc.toStringMethod]() {
      return `content/${collection}/*.${ending}: ${JSON.stringify(Buffer.from(this.bytes(0)).toString())}`;
    },
    bytes(number) {
      const unique = head
        .replace(/^(name|label): (.*)$/m, `$1: $2 ${number}`)
        .replace(/^aliases: .*$/m, `aliases: [other ${number}]`)
        .replace(/^order: .*$/m, `order: ${number + 10}`);
      const [newHead, newBody] = changes.reduce<[string, string]>(
        ([head, body], change) => change(head, body),
        [unique, body],
      );
      return encodings[encoding](`---\n${newHead}---\n${newBody}`);
    },
  }));

/** The seed of the changes: the same each time, or another by FUZZ_SEED. */
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? 20_261_128);
