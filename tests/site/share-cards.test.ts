import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtPages, isBuilt, isToBeFound, slugsIn } from './built-site.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const origin = 'http://localhost:4321';

const pages = builtPages()
  .filter(isToBeFound)
  .map(({ address, document }) => {
    const meta = (property: string) =>
      document.querySelector(`meta[property="og:image${property}"]`)?.getAttribute('content') ?? '';
    return {
      address,
      card: meta('').slice(origin.length),
      isAbsolute: meta('').startsWith(`${origin}/`),
      size: [meta(':width'), meta(':height')],
      alt: meta(':alt'),
      name: document.querySelector('h1')!.text.trim(),
    };
  });
const cards = [...new Set(pages.map(({ card }) => card))];

describe('share cards', () => {
  test('every page names one that is there, with its size and what it says', () => {
    const faults = pages.filter(
      ({ card, isAbsolute, size, alt }) =>
        !isAbsolute || !isBuilt(card) || size.join() !== '1200,630' || alt.length < 20,
    );
    expect(faults).toEqual([]);
  });

  test('every model, chapter and main view has one of its own, which says its name', () => {
    const own = [
      ...slugsIn('models').map((slug) => `/models/${slug}/`),
      ...slugsIn('explainers').map((slug) => `/learn/${slug}/`),
    ];
    const views = ['/', '/models/', '/tree/', '/timeline/', '/timeline/size/', '/compare/', '/learn/'];
    for (const address of [...own, ...views]) {
      const { card, alt, name } = pages.find((page) => page.address === address)!;
      const expected = address === '/' ? '/share/home.png' : `/share${address.slice(0, -1)}.png`;
      expect(card).toBe(expected);
      if (own.includes(address)) expect(alt.startsWith(`${name}. `), address).toBe(true);
    }
    expect(pages.find(({ address }) => address === '/about/')!.card).toBe('/share/home.png');
  });

  test('each is a PNG of 1200 by 630 that a phone can load', () => {
    expect(cards.length).toBeGreaterThan(100);
    for (const card of cards) {
      const png = readFileSync(join(dist, card));
      expect(png.subarray(0, 8).toString('latin1'), card).toBe('\x89PNG\r\n\x1a\n');
      expect(png.subarray(12, 16).toString('latin1'), card).toBe('IHDR');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], card).toEqual([1200, 630]);
      expect(png.subarray(-8, -4).toString('latin1'), card).toBe('IEND');
      expect(png.length, card).toBeLessThan(40 * 1024);
    }
  });
});
