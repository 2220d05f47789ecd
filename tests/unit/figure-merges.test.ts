import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyTo,
  bestPair,
  cutText,
  end,
  learn,
  mergeAll,
  mergeIn,
  pairsOf,
} from '../../src/views/figures/merges/bpe.ts';
import figure from '../../src/views/figures/merges/figure.tsx';

const published = figure.initial.text;
const written = (merges: { left: string; right: string }[]) =>
  merges.map(({ left, right }) => `${left} ${right}`);
const cut = (word: string, merges: Parameters<typeof applyTo>[1]) =>
  (applyTo(word, merges).at(-1)?.symbols ?? [...word, end]).join(' ');

describe('byte-pair encoding', () => {
  // What Algorithm 1 of Sennrich et al. 2016 prints when it is run in Python, for as many merges as there are.
  test('learns what the published program prints for its own dictionary', () => {
    const merges = learn(cutText(published), 99);
    expect(written(merges)).toEqual([
      'e s',
      'es t',
      `est ${end}`,
      'l o',
      'lo w',
      'n e',
      'ne w',
      `new est${end}`,
      `low ${end}`,
      'w i',
      'wi d',
      `wid est${end}`,
      'low e',
      'lowe r',
      `lower ${end}`,
    ]);
    expect(merges.slice(0, 14).map(({ count }) => count)).toEqual([9, 9, 9, 7, 7, 6, 6, 6, 5, 3, 3, 3, 2, 2]);
  });

  test('cuts the unseen word of the paper’s figure 1 as the paper does', () => {
    const merges = learn(cutText('low lowest newer wider'), 4);
    expect(cut('lower', merges)).toBe(`low er${end}`);
  });

  test('a merge joins from the left, and every occurrence', () => {
    expect(mergeIn(['a', 'a', 'a'], { left: 'a', right: 'a' })).toEqual(['aa', 'a']);
    expect(mergeIn(['a', 'b', 'c', 'a', 'b'], { left: 'a', right: 'b' })).toEqual(['ab', 'c', 'ab']);
  });

  const texts = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '🙂'), minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(' '));

  test('characters are never lost, each merge takes away as many symbols as the pair was counted, less overlaps', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let words = cutText(text);
        const spelled = words.map(({ symbols }) => symbols.join(''));
        for (const pair of learn(words, 20)) {
          const size = (all: typeof words) =>
            all.reduce((sum, { symbols, count }) => sum + symbols.length * count, 0);
          const next = mergeAll(words, pair);
          expect(next.map(({ symbols }) => symbols.join(''))).toEqual(spelled);
          const fewer = size(words) - size(next);
          if (pair.left === pair.right) expect(fewer).toBeLessThanOrEqual(pair.count);
          else expect(fewer).toBe(pair.count);
          words = next;
        }
      }),
    );
  });

  test('a word of the text is cut as it stands in the text', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 20 }), (text, most) => {
        const merges = learn(cutText(text), most);
        const words = merges.reduce(mergeAll, cutText(text));
        for (const { symbols } of words)
          expect(cut(symbols.join('').slice(0, -end.length), merges)).toBe(symbols.join(' '));
      }),
    );
  });

  test('the best pair is a greatest one by brute force, the earliest of equals', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = cutText(text);
        const pairs = pairsOf(words);
        const greatest = Math.max(...pairs.map(({ count }) => count));
        expect(bestPair(words)).toEqual(pairs.find(({ count }) => count === greatest));
        const total = words.reduce((sum, { symbols, count }) => sum + (symbols.length - 1) * count, 0);
        expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      }),
    );
  });

  test('no words, no merges', () => {
    expect(learn(cutText('   '), 5)).toEqual([]);
    expect(bestPair([])).toBeUndefined();
  });
});

test('addresses: round trip, and nonsense reads as the first state', () => {
  const states = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '&', 'é') }).filter((text) => text.trim() !== ''),
    merges: fc.integer({ min: 0, max: 60 }),
    word: fc.string({ unit: fc.constantFrom('a', 'b', '%', 'é'), minLength: 1, maxLength: 20 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const changed = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
      const query = new URLSearchParams(changed as [string, string][]).toString();
      expect(figure.read(new URLSearchParams(query))).toEqual(state);
    }),
  );
  expect(figure.read(new URLSearchParams('text=+&merges=61&word='))).toEqual(figure.initial);
  expect(figure.read(new URLSearchParams('merges=-1'))).toEqual(figure.initial);
});

test('the description says vocabulary, tokens, the next pair and the cut word', () => {
  expect(figure.describe(figure.initial, undefined)).toBe(
    `After 5 merges the vocabulary has 11 + 5 = 16 symbols, and 54 of them write the 16 words of the text. Next, n and e would be joined, side by side 6 times. lowest becomes low est${end}.`,
  );
  expect(figure.describe({ ...figure.initial, word: 'xenon' }, undefined)).toContain('The text has no x.');
  expect(figure.describe({ ...figure.initial, merges: 60 }, undefined)).toContain('nothing left to join');
});
