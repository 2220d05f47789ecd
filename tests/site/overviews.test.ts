import { describe, expect, test } from 'vitest';
import { builtPages, builtText, slugsIn } from './built-site.ts';

interface Term {
  slug: string;
  description: string;
  sources?: object[];
  models: string[];
}

const pages = new Map(builtPages().map((page) => [page.address, page.document]));
const { facets } = JSON.parse(builtText('api/v1/facets.json')) as {
  facets: { name: string; terms: Term[] }[];
};
const termsOf = (name: string) => facets.find((facet) => facet.name === name)!.terms;
/** Slugs of the models that links lead to. */
const modelsOf = (links: readonly { getAttribute: (name: string) => string | undefined }[]) =>
  links.flatMap((link) => /\/models\/([^/]+)\/$/.exec(link.getAttribute('href') ?? '')?.[1] ?? []).toSorted();

describe('the page of a year', () => {
  const years = termsOf('years').map((year) => ({ ...year, page: pages.get(`/years/${year.slug}/`)! }));

  test('shows its description, is found by its text, and names the sources of it', () => {
    const told = new Set(slugsIn('years'));
    for (const { slug, description, sources = [], page } of years) {
      expect(page.querySelector('.stand')!.text.trim(), slug).toBe(description);
      expect(pages.get('/years/')!.text, slug).toContain(description);
      expect(page.querySelector('[data-pagefind-body] .prose') !== null, slug).toBe(told.has(slug));
      expect(page.querySelectorAll('section cite').length, slug).toBe(sources.length);
    }
  });

  test('has each of its models once in the picture and once in the list of months', () => {
    for (const { slug, models, page } of years) {
      expect(modelsOf(page.querySelectorAll('.year-picture svg a')), slug).toEqual(models.toSorted());
      expect(modelsOf(page.querySelectorAll('.year-picture dl a')), slug).toEqual(models.toSorted());
    }
  });

  test('leads to its months in the timeline', () => {
    for (const { slug, page } of years) {
      const addresses = page
        .querySelectorAll('a[href*="/timeline/?"]')
        .map((link) => link.getAttribute('href')!.split('?')[1]);
      const months = Array.from(
        { length: 12 },
        (_, index) => `${slug}-${String(index + 1).padStart(2, '0')}`,
      );
      expect(addresses).toEqual([
        `from=${slug}-01&to=${slug}-12`,
        ...months.map((month) => `from=${month}&to=${month}`),
      ]);
    }
  });
});

describe('the page of a family', () => {
  const families = termsOf('families')
    .filter(({ models }) => models.length > 0)
    .map((family) => ({ ...family, page: pages.get(`/families/${family.slug}/`)! }));
  const withTree = families.filter(({ page }) => page.querySelector('.family-tree'));

  test('has each of its models once in its tree, in words, and on its timeline', () => {
    expect(withTree.length).toBeGreaterThan(20);
    for (const { slug, models, page } of withTree) {
      const own = (links: string) => modelsOf(page.querySelectorAll(links));
      expect(own('.family-tree a:not(.outside)'), slug).toEqual(models.toSorted());
      expect(own('.family-picture .leaf:not(.outside) a'), slug).toEqual(models.toSorted());
      expect(own('.family-tree a.outside'), slug).toEqual(own('.family-picture .leaf.outside a'));
    }
    for (const { slug, models, page } of families) {
      expect(modelsOf(page.querySelectorAll('.family-timeline .n a')), slug).toEqual(models.toSorted());
    }
  });

  test('says in words where its models come from, where that is too little for a tree', () => {
    for (const { slug, models, page } of families.filter((family) => !withTree.includes(family))) {
      expect(models.length, slug).toBeLessThanOrEqual(2);
      expect(modelsOf(page.querySelectorAll('.family-picture .single a')), slug).toEqual(models.toSorted());
    }
  });

  test('every mark is a link with a name', () => {
    for (const { slug, page } of families) {
      for (const link of page.querySelectorAll('.family-picture a, .family-timeline a'))
        expect(link.text.trim(), slug).not.toBe('');
    }
  });

  test('names the sources of its text', () => {
    for (const { slug, sources = [], page } of families)
      expect(page.querySelectorAll('section cite').length, slug).toBe(sources.length);
  });
});
