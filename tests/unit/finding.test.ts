import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkCatalog, type Catalog, type Model } from '../../src/catalog/catalog.ts';
import { crumbsTo } from '../../src/catalog/crumbs.ts';
import { lastChangeOf, publishedPages } from '../../src/catalog/published-pages.ts';
import { atomFeed, changeId, feedLength } from '../../src/formats/atom-feed.ts';
import { jsonLdText, modelThings, paperThing } from '../../src/formats/json-ld.ts';
import { xmlText } from '../../src/formats/xml.ts';
import { checkOverlay } from './trees.ts';

const catalog = linkCatalog((await checkOverlay({})).content);
const acorn = catalog.bySlug.get('acorn')!;
const address = 'https://forest.example.org/catalog';
const withModels = (models: Model[]): Catalog => ({ ...catalog, models });
const parsed = (xml: string) => {
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml');
};
/** Text as entries may hold it: one line, no control characters. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, 'x'));

test('any text survives XML, in an element and in an attribute', () => {
  fc.assert(
    fc.property(line, (text) => {
      const root = parsed(`<a b="${xmlText(text)}">${xmlText(text)}</a>`).documentElement!;
      expect(root.textContent).toBe(text);
      expect(root.getAttribute('b')).toBe(text);
    }),
  );
});

test('any text survives JSON-LD, and none can end its script element', () => {
  fc.assert(
    fc.property(fc.oneof(line, fc.constantFrom('</script>', '<!--', '<script>')), (name) => {
      const text = jsonLdText([{ '@type': 'Thing', name }]);
      expect(text).not.toContain('<');
      expect(JSON.parse(text)).toEqual({
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'Thing', name }],
      });
    }),
  );
});

describe('the feed', () => {
  const change = (date: string, what: string) => ({ date, what });
  const changed = (changes: Model['changes'], name = acorn.name): Model => ({ ...acorn, name, changes });
  const idsOf = (models: Model[], site = address) =>
    [...parsed(atomFeed(withModels(models), site)).getElementsByTagName('entry')].map(
      (entry) => entry.getElementsByTagName('id')[0]!.textContent,
    );
  const before = [change('2026-05-01', 'context corrected'), change('2026-05-01', 'licence corrected')];

  test('keeps the names of entries when the site moves, a sentence is reworded or a change is added', () => {
    const ids = idsOf([changed(before)]);
    expect(new Set(ids).size).toBe(3);
    expect(idsOf([changed(before)], 'https://elsewhere.example.org')).toEqual(ids);
    const reworded = [change('2026-05-01', 'context put right'), before[1]!];
    expect(idsOf([changed(reworded)]).toSorted()).toEqual(ids.toSorted());
    const later = [...before, change('2026-05-01', 'date corrected'), change('2026-06-01', 'lab added')];
    expect(idsOf([changed(later)])).toEqual(expect.arrayContaining(ids));
  });

  test('is dated by its newest entry', () => {
    const feed = parsed(atomFeed(withModels([changed(before)]), address));
    expect(feed.getElementsByTagName('updated')[0]!.textContent).toBe('2026-05-01T00:00:00Z');
  });

  test('is well-formed whatever a model is called, and for no model at all', () => {
    const odd = changed([change('2026-05-01', 'a < b & "c" > d')], '<Acorn> & "Co"');
    const titles = [...parsed(atomFeed(withModels([odd]), address)).getElementsByTagName('title')];
    expect(titles[1]!.textContent).toBe('<Acorn> & "Co": a < b & "c" > d');
    expect(parsed(atomFeed(withModels([]), address)).getElementsByTagName('entry').length).toBe(0);
  });

  test('holds a day as a whole, so that no reader misses a part of it, additions first', () => {
    const many = Array.from({ length: 250 }, (_, index) => change('2026-05-01', `correction ${index}`));
    const ids = idsOf([{ ...changed(many), added: '2026-05-01' }]);
    expect(ids.length).toBe(251);
    expect(ids[0]).toMatch(/\/added$/);
  });

  test('holds the newest of very many', () => {
    const days = Array.from({ length: 300 }, (_, index) =>
      new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const many = changed(days.map((date) => change(date, 'corrected')));
    const ids = idsOf([{ ...many, added: '2025-01-01' }]);
    expect(ids.length).toBe(feedLength);
    expect(ids[0]).toBe(changeId({ model: many, date: days.at(-1)!, what: 'corrected' }));
  });
});

describe('dates of pages', () => {
  const dated = (added: string, changes: string[], checked: string[]): Model => ({
    ...acorn,
    added,
    changes: changes.map((date) => ({ date, what: 'corrected' })),
    evidence: checked.map((day) => ({ ...acorn.evidence[0]!, checked: day })),
  });

  test.for([
    [dated('2026-01-01', [], []), '2026-01-01'],
    [dated('2026-01-01', ['2026-02-01', '2026-03-01'], []), '2026-03-01'],
    [dated('2026-01-01', ['2026-02-01'], ['2026-04-01', '2026-01-01']), '2026-04-01'],
  ] as const)('are the newest that the entry tells: %#', ([model, day]) => {
    expect(lastChangeOf(model)).toBe(day);
  });

  test('of many entries are those of the newest, and none where no entry is', () => {
    const old = { ...dated('2026-01-01', [], []), slug: 'old', labs: ['lab-a'] };
    const pages = publishedPages(withModels([old, { ...dated('2026-02-02', [], []), labs: ['lab-b'] }]));
    const changedOf = (page: string) => pages.find((one) => one.address === page)?.changed;
    expect(changedOf('/models/')).toBe('2026-02-02');
    expect(changedOf('/models/old/')).toBe('2026-01-01');
    const empty = publishedPages(withModels([]));
    expect(empty.find((one) => one.address === '/models/')).toEqual({
      address: '/models/',
      changed: undefined,
    });
  });
});

test('the way to a page leads through the sections of its address', () => {
  expect(crumbsTo('/', 'x')).toEqual([]);
  expect(crumbsTo('/tree/', 'Family tree').map((crumb) => crumb.address)).toEqual(['/', '/tree/']);
  expect(crumbsTo('/labs/openai/', 'OpenAI')).toEqual([
    { name: 'Home', address: '/' },
    { name: 'Labs', address: '/labs/' },
    { name: 'OpenAI', address: '/labs/openai/' },
  ]);
});

describe('a paper in JSON-LD', () => {
  const paper = {
    role: 'main',
    title: 'On Acorns',
    authors: ['Ada Oak', 'ForestAI', 'others'],
    year: 2020,
  } as const;

  test('is known by its DOI before its arXiv number; "others" is nobody', () => {
    const thing = paperThing({
      ...paper,
      authors: [...paper.authors],
      arxiv: '2001.00001',
      doi: '10.1234/acorn',
    });
    expect(thing['@id']).toBe('https://doi.org/10.1234/acorn');
    expect(thing['sameAs']).toEqual(['https://arxiv.org/abs/2001.00001']);
    expect(thing['author']).toEqual([
      { '@type': 'Person', name: 'Ada Oak' },
      { '@type': 'Organization', name: 'ForestAI' },
    ]);
  });

  test('need not be anywhere', () => {
    const [page, article] = modelThings(
      { ...acorn, papers: [{ ...paper, authors: [...paper.authors] }] },
      address,
    );
    expect(article).toMatchObject({ '@type': 'ScholarlyArticle', headline: 'On Acorns' });
    expect(page!['citation']).toEqual([{ '@id': article!['@id'] }]);
    expect(article!['@id']).toBeDefined();
  });
});
