import { expect, test } from 'vitest';
import { closingLines } from '../../scripts/content/closing-lines.ts';
import type { Problem } from '../../scripts/content/problem.ts';
import { checkOverlay } from './trees.ts';

const problem: Problem = {
  severity: 'error',
  file: 'content/models/elm.md',
  line: 1,
  column: 1,
  where: '',
  message: 'is empty',
};

test.each([
  [
    ['content/models/elm.md'],
    'elm.md was not compared with the other entries yet; that follows when its errors are gone',
  ],
  [
    ['content/labs/a.md', 'content/models/elm.md', 'content/models/fir.md'],
    'a.md, elm.md and fir.md were not compared with the other entries yet; that follows when their errors are gone',
  ],
  [
    Array.from({ length: 40 }, (_, index) => `content/models/${index}.md`),
    '40 files were not compared with the other entries yet; that follows when their errors are gone',
  ],
])('files that were not compared are named: %j', (unseen, line) => {
  expect(closingLines([problem], { unseen, unlisted: 0, models: 3 })).toEqual([
    line,
    '3 models and their vocabulary: 1 error, 0 warnings',
  ]);
});

test('the count is the last line', () => {
  const warnings = [problem, problem].map((each) => ({ ...each, severity: 'warning' as const }));
  expect(closingLines(warnings, { unseen: [], unlisted: 1, models: 3 })).toEqual([
    '1 page is not listed as published yet; whoever publishes the site adds them by npm run published',
    '3 models and their vocabulary: 0 errors, 2 warnings',
  ]);
});

test('a file that breaks the schema, or is no YAML, is not compared', async () => {
  const { unseen } = await checkOverlay({
    'models/elm.md': '---\nname: Elm\n---\n',
    'models/fir.md': '---\nname: [\n---\n',
  });
  expect(unseen).toEqual(['content/models/elm.md', 'content/models/fir.md']);
});
