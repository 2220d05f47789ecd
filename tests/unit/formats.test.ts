import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAddress, readText, sourceAddress, sourceLabel, withBase } from '../../src/catalog/addresses.ts';
import { linkCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { modelsBib } from '../../src/formats/bibtex.ts';
import { evidenceCsv } from '../../src/formats/evidence-csv.ts';
import { facetsJson } from '../../src/formats/facets-json.ts';
import { modelMarkdown } from '../../src/formats/model-markdown.ts';
import { modelsCsv } from '../../src/formats/models-csv.ts';
import { modelsJson } from '../../src/formats/models-json.ts';
import { labelRows } from '../../src/views/timeline/label-rows.ts';
import { labelWidth, yearsOf } from '../../src/views/timeline/time-axis.ts';
import { factName, factNames } from '../../src/catalog/fact-names.ts';
import { checkContent } from '../../scripts/content/check.ts';
import fc from 'fast-check';
import { shortCountText } from '../../src/catalog/number-text.ts';

const contentFolder = resolve(import.meta.dirname, '../../content');

describe('published files', () => {
  test('are the same text from the same content, whatever order it was read in', async () => {
    const site = 'https://example.org/catalog';
    const { content } = await checkContent(contentFolder, '9999-12-31');
    const reversed = Object.fromEntries(
      Object.entries(content).map(([name, entries]) => [name, entries.toReversed()]),
    ) as typeof content;
    const all = (catalog: Catalog) => [
      modelsJson(catalog, site),
      modelsCsv(catalog, site),
      modelsBib(catalog, site),
      evidenceCsv(catalog),
      facetsJson(catalog, site),
      ...catalog.models.map((model) => modelMarkdown(catalog, model, site)),
    ];
    expect(all(linkCatalog(reversed))).toEqual(all(linkCatalog(content)));
  });
});

describe('addresses', () => {
  test.each([
    ['arxiv:1810.04805', 'https://arxiv.org/abs/1810.04805', 'arXiv 1810.04805'],
    [
      'doi:10.1038/s41586-021-03819-2',
      'https://doi.org/10.1038/s41586-021-03819-2',
      'doi 10.1038/s41586-021-03819-2',
    ],
    [
      'https://github.com/google-research/bert',
      'https://github.com/google-research/bert',
      'google-research/bert',
    ],
    ['https://www.anthropic.com/news/x', 'https://www.anthropic.com/news/x', 'anthropic.com'],
  ])('%s', (source, address, label) => {
    expect(sourceAddress(source)).toBe(address);
    expect(sourceLabel(source)).toBe(label);
  });

  test('what was read can be opened again', () => {
    expect(readAddress('github.com/google-research/bert, README.md, commit eedf5716ce12')).toBe(
      'https://github.com/google-research/bert/blob/eedf5716ce12/README.md',
    );
    expect(readAddress('github.com/google-research/bert, LICENSE, commit eedf5716ce12')).toBe(
      'https://github.com/google-research/bert/blob/eedf5716ce12/LICENSE',
    );
    expect(readAddress('section 2 quoted at https://example.org/item/1')).toBe('https://example.org/item/1');
    expect(readAddress('a printed book')).toBeUndefined();
  });

  test('a base is put before an address once', () => {
    expect(withBase('/', '/models/')).toBe('/models/');
    expect(withBase('/catalog/', '/models/')).toBe('/catalog/models/');
    expect(withBase('/catalog', '/')).toBe('/catalog/');
  });
});

describe('names of facts', () => {
  test.each([
    ['variants.7B.context', 'context of 7B'],
    ['variants.1.5 Pro.parameters', 'size of 1.5 Pro'],
    ['dates.paper', 'date of the paper'],
    ['license.weights', 'licence of the weights'],
    ['architecture', 'architecture'],
  ])('%s is "%s"', (path, name) => {
    expect(factName(path)).toBe(name);
  });
});

describe('several facts in words', () => {
  test.each([
    [['release', 'dates.paper'], 'release, date of the paper'],
    [
      ['variants.7B.parameters', 'variants.13B.parameters', 'variants.1.5 Pro.parameters'],
      'size of 7B, 13B and 1.5 Pro',
    ],
    [['weights', 'variants.7B.context', 'variants.13B.context'], 'weights; context of 7B and 13B'],
  ])('%j', (paths, text) => {
    expect(factNames(paths)).toBe(text);
  });
});

test('a repository that the source names already is not named again where it was read', () => {
  const source = 'https://github.com/google-research/bert';
  expect(readText('github.com/google-research/bert, README.md, commit eedf571', source)).toBe(
    'README.md, commit eedf571',
  );
  expect(readText('github.com/google-research/bert2, README.md', source)).toBe(
    'github.com/google-research/bert2, README.md',
  );
  expect(readText('github.com/google-research/bert', source)).toBe('github.com/google-research/bert');
});

describe('rows of labels on a time axis', () => {
  test('dates become years in their order', () => {
    expect(yearsOf('2019-01-01')).toBeCloseTo(2019, 2);
    expect(yearsOf('2019')).toBe(2019.5);
    expect(yearsOf('2019-12-31')).toBeLessThan(2020);
  });

  test('no two labels of a row touch, and none leaves the drawing', () => {
    const item = fc.record({
      x: fc.double({ min: 20, max: 1100, noNaN: true }),
      label: fc.string({ minLength: 1, maxLength: 24 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), (items) => {
        const placed = labelRows(items, 1136);
        expect(placed.length).toBe(items.length);
        const extents = placed.map(({ x, label, left, row }) => {
          const width = 18 + labelWidth(label);
          return { row, from: left ? x - width : x - 9, to: left ? x + 9 : x + width };
        });
        for (const [index, one] of extents.entries()) {
          expect(one.to).toBeLessThanOrEqual(1136);
          for (const other of extents.slice(index + 1)) {
            if (one.row === other.row) expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
      }),
    );
  });
});

test.each([
  [102_010_000, '102M'],
  [540_350_000_000, '540B'],
  [1_571_000_000_000, '1.57T'],
  [999_900_000, '1B'],
  [66_000_000, '66M'],
])('%i has room as %s', (value, text) => {
  expect(shortCountText(value)).toBe(text);
});
