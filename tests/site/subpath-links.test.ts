import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../dist-sub');

test('of the site built below a sub-path, every link within it begins with that path', () => {
  const files = globSync('**/*.html', { cwd: folder }).filter((file) => !file.startsWith('pagefind'));
  expect(files.length).toBeGreaterThan(100);
  const outside = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)]
      .map(([, target]) => target!)
      .filter((target) => !target.startsWith('/catalog/') && !target.startsWith('//'))
      .map((target) => `${file} -> ${target}`),
  );
  expect([...new Set(outside)]).toEqual([]);
});
