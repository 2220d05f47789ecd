import { expect, test } from 'vitest';
import { inWorker } from '../../scripts/lib/in-worker.ts';

const editDistance = import.meta.resolve('../../src/catalog/edit-distance.ts');

test('a thread gives back what the function returns', async () => {
  expect(await inWorker(editDistance, 'nearest', 'bart', ['bert', 'gpt'])).toBe('bert');
});

test('what the function throws is thrown', async () => {
  await expect(inWorker(editDistance, 'noSuchFunction')).rejects.toThrow(/is not a function/);
});

test('a module that is not there is an error, not a wait', async () => {
  await expect(inWorker(import.meta.resolve('./not-there.ts'), 'anything')).rejects.toThrow(/not-there/);
});
