import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(resolve(root, file), 'utf8');
const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
  text('package.json'),
) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides',
  Record<string, string>
>;
const all = { ...dependencies, ...devDependencies, ...optionalDependencies };

/** The packages that the table of HACKING.md gives a reason for; `node-*` stands for many. */
const [, table = ''] = text('HACKING.md').split('\n## Dependencies\n');
const told = [...table.matchAll(/^\| ([^|]+?) +\| +\S/gm)]
  .flatMap(([, names]) => names!.split(', '))
  .map((name) => name.replace(/`| \(optional\)/g, ''))
  .filter((name) => !/^(package|-+)$/.test(name));
const isTold = (name: string) =>
  told.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));

test('every dependency is one exact version', () => {
  const loose = Object.entries({ ...all, ...overrides }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('HACKING.md says what every dependency is for, and of nothing else', () => {
  expect(Object.keys(all).filter((name) => !isTold(name))).toEqual([]);
  const isThere = (name: string) =>
    Object.keys(all).some((one) => one === name || (name.endsWith('*') && one.startsWith(name.slice(0, -1))));
  expect(told.filter((name) => !isThere(name))).toEqual([]);
});

test('nothing is imported that package.json does not name, and would be there by chance', () => {
  // The bench installs what it compares with in a folder of its own.
  const files = globSync('{src,scripts,tests}/**/*.{ts,tsx,mjs,astro}', {
    cwd: root,
    exclude: ['scripts/bench/**'],
  });
  const imports = [...files, 'astro.config.mjs', 'vitest.config.ts', 'playwright.config.ts'].flatMap((file) =>
    [...text(file).matchAll(/^(?:import|(?:import|export|\}).* from) '((?:@[\w.-]+\/)?[\w-]+)/gm)].map(
      ([, name]) => name!,
    ),
  );
  expect(imports.length).toBeGreaterThan(100);
  const isNamed = (name: string) => name in all || `@types/${name}` in all;
  expect([...new Set(imports)].filter((name) => name !== 'node' && !isNamed(name))).toEqual([]);
});
