import { expect, test } from 'vitest';
import { addressesIn, equationIds, figureNames, tagsIn } from '../../src/catalog/explainers.ts';

test('tags are found with their place; what stands in code is none', () => {
  const body = 'a `<X> b <Figure name="no">`\n\n<Figure name="masks">caption</Figure> <Eq id="one" /> `<Y>`';
  expect(tagsIn(body).map(({ name, line, column }) => [name, line, column])).toEqual([
    ['Figure', 3, 1],
    ['Eq', 3, 39],
  ]);
  expect(figureNames(body)).toEqual(['masks']);
  expect(equationIds(body)).toEqual([]);
});

test('the pages a text leads to: by links and by lists of models, each once, without question and fragment', () => {
  const body =
    '[a](/models/bert/) [b](/models/bert/#lineage) [c](/learn/x/?a.b=c#d) [e](https://example.org/) <Models facet="objectives" term="mlm" />';
  expect(addressesIn(body)).toEqual(['/models/bert/', '/learn/x/', '/objectives/mlm/']);
});
