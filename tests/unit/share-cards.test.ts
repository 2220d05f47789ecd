import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { linkCatalog } from '../../src/catalog/catalog.ts';
import { allCards, areCardsDrawn, cardFacts, modelCard, type Card } from '../../src/views/card/card.ts';
import { cardImage, newRenderer } from '../../src/views/card/card-image.ts';
import { inkOf } from '../../src/views/card/card-parts.ts';
import { siteCatalog } from './site-catalog.ts';
import { checkOverlay } from './trees.ts';

const catalog = await siteCatalog();
const small = linkCatalog((await checkOverlay({})).content);
const acorn = small.bySlug.get('acorn')!;
const ink = inkOf(readFileSync(resolve(import.meta.dirname, '../../src/views/page/tokens.css'), 'utf8'));

describe('the facts of a card', () => {
  const valueOf = (facts: ReturnType<typeof cardFacts>, label: string) =>
    facts.find((fact) => fact.label === label)?.value;

  test('are three, and fewer only where fewer are recorded', () => {
    const labels = (slug: string) => cardFacts(catalog, catalog.bySlug.get(slug)!).map(({ label }) => label);
    expect(labels('bert')).toEqual(['Parameters', 'Lab', 'Weights']);
    const bare = { ...acorn, undisclosed: [], variants: [], weights: undefined, modalities: [] };
    const known = cardFacts(small, { ...bare, objectives: { pretraining: [], posttraining: [] } });
    expect(known.map(({ label }) => label)).toEqual(['Lab']);
  });

  test('give a size only where one is published', () => {
    const sized = (parameters: number | undefined, approx = false) => ({
      ...acorn,
      undisclosed: [],
      assumed: [],
      variants: [{ ...acorn.variants[0]!, parameters, approx }],
    });
    expect(valueOf(cardFacts(small, sized(7_000_000_000)), 'Parameters')).toBe('7B');
    expect(valueOf(cardFacts(small, sized(7_000_000_000, true)), 'Parameters')).toBe('about 7B');
    expect(valueOf(cardFacts(small, sized(undefined)), 'Parameters')).toBeUndefined();
    const concealed = { ...sized(undefined), undisclosed: ['parameters' as const] };
    expect(cardFacts(small, concealed)[0]).toEqual({
      label: 'Parameters',
      value: 'undisclosed',
      isUndisclosed: true,
    });
    const guessed = { ...sized(7_000_000_000), assumed: ['parameters' as const] };
    expect(valueOf(cardFacts(small, guessed), 'Parameters')).toBeUndefined();
  });
});

test('a card is the same to the byte whenever it is drawn', async () => {
  const card = modelCard(catalog, catalog.bySlug.get('bert')!);
  const [first, again, elsewhere] = await Promise.all([
    cardImage(card, ink),
    cardImage(card, ink),
    cardImage(card, ink, newRenderer()),
  ]);
  expect(Buffer.from(again!).equals(first!)).toBe(true);
  expect(Buffer.from(elsewhere!).equals(first!)).toBe(true);
  const other = await cardImage(modelCard(catalog, catalog.bySlug.get('gpt')!), ink);
  expect(Buffer.from(other).equals(first!)).toBe(false);
});

test('the fonts of cards have every letter that cards show', () => {
  const ranges = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/unicode.json'), 'utf8'),
  ) as Record<string, string>;
  const spans = [ranges['latin']!, ranges['latin-ext']!, ranges['greek']!]
    .join(',')
    .split(',')
    .map(
      (range) =>
        range
          .slice(2)
          .split('-')
          .map((code) => parseInt(code, 16)) as [number, number?],
    );
  const isThere = (letter: string) => {
    const code = letter.codePointAt(0)!;
    return spans.some(([from, to = from]) => code >= from && code <= to);
  };
  const wordsOf = ({ title, kind, sentence = '', model }: Card) => [
    title,
    kind,
    sentence,
    ...(model?.facts ?? []).flatMap(({ label, value, after = '' }) => [label, value, after]),
    model?.thumb.label ?? '',
  ];
  const missing = allCards(catalog).flatMap((card) =>
    [...wordsOf(card).join('')].filter((letter) => !isThere(letter)),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test('no card is drawn, and none is named, where they are switched off', () => {
  expect(areCardsDrawn()).toBe(true);
  vi.stubEnv('SHARE_CARDS', 'off');
  expect(areCardsDrawn()).toBe(false);
  vi.unstubAllEnvs();
});
