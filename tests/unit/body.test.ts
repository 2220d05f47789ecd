import { describe, expect, test } from 'vitest';
import { markdownProblems, mdxProblems, wordCount } from '../../scripts/content/body.ts';

const pages = new Set(['/', '/models/', '/models/oak/']);
const problemsOf = (body: string) => markdownProblems(body, 10, pages);

describe('markdownProblems', () => {
  test.for([
    'Plain text, *emphasis*, `code with $ and <b>`.',
    '## A heading\n\n- a list\n- of two\n\n> a quotation',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    'A formula $a^2 + b^2$ and\n\n$$\n\\frac{1}{2}\n$$',
    'It cost \\$5, or \\$6.',
    'It cost &#36;5.',
    'See [Oak](/models/oak/), [there](/models/?q=a#b), <https://forest.example.org/>.',
    '5 < 6 and 7 > 6 & more',
    '',
  ])('nothing is wrong with %j', (body) => expect(problemsOf(body)).toEqual([]));

  test('a lone dollar sign is found on its own line', () => {
    expect(problemsOf('One line,\nand $ here.')).toMatchObject([{ line: 11, column: 5 }]);
    expect(problemsOf('and $ here.')).toMatchObject([{ line: 10, column: 5 }]);
  });

  test('everything is reported, in order', () => {
    const body =
      '# Heading\n\n<b>a</b> ![i](x.png) [l](javascript:x) $\\frac{$ $5 or $\n\n<script>\n</script>\n';
    expect(problemsOf(body).map(({ line }) => line)).toEqual([10, 12, 12, 12, 12, 12, 12, 14]);
  });

  test.for([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'oak.md',
    '//host.example/',
    'HTTP:x',
    'ftp://host.example/',
  ])('a link to %s is refused', (url) => expect(problemsOf(`[x](${url})`)).toHaveLength(1));
});

test('mdxProblems finds a broken formula and a link to nowhere, as in Markdown', async () => {
  const found = await mdxProblems('Text $\\frac{1}{$ and [there](/models/none/).\n', 10, new Set());
  expect(found).toMatchObject([
    { line: 10, message: expect.stringContaining('is a formula that cannot be set') },
    { line: 10, message: expect.stringContaining('links to "/models/none/"') },
  ]);
});

test('mdxProblems finds errors at their line', async () => {
  expect(await mdxProblems('Fine, {/* and left out */}.\n', 10, new Set())).toEqual([]);
  expect(await mdxProblems('Text.\n\n{1 +}\n', 10, new Set())).toMatchObject([{ line: 12 }]);
  expect(await mdxProblems('Text.\n\n<Figure>\n\nMore.\n', 10, new Set())).toMatchObject([
    { line: 12, column: 1 },
  ]);
});

test('a block of code in the language "math" is a formula, too', () => {
  const block = (formula: string) => `\`\`\`math\n${formula}\n\`\`\`\n`;
  expect(markdownProblems(block('\\frac{1}{2}'), 1, new Set())).toEqual([]);
  expect(markdownProblems(block('\\frac{1'), 1, new Set())).toMatchObject([{ line: 1 }]);
});

test('wordCount counts as a reader does', () => {
  expect(wordCount('One two three.')).toBe(3);
  expect(wordCount('  One — two,\n\nthree-four 5. \n')).toBe(4);
  expect(wordCount('A [link of four words](https://forest.example.org/a/b) here')).toBe(6);
  expect(wordCount('A formula $a + b + c$ counts once')).toBe(5);
  expect(wordCount('')).toBe(0);
  expect(wordCount(']('.repeat(400_000))).toBe(0);
});
