import { compile } from '@mdx-js/mdx';
import katex from 'katex';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { nearest } from '../../src/catalog/edit-distance.ts';
import type { Place, SyntaxProblem } from './front-matter.ts';
import { mdxNodeError } from './mdx-node.ts';

// Without GFM, which would double the time: tables and the like hold nothing that is looked for here.
const markdown = unified().use(remarkParse).use(remarkMath);

/** The place of a node; of a text that goes over several lines, the place of its lone dollar sign. */
function placeOf(node: Nodes, written: string, firstLine: number): Place {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const before =
    node.type === 'text' ? written.slice(0, Math.max(0, written.search(loneDollar))).split('\n') : [''];
  const column = before.length > 1 ? before.at(-1)!.length + 1 : start.column + before[0]!.length;
  return { line: start.line + before.length - 1 + firstLine - 1, column };
}

/** KaTeX sets a command that places links, pictures or HTML in red where it is not trusted, and says nothing. */
function refuseCommand({ command }: { command: string }): never {
  throw new Error(`${command} is not for formulas here`);
}

/** What KaTeX says of a formula, or undefined where it can be set. */
function formulaError(formula: string, displayMode: boolean): string | undefined {
  try {
    katex.renderToString(formula, { displayMode, throwOnError: true, strict: 'error', trust: refuseCommand });
    return undefined;
  } catch (error) {
    return (error as Error).message
      .replaceAll('\u0332', '')
      .replace(/^KaTeX parse error: /, '')
      .replace(/^LaTeX-incompatible input and strict mode is set to 'error': /, '');
  }
}

/** What is wrong with the target of a link. `pages` are the addresses of the catalog. */
function linkError(url: string, pages: Set<string>): string | undefined {
  if (/^(https?:\/\/|mailto:|#)/.test(url)) return undefined;
  const found = `links to "${url.length > 80 ? `${url.slice(0, 80)}…` : url}"`;
  if (!url.startsWith('/'))
    return `${found}; expected an address that begins with https:// or, within the catalog, with /`;
  const address = url.split(/[?#]/)[0]!;
  if (!address.endsWith('/')) return `${found}; addresses of the catalog end with /`;
  if (pages.has(address)) return undefined;
  const near = nearest(address, pages);
  return `${found}, which the catalog does not have${near ? `; nearest: "${near}"` : ''}`;
}

/** A dollar sign that is not escaped, after Markdown has taken out the formulas. */
const loneDollar = /(?<!\\)\$/;

/** True where Markdown took two amounts for a formula, as in "from $5 to $10". */
function isAmount(written: string): boolean {
  return /^\$\s|[^\\]\s\$$/.test(written);
}

function nodeError(node: Nodes, written: string, pages: Set<string>): string | undefined {
  if (node.type === 'html') return 'is HTML; bodies are Markdown only';
  if (node.type === 'image' || node.type === 'imageReference')
    return 'is an image; bodies hold text and formulas';
  if (node.type === 'heading' && node.depth === 1)
    return 'is a heading of the first level; the page has one already';
  if (node.type === 'link' || node.type === 'definition') return linkError(node.url, pages);
  if (node.type === 'inlineMath' && isAmount(written))
    return `is taken for a formula, "${written.slice(0, 60)}"; an amount is written \\$, and no space stands next to the $ of a formula`;
  if (node.type === 'math' || node.type === 'inlineMath') {
    const error = formulaError(node.value, node.type === 'math');
    return error && `is a formula that cannot be set: ${error}`;
  }
  // A block of code in the language "math" is drawn as a formula too.
  if (node.type === 'code' && node.lang === 'math') {
    const error = formulaError(node.value, true);
    return error && `is a formula that cannot be set: ${error}`;
  }
  if (node.type === 'text' && loneDollar.test(written))
    return 'holds a lone $; a formula stands between two of them, an amount is written \\$';
  return mdxNodeError(node);
}

/** Longer bodies are not looked into: some Markdown takes time that grows with the square of its length. */
export const longestBody = 100_000;

function problemsOf(tree: Nodes, body: string, firstLine: number, pages: Set<string>): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(tree, (node) => {
    const written = node.position ? body.slice(node.position.start.offset, node.position.end.offset) : '';
    const message = nodeError(node as Nodes, written, pages);
    if (message) problems.push({ ...placeOf(node as Nodes, written, firstLine), message });
  });
  return problems;
}

/** Everything that would keep a Markdown body from being shown as it was meant. */
export function markdownProblems(body: string, firstLine: number, pages: Set<string>): SyntaxProblem[] {
  const atStart = { line: firstLine, column: 1 };
  if (body.length > longestBody)
    return [
      { ...atStart, message: `has a text of ${body.length} characters; expected at most ${longestBody}` },
    ];
  try {
    return problemsOf(markdown.parse(body) as Nodes, body, firstLine, pages);
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : (error as Error).message;
    return [{ ...atStart, message: `cannot be read as Markdown: ${reason}` }];
  }
}

/**
 * What would keep an MDX body from being shown as it was meant: formulas and links as in Markdown,
 * then the error of the compiler, which stops at the first.
 */
export async function mdxProblems(
  body: string,
  firstLine: number,
  pages: Set<string>,
): Promise<SyntaxProblem[]> {
  let problems: SyntaxProblem[] = [];
  const collect = () => (tree: Nodes) => {
    problems = problemsOf(tree, body, firstLine, pages);
  };
  try {
    await compile(body, { remarkPlugins: [remarkGfm, remarkMath, collect] });
    return problems;
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    const message = reason ?? (error as Error).message;
    // Some of these errors tell their place only in words, counted from the beginning of the body.
    const inWords = / \((\d+):(\d+)-\d+:\d+\)/.exec(message);
    return [
      {
        line: (line ?? Number(inWords?.[1] ?? 1)) + firstLine - 1,
        column: column ?? Number(inWords?.[2] ?? 1),
        message: `is not MDX: ${message.replace(/ \(\d+:\d+-\d+:\d+\)/g, '')}`,
      },
    ];
  }
}

/** Words of a Markdown body as a reader counts them; a formula counts as one. */
export function wordCount(body: string): number {
  return body
    .replace(/\$\$[^$]*\$\$|\$[^$]*\$/g, ' formula ')
    .replace(/\]\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
