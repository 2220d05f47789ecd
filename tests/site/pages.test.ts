import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { builtPages, builtText, isBuilt, slugsIn } from './built-site.ts';

const pages = builtPages();
const page = (address: string) => pages.find((candidate) => candidate.address === address)!;

describe('pages of the built site', () => {
  test('every model and every term has its page', () => {
    const missing = [
      'models',
      'families',
      'architectures',
      'objectives',
      'labs',
      'licenses',
      'modalities',
      'traits',
      'concepts',
      'years',
    ].flatMap((collection) =>
      slugsIn(collection)
        .map((slug) => `/${collection}/${slug}/`)
        .filter((address) => !isBuilt(address)),
    );
    expect(missing).toEqual([]);
    expect(slugsIn('models').length).toBeGreaterThanOrEqual(12);
  });

  test('the pages of the contract exist', () => {
    const fixed = [
      '/',
      '/models/',
      '/search/',
      '/about/',
      '/years/',
      '/404.html',
      '/api/v1/models.json',
      '/pagefind/pagefind.js',
    ];
    expect(fixed.filter((address) => !isBuilt(address))).toEqual([]);
  });

  test('each has one h1, a title and a description that no other page has', () => {
    for (const { address, document } of pages) {
      expect(document.querySelectorAll('h1').length, address).toBe(1);
    }
    const repeated = (values: string[]) =>
      values.filter((value, index) => value === '' || values.indexOf(value) !== index);
    expect(repeated(pages.map(({ document }) => document.querySelector('title')?.text ?? ''))).toEqual([]);
    expect(
      repeated(
        pages.map(
          ({ document }) => document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
        ),
      ),
    ).toEqual([]);
  });

  test('headings do not skip a level', () => {
    const skips = pages.flatMap(({ address, document }) => {
      const levels = document
        .querySelectorAll('h1, h2, h3, h4, h5, h6')
        .map((heading) => Number(heading.tagName[1]));
      return levels.some((level, index) => index > 0 && level > levels[index - 1]! + 1) ? [address] : [];
    });
    expect(skips).toEqual([]);
  });

  test('no field is shown empty', () => {
    const empty = pages.flatMap(({ address, document }) =>
      document
        .querySelectorAll('dd, dt, li, td.num, caption, h1, h2, h3, p')
        .filter(
          (element) =>
            element.text.trim() === '' && element.querySelectorAll('input, svg, button').length === 0,
        )
        .filter(
          (element) =>
            !element.closest('[hidden]') && !element.closest('.variants') && !element.getAttribute('role'),
        )
        .map(
          (element) =>
            `${address}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`,
        ),
    );
    expect([...new Set(empty)]).toEqual([]);
  });

  test('nothing undefined, no object and no raw formula reaches a reader', () => {
    const leaks = pages.filter(({ document }) => {
      const text = document.querySelector('main')!.text;
      return (
        /\bundefined\b|\[object |\bNaN\b|\$\$|katex-error/.test(text) ||
        document.querySelector('.katex-error') !== null
      );
    });
    expect(leaks.map(({ address }) => address)).toEqual([]);
  });

  test('no inline script, no inline handler, nothing from another site', () => {
    const offences = pages.flatMap(({ address, document }) => [
      ...document
        .querySelectorAll('script:not([src]):not([type="application/ld+json"])')
        .map(() => `${address}: inline script`),
      ...document
        .querySelectorAll('script[src], link[rel=stylesheet], img[src], iframe, link[rel=preload]')
        .filter((element) =>
          /^(https?:)?\/\//.test(element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
        )
        .map((element) => `${address}: ${element.toString().slice(0, 80)}`),
      ...document.querySelectorAll('[onclick], [onload], [onerror]').map(() => `${address}: inline handler`),
    ]);
    expect(offences).toEqual([]);
  });

  test('style attributes stand only where KaTeX sets a formula', () => {
    const styled = pages.filter(({ document }) =>
      document.querySelectorAll('[style]').some((element) => !element.closest('.katex')),
    );
    expect(styled.map(({ address }) => address)).toEqual([]);
  });

  test('KaTeX’s style sheet is loaded with formulas only', () => {
    expect(page('/models/bert/').html).not.toMatch(/katex/i);
    expect(page('/objectives/mlm/').document.querySelectorAll('.katex').length).toBeGreaterThan(0);
  });

  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // Astro writes void elements and attributes in its own way; both forms are valid.
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'long-title': 'off',
        'no-inline-style': 'off',
        'attr-quotes': 'off',
        'doctype-style': 'off',
        // Integrity attributes guard against other hosts; everything here comes from the site itself.
        'require-sri': 'off',
        // An id is any text without white space; the year 2020 of the timeline is at #2020.
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const complaints: string[] = [];
    for (const { address, html } of pages) {
      const report = await validator.validateString(html, address);
      for (const { messages } of report.results) {
        complaints.push(
          ...messages.map(
            ({ ruleId, message, line, column }) => `${address}:${line}:${column} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(complaints.slice(0, 40)).toEqual([]);
  });
});

describe('models.json', () => {
  const data = JSON.parse(builtText('api/v1/models.json')) as {
    schemaVersion: number;
    license: string;
    models: Record<string, unknown>[];
  };

  test('lists every model under the names of the entry', () => {
    expect(data.schemaVersion).toBe(1);
    expect(data.license).toBe('CC-BY-4.0');
    expect(data.models.map(({ slug }) => slug)).toEqual(slugsIn('models').sort());
    const bert = data.models.find(({ slug }) => slug === 'bert')!;
    for (const field of [
      'name',
      'summary',
      'family',
      'labs',
      'released',
      'architecture',
      'objectives',
      'variants',
      'weights',
      'license',
      'evidence',
      'added',
      'url',
    ]) {
      expect(bert, field).toHaveProperty(field);
    }
  });

  test('gives counts as numbers, vocabulary as slugs, and no text as HTML', () => {
    const bert = data.models.find(({ slug }) => slug === 'bert') as {
      variants: { parameters: number }[];
      labs: string[];
      url: string;
    };
    expect(bert.variants[0]!.parameters).toBe(110_000_000);
    expect(bert.labs).toEqual(['google']);
    expect(bert.url).toMatch(/\/models\/bert\/$/);
    expect(JSON.stringify(data)).not.toMatch(/<p>|<\/a>/);
  });
});
