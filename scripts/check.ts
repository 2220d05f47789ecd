import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentFolder } from '../src/content-folder.ts';
import { checkContent } from './content/check.ts';
import { problemText } from './content/problem.ts';

// Validates all content and prints every problem of every file: npm run check [-- content/models/bert.md …]
const only = process.argv.slice(2).map((path) => path.replace(/^\.\//, ''));
const missing = only.filter((path) => !existsSync(resolve(import.meta.dirname, '..', path)));
for (const path of missing) console.log(`${path}: there is no such file`);

const root = contentFolder(resolve(import.meta.dirname, '..'));
const started = performance.now();
const { problems, content } = await checkContent(root, new Date().toISOString().slice(0, 10));
const shown = only.length > 0 ? problems.filter(({ file }) => only.includes(file)) : problems;
for (const problem of shown) console.log(problemText(problem));

const errors = shown.filter(({ severity }) => severity === 'error').length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${content.models.length} models and their vocabulary: ${errors} error${errors === 1 ? '' : 's'}, ` +
    `${shown.length - errors} warning${shown.length - errors === 1 ? '' : 's'} (${seconds} s)`,
);
process.exitCode = errors > 0 || missing.length > 0 ? 1 : 0;
