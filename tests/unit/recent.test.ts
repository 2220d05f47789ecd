import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostRecent, parseRecent, withRecent } from '../../src/views/search/recent.ts';

test('what was opened last is first, and nothing stands twice', () => {
  const bert = { title: 'BERT', href: '/models/bert/' };
  const gato = { title: 'Gato', href: '/models/gato/' };
  expect(withRecent([bert, gato], gato)).toEqual([gato, bert]);
  let pages = [bert];
  for (let at = 0; at < 20; at++) pages = withRecent(pages, { title: `${at}`, href: `/${at}/` });
  expect(pages).toHaveLength(mostRecent);
  expect(pages[0]!.title).toBe('19');
});

test.for([
  null,
  '',
  'x',
  '{}',
  '3',
  '[3,null,{}]',
  '[{"title":"x","href":"javascript:alert(1)"}]',
  '[{"title":"x","href":"//evil.example/"}]',
  '[{"title":"","href":"/"}]',
])('kept by something else: %s is nothing', (kept) => expect(parseRecent(kept)).toEqual([]));

test('whatever is kept can be read; what was kept comes back', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (kept) => void parseRecent(kept)));
  const page = fc.record({ title: fc.string({ minLength: 1 }), href: fc.stringMatching(/^\/[a-z]+\/$/) });
  fc.assert(
    fc.property(fc.array(page, { maxLength: mostRecent }), (pages) => {
      expect(parseRecent(JSON.stringify(pages))).toEqual(pages);
    }),
  );
});
