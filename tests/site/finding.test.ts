import { DOMParser, type Document } from '@xmldom/xmldom';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { builtPages, builtText, isBuilt, isToBeFound, movedAddresses } from './built-site.ts';

interface Published {
  slug: string;
  name: string;
  added: string;
  changes: { date: string; what: string }[];
  evidence: { checked?: string }[];
  labs: string[];
}

const { models } = JSON.parse(builtText('api/v1/models.json')) as { models: Published[] };
const pages = builtPages();
const origin = 'http://localhost:4321';
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A file that must be well-formed XML. */
function xml(path: string): Document {
  const onError = (level: string, message: string) => {
    throw new Error(`${path}: ${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(builtText(path), 'text/xml');
}

function textsOf(document: Document, tag: string): string[] {
  return [...document.getElementsByTagName(tag)].map((element) => element.textContent!);
}

/** Where an absolute address of this site leads. */
function pathOf(address: string): string {
  expect(address.startsWith(`${origin}/`), address).toBe(true);
  return decodeURI(address.slice(origin.length).split(/[?#]/)[0]!);
}

describe('the feed', () => {
  xml('feed.xml');
  const feed = parseAtomFeed(builtText('feed.xml'));
  const entries = feed.entries!;

  test('holds the newest additions and corrections of the data, and nothing else', () => {
    const all = models.flatMap(({ slug, name, added, changes }) => [
      { slug, date: added, title: `${name} added` },
      ...changes.map(({ date, what }) => ({ slug, date, title: `${name}: ${what}` })),
    ]);
    const text = (change: { slug: string; date: string; title: string }) =>
      `${change.date} ${change.slug} ${change.title}`;
    const known = new Set(all.map(text));
    const told = entries.map((entry) => ({
      slug: /\/models\/(.+)\/$/.exec(entry.links![0]!.href!)![1]!,
      date: entry.updated!.slice(0, 10),
      title: entry.title!.value,
    }));
    expect(told.length).toBeGreaterThanOrEqual(Math.min(100, all.length));
    expect(new Set(told.map(text)).size).toBe(told.length);
    expect(told.map(text).filter((change) => !known.has(change))).toEqual([]);
    const dates = told.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    const oldest = dates.at(-1)!;
    expect(
      all.filter((change) => change.date >= oldest && !told.some((one) => text(one) === text(change))),
    ).toEqual([]);
  });

  test('names each entry for ever, apart from the address of the site and from its wording', () => {
    const ids = entries.map(({ id }) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^tag:[a-z.-]+,2026:models\/[a-z0-9-]+\/(added|[0-9-]{10}\/\d+)$/.test(id)),
    ).toEqual([]);
  });

  test('says where it is and when it last changed', () => {
    const links = Object.fromEntries(feed.links!.map(({ rel, href }) => [rel!, href!]));
    expect(links).toEqual({ self: `${origin}/feed.xml`, alternate: `${origin}/changes/` });
    expect(feed.updated).toBe(entries[0]!.updated);
    expect(feed.authors![0]!.name).toBe('Transformer Catalog');
    expect(entries.every(({ updated }) => /^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(updated!))).toBe(true);
    expect(
      entries.map(({ links: [link] = [] }) => pathOf(link!.href!)).filter((path) => !isBuilt(path)),
    ).toEqual([]);
  });
});

describe('the sitemap', () => {
  const sitemaps = textsOf(xml('sitemap-index.xml'), 'loc').map(pathOf);
  const urls = sitemaps.flatMap((path) => [...xml(path.slice(1)).getElementsByTagName('url')]);
  const entries = urls.map((url) => ({
    address: pathOf(url.getElementsByTagName('loc')[0]!.textContent!),
    changed: url.getElementsByTagName('lastmod')[0]?.textContent ?? undefined,
  }));
  const changedOf = (address: string) => entries.find((entry) => entry.address === address)!.changed;

  test('has every page that may be found, once, and no other', () => {
    const found = pages.filter(isToBeFound).map(({ address }) => address);
    expect(entries.map(({ address }) => address).toSorted()).toEqual(found.toSorted());
    const others = pages.filter((page) => !isToBeFound(page)).map(({ address }) => address);
    expect(others.toSorted()).toEqual(['/404.html', ...movedAddresses()].toSorted());
  });

  test('dates a model’s page by its entry, and a page of many by the newest', () => {
    const changes = ({ added, changes, evidence }: Published) =>
      [added, ...changes.map(({ date }) => date), ...evidence.flatMap(({ checked }) => checked ?? [])]
        .toSorted()
        .at(-1)!;
    for (const model of models) expect(changedOf(`/models/${model.slug}/`), model.slug).toBe(changes(model));
    const newest = models.map(changes).toSorted().at(-1);
    expect(changedOf('/models/')).toBe(newest);
    expect(changedOf('/')).toBe(newest);
    const google = models.filter(({ labs }) => labs.includes('google'));
    expect(changedOf('/labs/google/')).toBe(google.map(changes).toSorted().at(-1));
    expect(textsOf(xml('sitemap-index.xml'), 'lastmod')[0]! >= newest!).toBe(true);
  });

  test('gives days only, and none where the content tells none', () => {
    expect(entries.filter(({ changed }) => changed !== undefined && !day.test(changed))).toEqual([]);
    expect(changedOf('/about/')).toBeUndefined();
  });

  test('is named to those who look for it', () => {
    expect(builtText('robots.txt')).toContain(`\nSitemap: ${origin}/sitemap-index.xml\n`);
    expect(builtText('robots.txt')).not.toContain('Disallow');
  });
});

describe('OpenSearch', () => {
  const description = xml('opensearch.xml');

  test('searches the catalog', () => {
    const results = [...description.getElementsByTagName('Url')].find(
      (url) => url.getAttribute('type') === 'text/html',
    )!;
    const template = results.getAttribute('template')!;
    expect(template).toContain('{searchTerms}');
    expect(isBuilt(pathOf(template))).toBe(true);
    const field = pages
      .find(({ address }) => address === pathOf(template))!
      .document.querySelector('form input[type=search]')!;
    expect(new URL(template).searchParams.get(field.getAttribute('name')!)).toBe('{searchTerms}');
    expect(textsOf(description, 'ShortName')[0]!.length).toBeLessThanOrEqual(16);
  });

  test('is named on every page, as is the feed', () => {
    const types = ['application/opensearchdescription+xml', 'application/atom+xml'];
    const without = pages
      .filter(isToBeFound)
      .filter(({ document }) =>
        types.some((type) => document.querySelectorAll(`link[type="${type}"]`).length !== 1),
      );
    expect(without.map(({ address }) => address)).toEqual([]);
  });
});

describe('llms.txt', () => {
  const text = builtText('llms.txt');
  const links = [...text.matchAll(/^- \[((?:[^\]\\]|\\.)+)\]\((\S+)\): .+$/gm)].map(([, name, address]) => ({
    name: name!,
    path: pathOf(address!),
  }));

  test('leads to the Markdown twin of every model, and nowhere that is not', () => {
    expect(text.startsWith('# Transformer Catalog\n\n> ')).toBe(true);
    expect(links.filter(({ path }) => !isBuilt(path))).toEqual([]);
    const twins = links.filter(({ path }) => path.startsWith('/models/'));
    expect(twins.map(({ path }) => path).toSorted()).toEqual(
      models.map(({ slug }) => `/models/${slug}.md`).toSorted(),
    );
    expect(text.match(/^- /gm)!.length).toBe(links.length);
  });
});

describe('what a page says of itself', () => {
  const found = pages.filter(isToBeFound);
  const meta = (page: (typeof pages)[number], name: string) =>
    page.document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');

  test('its one address, the same everywhere', () => {
    for (const page of found) {
      const canonical = page.document.querySelector('link[rel=canonical]')!.getAttribute('href');
      expect(canonical).toBe(origin + page.address);
      expect(meta(page, 'og:url')).toBe(canonical);
    }
  });

  test('a title and a sentence for previews', () => {
    for (const page of found) {
      const title = page.document.querySelector('title')!.text;
      expect(title.startsWith(meta(page, 'og:title')!), page.address).toBe(true);
      expect(meta(page, 'og:description'), page.address).toBe(meta(page, 'description'));
      expect(meta(page, 'og:site_name')).toBe('Transformer Catalog');
    }
  });
});
