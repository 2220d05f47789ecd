import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../scripts/content/check.ts';
import { problemText } from '../../scripts/content/problem.ts';
import { fuzzedEntries, fuzzSeed } from './fuzzed-entries.ts';
import { layOver, today, withTree } from './trees.ts';

const atOnce = 250;

test('of 5,000 entries that something was done to, each is read or gets a message with its file and line', async () => {
  let [accepted, refused] = [0, 0];
  await withTree({}, async (root) => {
    const entries = fc.array(fuzzedEntries, { minLength: 1, maxLength: atOnce, size: 'max' });
    await fc.assert(
      fc.asyncProperty(entries, async (entries) => {
        const files = entries.map((entry, index) => {
          const slug = `fuzzed-${index}`;
          return {
            ...entry,
            slug,
            path: `${entry.collection}/${slug}.${entry.ending}`,
            bytes: entry.bytes(index),
          };
        });
        await layOver(root, Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
        try {
          const { problems, content } = await checkContent(root, today);
          const placed = Map.groupBy(problems, ({ file }) => file);
          for (const { collection, slug, path, bytes } of files) {
            const own = placed.get(`content/${path}`) ?? [];
            const lineCount = bytes.toString().split(/\r\n|\n|\r/).length;
            for (const problem of own) {
              expect(problem.message).toMatch(/\S/);
              expect(problem.line).toBeGreaterThan(0);
              expect(problem.line).toBeLessThanOrEqual(lineCount + 1);
              expect(problem.column).toBeGreaterThan(0);
              expect(problemText(problem)).not.toMatch(/\n|^\s+at |\bundefined\b|\[object/);
              expect(problemText(problem).length).toBeLessThanOrEqual(1000);
            }
            const isRead = content[collection as keyof typeof content].some((entry) => entry.slug === slug);
            expect(isRead || own.some(({ severity }) => severity === 'error'), path).toBe(true);
            if (own.some(({ severity }) => severity === 'error')) refused++;
            else accepted++;
          }
        } finally {
          await Promise.all(files.map(({ path }) => rm(join(root, path))));
        }
      }),
      { numRuns: 54, seed: fuzzSeed },
    );
  });
  expect(accepted + refused).toBeGreaterThan(5000);
  expect(Math.min(accepted, refused)).toBeGreaterThan(250);
});
