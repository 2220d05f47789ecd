import { describe, expect, test } from 'vitest';
import { builtPages, builtText, isBuilt, isToBeFound } from './built-site.ts';

interface Thing {
  '@type': string;
  '@id'?: string;
  url?: string;
  name?: string;
  [property: string]: unknown;
}

interface Published {
  slug: string;
  name: string;
  summary: string;
  added: string;
  papers: { title: string; authors: string[]; year: number; arxiv?: string; doi?: string; url?: string }[];
}

const origin = 'http://localhost:4321';
const { models } = JSON.parse(builtText('api/v1/models.json')) as { models: Published[] };

const pages = builtPages()
  .filter(isToBeFound)
  .map((page) => {
    const scripts = page.document.querySelectorAll('script[type="application/ld+json"]');
    return { ...page, scripts: scripts.map(({ rawText }) => rawText) };
  });

function thingsOf(address: string): Thing[] {
  const { scripts } = pages.find((page) => page.address === address)!;
  const data = JSON.parse(scripts[0]!) as { '@context': string; '@graph': Thing[] };
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

const ofType = (address: string, type: string) =>
  thingsOf(address).filter((thing) => thing['@type'] === type);
const heading = (address: string) =>
  pages
    .find((page) => page.address === address)!
    .document.querySelector('h1')!
    .text.trim();

/** Every address that a value gives, at any depth. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === '@context' ? [] : addressesIn(item)));
}

describe('JSON-LD', () => {
  test('stands on every page, once, and nothing in it can end its element', () => {
    expect(pages.filter(({ scripts }) => scripts.length !== 1).map(({ address }) => address)).toEqual([]);
    expect(pages.filter(({ scripts }) => scripts[0]!.includes('<')).map(({ address }) => address)).toEqual(
      [],
    );
  });

  test('names types that were meant', () => {
    const types = new Set(pages.flatMap(({ address }) => thingsOf(address).map((thing) => thing['@type'])));
    expect([...types].toSorted()).toEqual([
      'BreadcrumbList',
      'CollectionPage',
      'Dataset',
      'DefinedTerm',
      'DefinedTermSet',
      'LearningResource',
      'ScholarlyArticle',
      'WebPage',
      'WebSite',
    ]);
  });

  test('gives addresses of this site that are there', () => {
    const broken = pages.flatMap(({ address }) =>
      addressesIn(thingsOf(address))
        .filter((target) => target.startsWith(origin))
        .filter((target) => !isBuilt(decodeURI(target.slice(origin.length).split(/[?#]/)[0]!)))
        .map((target) => `${address} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('tells the way to each page: steps that are pages above it, the last one itself', () => {
    for (const { address, document } of pages) {
      const lists = ofType(address, 'BreadcrumbList');
      expect(lists.length, address).toBe(address === '/' ? 0 : 1);
      if (address === '/') continue;
      const steps = lists[0]!.itemListElement as { position: number; name: string; item: string }[];
      const places = steps.map(({ item }) => item.slice(origin.length));
      expect(places[0]).toBe('/');
      expect(places.at(-1)).toBe(address);
      expect(places.every((place) => address.startsWith(place))).toBe(true);
      const above = address.split('/').length - 3;
      expect(places.length, `${address} is ${above} sections deep`).toBe(above + 2);
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1));
      expect(document.querySelector('title')!.text.startsWith(steps.at(-1)!.name), address).toBe(true);
    }
  });

  test('of a model: the page, and each of its papers', () => {
    for (const { slug, name, summary, added, papers } of models) {
      const address = `/models/${slug}/`;
      const [page] = ofType(address, 'WebPage');
      expect(page, slug).toMatchObject({
        name,
        description: summary,
        url: origin + address,
        datePublished: added,
      });
      expect(heading(address)).toBe(name);
      const articles = ofType(address, 'ScholarlyArticle');
      expect(articles.map(({ headline, datePublished }) => ({ headline, datePublished }))).toEqual(
        papers.map(({ title, year }) => ({ headline: title, datePublished: String(year) })),
      );
      expect(((page!.citation as Thing[]) ?? []).map((cited) => cited['@id'])).toEqual(
        articles.map((article) => article['@id']),
      );
      papers.forEach(({ authors, arxiv, doi }, index) => {
        const article = articles[index]!;
        expect((article.author as Thing[]).map((author) => author.name)).toEqual(
          authors.filter((author) => author !== 'others'),
        );
        const found = addressesIn([article.url, article.sameAs]);
        if (arxiv) expect(found).toContain(`https://arxiv.org/abs/${arxiv}`);
        if (doi) expect(found).toContain(`https://doi.org/${doi}`);
      });
    }
  });

  test('of the catalog: a dataset whose files are there', () => {
    const [dataset] = ofType('/data/', 'Dataset');
    expect(dataset!.description).toContain(`${models.length} Transformer models`);
    expect(dataset!.license).toBe('https://creativecommons.org/licenses/by/4.0/');
    const files = (dataset!.distribution as { contentUrl: string }[]).map(({ contentUrl }) => contentUrl);
    expect(files).toContain(`${origin}/api/v1/models.json`);
    for (const slug of ['bert', 'gato'])
      expect(ofType(`/models/${slug}/`, 'WebPage')[0]!.isPartOf).toEqual({ '@id': dataset!['@id'] });
  });

  test('of words: the term as its page heads it, in its set', () => {
    for (const address of [
      '/objectives/mlm/',
      '/architectures/decoder/',
      '/concepts/diffusion/',
      '/families/bert/',
    ]) {
      const [term] = ofType(address, 'DefinedTerm');
      expect(term!.name).toBe(heading(address));
      const set = (term!.inDefinedTermSet as Thing).url!;
      expect(set).toBe(origin + address.split('/').slice(0, 2).join('/') + '/');
    }
    const [glossary] = ofType('/learn/glossary/', 'DefinedTermSet');
    const page = pages.find(({ address }) => address === '/learn/glossary/')!.document;
    const words = glossary!.hasDefinedTerm as Thing[];
    expect(words.map(({ name }) => name)).toEqual(
      page.querySelectorAll('dl dt').map(({ text }) => text.trim()),
    );
    for (const { url } of words) expect(page.getElementById(new URL(url!).hash.slice(1)), url).not.toBeNull();
  });

  test('of a lab: who it is', () => {
    const [page] = ofType('/labs/google/', 'CollectionPage');
    expect(page!.about).toMatchObject({ '@type': 'Organization', name: heading('/labs/google/') });
  });
});
