import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedComparison,
  comparisonQuery,
  mostCompared,
  moved,
  resolvedComparison,
} from '../../src/views/compare/compare-state.ts';

const rows = [
  { slug: 'bert', name: 'BERT', aliases: [] },
  { slug: 'xlm-roberta', name: 'XLM-RoBERTa', aliases: ['XLM-R'] },
  { slug: 'gpt-3', name: 'GPT-3', aliases: ['davinci'] },
  { slug: 'mixtral-8x7b', name: 'Mixtral', aliases: [] },
  { slug: 'a', name: 'A', aliases: ['shared'] },
  { slug: 'b', name: 'B', aliases: ['shared'] },
  { slug: 'c', name: 'C', aliases: [] },
  { slug: 'd', name: 'D', aliases: [] },
];
const slug = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9.]{1,8}){0,3}$/);

describe('what an address asks for', () => {
  test('is what an address was made of', () => {
    fc.assert(
      fc.property(fc.array(slug, { maxLength: mostCompared }), fc.boolean(), (slugs, only) => {
        const asked = askedComparison(comparisonQuery(slugs, only));
        expect(asked).toEqual({ names: slugs, onlyDifferences: only && slugs.length > 0 });
      }),
    );
  });

  test('is read whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const search of [`?${text}`, `?models=${encodeURIComponent(text.toWellFormed())}`]) {
          const { names } = askedComparison(search);
          for (const name of names) {
            expect(name).toBe(name.trim());
            expect(name).not.toMatch(/,|\p{Cc}|^$/u);
          }
          const { slugs, unknown } = resolvedComparison(names, rows);
          expect(slugs.every((one) => rows.some((row) => row.slug === one))).toBe(true);
          expect(unknown.every((one) => names.includes(one))).toBe(true);
        }
      }),
    );
  });

  test('is cut to what anybody could mean', () => {
    const { names } = askedComparison(
      `?models=${Array.from({ length: 5000 }, (_, at) => `m${at}`).join(',')}`,
    );
    expect(names).toHaveLength(40);
    expect(askedComparison(`?models=${'x'.repeat(5000)}`).names[0]).toHaveLength(80);
  });

  test('may be spread over several parameters, with gaps', () => {
    expect(askedComparison('?models=bert,,%20gpt-3&models=,c&only=differences')).toEqual({
      names: ['bert', 'gpt-3', 'c'],
      onlyDifferences: true,
    });
    expect(askedComparison('').names).toEqual([]);
    expect(askedComparison('?models=').names).toEqual([]);
  });
});

describe('the models that are meant', () => {
  test('are found by slug, name or alias in any spelling, each once', () => {
    const names = ['BERT', 'xlm r', 'gpt3', 'GPT-3', 'Davinci', 'mixtral', 'bert'];
    expect(resolvedComparison(names, rows)).toEqual({
      slugs: ['bert', 'xlm-roberta', 'gpt-3', 'mixtral-8x7b'],
      beyond: [],
      unknown: [],
    });
  });

  test('leave what names none, or may name two, to be told', () => {
    const { slugs, unknown } = resolvedComparison(['bert', 'brt', '<script>', 'shared', '…'], rows);
    expect(slugs).toEqual(['bert']);
    expect(unknown).toEqual(['brt', '<script>', 'shared', '…']);
  });

  test('are six at most, the others told', () => {
    const { slugs, beyond } = resolvedComparison(['a', 'b', 'c', 'd', 'bert', 'gpt-3', 'mixtral'], rows);
    expect(slugs).toEqual(['a', 'b', 'c', 'd', 'bert', 'gpt-3']);
    expect(beyond).toEqual(['mixtral-8x7b']);
  });
});

test('a model moves by one place and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
});
