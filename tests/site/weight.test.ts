import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DrawnCharacters } from '../../scripts/astro/formula-fonts.ts';
import { brotli, withImports, type Effort } from '../../scripts/lib/sent.ts';
import { builtPages, builtText, type BuiltPage } from './built-site.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const kilobyte = 1024;

/** A part of a page's weight: what it is, and its bytes as they are sent. */
type Part = [name: string, bytes: number];

const known = new Map<string, number>();

/** The bytes of a text file of `dist/` as it is sent. */
function sentFile(path: string, effort: Effort): number {
  const key = `${path} ${effort}`;
  const bytes = known.get(key) ?? brotli(builtText(path), effort);
  known.set(key, bytes);
  return bytes;
}

function html({ html }: BuiltPage, effort: Effort): Part[] {
  return [['HTML', brotli(html, effort)]];
}

function styleSheets({ document }: BuiltPage, effort: Effort): Part[] {
  const links = document.querySelectorAll('link[rel=stylesheet]');
  return links
    .map((link) => basename(link.getAttribute('href')!))
    .map((file) => [file, sentFile(`_astro/${file}`, effort)]);
}

/** The scripts that a page runs by itself, with all that they import at once. */
function scripts({ document }: BuiltPage, effort: Effort): Part[] {
  const sources = document.querySelectorAll('script[src*="/_astro/"]');
  const files = withImports(
    dist,
    sources.map((script) => basename(script.getAttribute('src')!)),
  );
  return [...files].map((file) => [file, sentFile(`_astro/${file}`, effort)]);
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

/**
 * Where the parts are heavier than allowed: all of them, the heaviest first. What is light enough when compressed fast
 * is so when compressed well, which would take most of a minute for all pages.
 */
function tooHeavy(
  page: BuiltPage,
  kinds: ((page: BuiltPage, effort: Effort) => Part[])[],
  most: number,
): string[] {
  const partsBy = (effort: Effort) => kinds.flatMap((kind) => kind(page, effort));
  const bytesOf = (parts: Part[]) => parts.reduce((bytes, [, some]) => bytes + some, 0);
  if (bytesOf(partsBy('fast')) <= most * kilobyte) return [];
  const parts = partsBy('best').sort(([, a], [, b]) => b - a);
  const bytes = bytesOf(parts);
  if (bytes <= most * kilobyte) return [];
  return [
    `${page.address}: ${bytes} bytes, more than ${most} KB: ${parts.map((part) => part.join(' ')).join(', ')}`,
  ];
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
  expect(modelPages.flatMap((page) => tooHeavy(page, [html, styleSheets], 14))).toEqual([]);
});

test('a model’s page runs at most 6 KB of scripts until the search is used', () => {
  expect(modelPages.flatMap((page) => tooHeavy(page, [scripts], 6))).toEqual([]);
});

test('any page is at most 40 KB before anything is done on it, 90 KB with formulas', () => {
  const heavy = pages
    .filter((page) => !isWhole(page))
    .flatMap((page) => tooHeavy(page, [html, styleSheets, scripts, formulaFonts], limitOf(page)));
  expect(heavy).toEqual([]);
});
