import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../scripts/content/check.ts';
import { problemText } from '../../scripts/content/problem.ts';
import { generatedFiles } from '../../scripts/generate/content.ts';
import type { Content } from '../../src/catalog/content.ts';
import { projectContent } from './trees.ts';

const today = new Date().toISOString().slice(0, 10);
let real: Content;
let folder: string;

beforeAll(async () => {
  real = (await checkContent(projectContent, today)).content;
  folder = await mkdtemp(join(tmpdir(), 'catalog-generated-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('two hundred made-up models among the real ones pass the check', { timeout: 30_000 }, async () => {
  const count = real.models.length + 200;
  await cp(projectContent, folder, { recursive: true });
  for (const { path, text } of generatedFiles(real, count, 1)) await writeFile(join(folder, path), text);
  const { problems, content } = await checkContent(folder, today);
  expect(problems.filter(({ severity }) => severity === 'error').map(problemText)).toEqual([]);
  expect(content.models).toHaveLength(count);

  const made = content.models.filter(({ slug }) => !real.models.some((model) => model.slug === slug));
  const variants = made.flatMap(({ data }) => data.variants);
  const lines = made.flatMap(({ data }) => data.extends);
  // What views have to cope with is there.
  expect(made.some(({ data }) => data.undisclosed.includes('parameters'))).toBe(true);
  expect(made.some(({ data }) => data.variants.length === 0 && data.undisclosed.length === 0)).toBe(true);
  expect(made.some(({ data }) => data.variants.length > 2)).toBe(true);
  expect(variants.some(({ active }) => active !== undefined)).toBe(true);
  expect(variants.some(({ parts }) => parts !== undefined)).toBe(true);
  expect(lines.some(({ concept }) => concept !== undefined)).toBe(true);
  expect(lines.some(({ external }) => external !== undefined)).toBe(true);
  expect(made.some(({ data }) => data.extends.filter(({ model }) => model).length > 1)).toBe(true);
  expect(new Set(lines.flatMap(({ by }) => by)).size).toBe(6);
  expect(new Set(made.map(({ data }) => data.released.length))).toEqual(new Set([4, 7, 10]));
  expect(new Set(made.map(({ data }) => data.weights)).size).toBe(5);
});

test('the same seed gives the same bytes, another seed others, and a larger count only adds', () => {
  const count = real.models.length + 60;
  const files = generatedFiles(real, count, 7);
  expect(generatedFiles(real, count, 7)).toEqual(files);
  expect(generatedFiles(real, count + 20, 7).slice(0, files.length)).toEqual(files);
  expect(generatedFiles(real, count, 8)).not.toEqual(files);
});

test('fewer models than there are cannot be asked for', () => {
  expect(() => generatedFiles(real, real.models.length - 1, 1)).toThrow(RangeError);
});
