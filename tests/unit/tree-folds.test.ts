import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allFolds,
  hiddenIn,
  parseFolds,
  printFolds,
  unfoldedFor,
  unknownText,
} from '../../src/views/tree/tree-folds.ts';

const parents = {
  root: undefined,
  bert: 'root',
  roberta: 'bert',
  'xlm-r': 'roberta',
  gpt: 'root',
  t5: 'root',
  t0: 't5',
};
const family = new Map(Object.entries(parents).map(([id, parent]) => [id, { id, parent }]));
const stems = ['root', 'bert', 'roberta', 't5'];

test('what is printed is read as the same, and the rest of the address stays', () => {
  fc.assert(
    fc.property(fc.subarray(stems), (names) => {
      const query = printFolds('?q=a b&folded=old', new Set(names));
      expect(parseFolds(query, family)).toEqual({ folded: new Set(names), unknown: [] });
      expect(new URLSearchParams(query).get('q')).toBe('a b');
    }),
  );
  expect(printFolds('?folded=bert', new Set())).toBe('');
  expect(printFolds('', new Set(['t5', 'bert']))).toBe('?folded=bert,t5');
});

test('names that mean nothing get a line with the nearest that would', () => {
  const { folded, unknown } = parseFolds('?folded=T5, brt ,gpt,,nonsense', family);
  expect(folded).toEqual(new Set(['t5']));
  expect(unknown).toEqual([
    { name: 'brt', nearest: 'bert' },
    { name: 'gpt', nearest: undefined },
    { name: 'nonsense', nearest: undefined },
  ]);
  expect(unknownText(unknown)).toContain('“brt” (nearest: bert)');
  expect(unknownText([])).toBe('');
});

test('a folded node hides all that descends from it, and nothing else', () => {
  expect(hiddenIn(family, new Set(['bert']))).toEqual(new Set(['roberta', 'xlm-r']));
  expect(hiddenIn(family, new Set())).toEqual(new Set());
});

test('to see a node, only what hides it is unfolded', () => {
  expect(unfoldedFor(family, new Set(['bert', 'roberta', 't5']), 'xlm-r')).toEqual(new Set(['t5']));
  expect(unfoldedFor(family, new Set(['bert']), 'bert')).toEqual(new Set(['bert']));
});

test('all is folded down to the families of the root', () => {
  expect(allFolds(family)).toEqual(new Set(['bert', 't5']));
});
