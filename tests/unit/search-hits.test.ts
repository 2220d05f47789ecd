import { describe, expect, test, vi } from 'vitest';
import { findNames } from '../../src/catalog/find-names.ts';
import { nameIndex } from '../../src/catalog/name-index.ts';
import type { Answer } from '../../src/views/search/answers.ts';
import type { NameRow } from '../../src/views/search/name-rows.ts';

// The address below which the site stands is read from the page.
vi.stubGlobal('document', { body: { dataset: { base: '/' } } });
const { groupsOf } = await import('../../src/views/search/hit-groups.ts');
const { unknownName } = await import('../../src/views/search/answer-words.ts');

const row = (name: string, aliases: string[] = []): NameRow => ({
  name,
  slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  aliases,
  variants: [],
});
const rows = [
  row('ERNIE (Tsinghua)', ['ERNIE']),
  row('ERNIE (Baidu)', ['ERNIE']),
  row('ERNIE-ViL'),
  row('BERT'),
];
const index = nameIndex(rows);

function answer(query: string): Answer {
  return {
    names: findNames(index, query),
    models: undefined,
    texts: [],
    missing: [],
    hasTexts: true,
    isComplete: true,
  };
}

describe('several models of one name', () => {
  test('are all shown, before others, and none is opened unasked', () => {
    const [same, others] = groupsOf(answer('ernie'), 9);
    expect(same!.heading).toBe('2 models of that name');
    expect(same!.hits.map(({ href }) => href)).toEqual(['/models/ernie-tsinghua-/', '/models/ernie-baidu-/']);
    expect(others!.hits.map(({ href }) => href)).toEqual(['/models/ernie-vil/']);
    expect([...same!.hits, ...others!.hits].some(({ isSure }) => isSure)).toBe(false);
  });

  test('are names like others as long as they are not spelled out', () => {
    expect(groupsOf(answer('ern'), 9).map(({ heading }) => heading)).toEqual(['Names']);
    expect(groupsOf(answer('ernie baidu'), 9)[0]!.hits[0]!.isSure).toBe(true);
  });
});

test('what has no such name can be proposed, what has cannot', () => {
  expect(unknownName(answer('zzzqqq'), 'zzzqqq')).toBe('zzzqqq');
  expect(unknownName(answer('bxxrt'), 'bxxrt')).toBe('bxxrt');
  expect(unknownName(answer('bertt'), 'bertt')).toBe('');
  expect(unknownName(answer('bert'), 'bert')).toBe('');
  expect(unknownName({ ...answer('zzzqqq'), isComplete: false }, 'zzzqqq')).toBe('');
});
