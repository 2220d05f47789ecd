import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DrawnCharacters } from '../../scripts/astro/formula-fonts.ts';
import { brotli, withImports } from '../../scripts/lib/sent.ts';
import { builtPages, builtText, type BuiltPage } from './built-site.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const kilobyte = 1024;

/** A part of a page's weight: what it is, and its bytes as they are sent. */
type Part = [name: string, bytes: number];

const known = new Map<string, number>();

/** The bytes of a text file of `dist/` as it is sent. */
function sentFile(path: string): number {
  const bytes = known.get(path) ?? brotli(builtText(path));
  known.set(path, bytes);
  return bytes;
}

function html({ html }: BuiltPage): Part {
  return ['HTML', brotli(html)];
}

function styleSheets({ document }: BuiltPage): Part[] {
  const links = document.querySelectorAll('link[rel=stylesheet]');
  return links
    .map((link) => basename(link.getAttribute('href')!))
    .map((file) => [file, sentFile(`_astro/${file}`)]);
}

/** The scripts that a page runs by itself, with all that they import at once. */
function scripts({ document }: BuiltPage): Part[] {
  const sources = document.querySelectorAll('script[src*="/_astro/"]');
  const files = withImports(
    dist,
    sources.map((script) => basename(script.getAttribute('src')!)),
  );
  return [...files].map((file) => [file, sentFile(`_astro/${file}`)]);
}

const fonts = globSync('_astro/KaTeX_*.woff2', { cwd: dist });

/** The fonts that the formulas of a page need; those of large signs are counted where there is one. */
function formulaFonts({ document, html }: BuiltPage): Part[] {
  const drawn = new DrawnCharacters();
  for (const formula of document.querySelectorAll('.katex-html')) drawn.add(formula.outerHTML);
  const named = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic', 'KaTeX_Caligraphic-Regular', 'KaTeX_AMS-Regular'];
  const isUsed = (font: string) =>
    named.includes(font) ? drawn.of(font) !== '' : /_Size/.test(font) && /delimsizing|op-symbol/.test(html);
  return fonts
    .filter((file) => isUsed(basename(file).split('.')[0]!))
    .map((file) => [basename(file), readFileSync(join(dist, file)).length]);
}

/** Where the parts are heavier than allowed: all of them, the heaviest first. */
function tooHeavy({ address }: BuiltPage, parts: Part[], most: number): string[] {
  const sum = parts.reduce((bytes, [, some]) => bytes + some, 0);
  if (sum <= most * kilobyte) return [];
  const told = parts.sort(([, a], [, b]) => b - a).map(([name, bytes]) => `${name} ${bytes}`);
  return [`${address}: ${sum} bytes, more than ${most} KB: ${told.join(', ')}`];
}

const pages = builtPages();
const modelPages = pages.filter(({ address }) => /^\/models\/[^/]+\/$/.test(address));

/** They hold all models: their weight is that of the catalog. */
const isWhole = ({ address }: BuiltPage) => ['/models/', '/tree/'].includes(address);

/** What is known to be heavier than it should be, and by how much it may be. */
const heavier: Record<string, number> = {
  // The longest chapter: 166 formulas, and three figures drawn before any script runs.
  '/learn/diffusion/': 104,
  // All corrections of the 2023 paper in one table, which a reader searches as a whole.
  '/corrections/': 44,
};

function limitOf({ address, html }: BuiltPage): number {
  return heavier[address] ?? (html.includes('class="katex"') ? 90 : 40);
}

test('a model’s page is one round trip: at most 14 KB of HTML and style', () => {
  expect(modelPages.length).toBeGreaterThan(70);
  expect(modelPages.flatMap((page) => tooHeavy(page, [html(page), ...styleSheets(page)], 14))).toEqual([]);
});

test('a model’s page runs at most 6 KB of scripts until the search is used', () => {
  expect(modelPages.flatMap((page) => tooHeavy(page, scripts(page), 6))).toEqual([]);
});

test('any page is at most 40 KB before anything is done on it, 90 KB with formulas', () => {
  const heavy = pages
    .filter((page) => !isWhole(page))
    .flatMap((page) => {
      const parts = [html(page), ...styleSheets(page), ...scripts(page), ...formulaFonts(page)];
      return tooHeavy(page, parts, limitOf(page));
    });
  expect(heavy).toEqual([]);
});
