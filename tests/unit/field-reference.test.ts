import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withFieldReference } from '../../scripts/fields/reference.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');

test('CONTRIBUTING.md has the fields as the schema has them: npm run fields writes them', async () => {
  expect(await withFieldReference(text)).toBe(text);
});

test('a text that is behind the schema is brought up to date, and nothing else of it is changed', async () => {
  const behind = text.replace(/\| `weights` .*\n/, '');
  expect(behind).not.toBe(text);
  expect(await withFieldReference(behind)).toBe(text);
});

test('a text without a place for them is refused', async () => {
  await expect(withFieldReference('# Contributing\n')).rejects.toThrow('expected a line');
});
