import { globSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { addFormulas, DrawnCharacters } from '../../scripts/astro/formula-fonts.ts';
import { builtPages } from './built-site.ts';

const root = resolve(import.meta.dirname, '../..');
const wholeFonts = join(dirname(createRequire(import.meta.url).resolve('katex')), 'fonts');

test('the fonts are cut from all formulas that the pages show', () => {
  const written = new DrawnCharacters();
  for (const file of globSync('content/**/*.{md,mdx}', { cwd: root }))
    addFormulas(written, readFileSync(join(root, file), 'utf8'));
  const shown = new DrawnCharacters();
  for (const { document } of builtPages())
    for (const formula of document.querySelectorAll('.katex-html')) shown.add(formula.outerHTML);
  for (const file of globSync('*.woff2', { cwd: wholeFonts })) {
    const font = basename(file, '.woff2');
    const missing = [...shown.of(font)].filter((character) => !written.of(font).includes(character));
    expect(missing, font).toEqual([]);
  }
});

test('every font of formulas is lighter than it came, and there is no older format', () => {
  const fonts = globSync('dist/_astro/KaTeX_*', { cwd: root });
  expect(fonts.length).toBeGreaterThan(10);
  for (const font of fonts) {
    const whole = join(wholeFonts, `${basename(font).split('.')[0]!}.woff2`);
    expect(font).toMatch(/\.woff2$/);
    expect(statSync(join(root, font)).size, font).toBeLessThan(statSync(whole).size);
  }
});
