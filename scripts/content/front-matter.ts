import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import {
  CST,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLParseError,
} from 'yaml';
import type { Path } from '../../src/catalog/issue.ts';

/** A place in a file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** An entry's text taken apart: its values as Astro reads them, and where each of them stands. */
export interface FrontMatter {
  values: unknown;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
  /** The place of a value, or of the nearest thing above it that is there. */
  placeOf: (path: Path) => Place;
  /** The place of a key inside the value at `path`. */
  placeOfKey: (path: Path, key: string) => Place;
  /** Values that Astro's parser takes for something else than what is written. */
  misreadings: Misreading[];
}

export interface Misreading {
  path: Path;
  message: string;
}

export interface SyntaxProblem extends Place {
  message: string;
}

export type FrontMatterResult =
  { ok: true; frontMatter: FrontMatter } | { ok: false; problems: SyntaxProblem[] };

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^---[ \t]*\r?$/m;

function failure(message: string, place: Place = { line: 1, column: 1 }): FrontMatterResult {
  return { ok: false, problems: [{ message, ...place }] };
}

const colonInText = 'a text with a colon and a space in it; put it in quotes';

/** What is meant by the errors that authors meet most, by the parser's code. */
const yamlReasons = new Map([
  ['BLOCK_AS_IMPLICIT_KEY', colonInText],
  ['DUPLICATE_KEY', 'this key stands twice'],
  ['TAB_AS_INDENT', 'a tab at the beginning of a line; expected spaces'],
]);

function yamlReason({ code, message, pos }: YAMLParseError, source: string): string {
  if (message.startsWith('Maximum call stack')) return 'nested too deeply';
  // Within { } a colon in a text looks to the parser like a key on a line of its own.
  if (code === 'BLOCK_IN_FLOW' && /^(?![-?]\s).*:\s/.test(source.slice(...pos))) return colonInText;
  return yamlReasons.get(code) ?? message.split('\n')[0]!;
}

/** Keys that YAML or JavaScript gives a meaning of its own. */
function forbiddenKeys(document: Document, at: (offset: number) => Place): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const place = at((isNode(key) && key.range?.[0]) || 0);
      if (!isScalar(key)) problems.push({ message: 'is a key of several values; expected a word', ...place });
      else if (key.value === '<<')
        problems.push({ message: 'is a YAML merge key; write the values out', ...place });
      else if (key.value === '__proto__')
        problems.push({ message: 'is not a key that an entry can have', ...place });
    },
  });
  return problems;
}

/** Marks that hide a value from its reader, by the kind of lexeme. */
const forbiddenLexemes = new Map([
  ['tag', 'is a YAML tag; write a plain value, or put a text that begins with ! in quotes'],
  [
    'anchor',
    'is a YAML anchor; write the value out where it is needed, or put a text that begins with & in quotes',
  ],
  ['alias', 'is a YAML alias; write the value out, or put a text that begins with * in quotes'],
]);

function forbiddenMarks(source: string, at: (offset: number) => Place): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  if (!/[!&*]/.test(source)) return problems;
  let offset = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(source)) {
    const type = isText ? 'scalar' : CST.tokenType(lexeme);
    const message = type && forbiddenLexemes.get(type);
    if (message) problems.push({ message: `${lexeme.slice(0, 60)} ${message}`, ...at(offset) });
    isText = lexeme === CST.SCALAR;
    if (![CST.BOM, CST.DOCUMENT, CST.FLOW_END, CST.SCALAR].includes(lexeme)) offset += lexeme.length;
  }
  return problems;
}

/** What is wrong with how Astro's parser reads a scalar, or undefined where it reads what is written. */
function misreading({ value: written, source = '' }: Scalar, value: unknown): string | undefined {
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    if (day === source) return undefined;
    return /^\d{4}-\d{2}-\d{2}$/.test(source)
      ? `is ${source}, a day that the calendar does not have`
      : `is ${source}, a date with a time of day; expected a date alone, such as ${day}`;
  }
  if (Object.is(value, written)) return undefined;
  const readings = `as ${String(value)} or as ${String(written)}`;
  return `is read by YAML ${readings}, depending on the reader; expected a plain number, or a text in quotes`;
}

/**
 * Where Astro's parser reads something else than is written: the 30th of February becomes the 1st of March,
 * and `0b11` becomes 3. The second parser, which knows neither dates nor such numbers, shows it.
 */
function misreadingsOf(root: unknown, values: unknown): Misreading[] {
  const found: Misreading[] = [];
  const walk = (node: unknown, value: unknown, path: Path): void => {
    if (isScalar(node)) {
      const message = misreading(node, value);
      if (message) found.push({ path: [...path], message });
      return;
    }
    const descend = (step: string | number, child: unknown): void => {
      path.push(step);
      walk(child, (value as Record<string | number, unknown> | undefined)?.[step], path);
      path.pop();
    };
    if (isMap(node))
      for (const { key, value: child } of node.items) descend(isScalar(key) ? String(key.value) : '', child);
    else if (isSeq(node)) node.items.forEach((child, index) => descend(index, child));
  };
  walk(root, values, []);
  return found;
}

/**
 * Takes an entry's text apart. Values come from the parser that Astro uses; a second parser supplies only
 * their places, and refuses what the two would read differently.
 */
export function readFrontMatter(text: string): FrontMatterResult {
  if (text.trim() === '') return failure('is empty; expected front matter between two lines of ---');
  const start = opening.exec(text);
  if (!start) return failure('has no front matter; expected a first line of ---');
  const rest = text.slice(start[0].length);
  const end = closing.exec(rest);
  if (!end) return failure('has front matter without an end; expected a line of --- after it');
  const source = rest.slice(0, end.index);
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: col };
  };
  const loneReturn = source.search(/\r(?!\n)/);
  if (loneReturn >= 0)
    return failure(
      'holds a carriage return that ends no line, where readers of YAML differ; expected line ends of one kind',
      at(loneReturn),
    );
  const forbidden = forbiddenMarks(source, at);
  if (document.errors.length > 0) {
    const errors = document.errors
      .map((error) => ({ message: `is not YAML: ${yamlReason(error, source)}`, ...at(error.pos[0]) }))
      .filter(({ line }) => !forbidden.some((mark) => mark.line === line));
    return { ok: false, problems: [...forbidden, ...errors] };
  }
  forbidden.push(...forbiddenKeys(document, at));
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  if (document.contents !== null && !isMap(document.contents)) {
    return failure('has front matter that is not a list of keys and values', { line: 2, column: 1 });
  }
  let values: unknown;
  try {
    const { frontmatter, rawFrontmatter } = parseFrontmatter(text);
    const early = start[0].replace(/^\uFEFF?---/, '') + source !== rawFrontmatter;
    if (early) {
      const place = { line: rawFrontmatter.split('\n').length, column: 1 };
      return failure(
        'begins with --- or +++, where Astro ends the front matter; expected a line of --- alone',
        place,
      );
    }
    values = frontmatter;
  } catch (error) {
    const mark = (error as { mark?: { line: number; column: number } }).mark;
    const reason = (error as { reason?: string }).reason ?? (error as Error).message;
    return failure(
      `is not YAML: ${reason}`,
      mark ? { line: mark.line + 1, column: mark.column + 1 } : undefined,
    );
  }
  const placeOf = (path: Path): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const placeOfKey = (path: Path, key: string): Place => {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return isNode(pair?.key) && pair.key.range ? at(pair.key.range[0]) : placeOf(path);
  };
  const head = start[0] + source;
  const bodyLine = head.split('\n').length;
  const body = rest.slice(end.index + end[0].length).replace(/^\r?\n/, '');
  const misreadings = misreadingsOf(document.contents, values);
  return {
    ok: true,
    frontMatter: { values, body, bodyLine: bodyLine + 1, placeOf, placeOfKey, misreadings },
  };
}
