import { expect, test } from 'vitest';
import { expertModels } from '../../src/catalog/expert-models.ts';
import { cacheBytesPerToken, decoderCaches } from '../../src/catalog/key-value-cache.ts';
import { vocabularySizes } from '../../src/catalog/vocabulary-sizes.ts';
import { siteCatalog } from './site-catalog.ts';

const catalog = await siteCatalog();

test('OPT-13B keeps 800 KiB a token at 16 bits, as Kwon et al. 2023 work out in section 3', () => {
  const opt = catalog.bySlug.get('opt')!.variants.find(({ name }) => name === '13B')!;
  expect(cacheBytesPerToken(opt.config!, 2)).toBe(2 * 5120 * 40 * 2);
  expect(cacheBytesPerToken(opt.config!, 2)! / 1024).toBe(800);
});

test('fewer key and value heads shrink it in proportion; what is not said gives no number', () => {
  const config = { layers: 32, width: 4096, heads: 32 };
  expect(cacheBytesPerToken(config, 2)).toBe(524_288);
  expect(cacheBytesPerToken({ ...config, keyValueHeads: 8 }, 2)).toBe(131_072);
  expect(cacheBytesPerToken({ ...config, headSize: 256 }, 1)).toBe(524_288);
  expect(cacheBytesPerToken({ layers: 32, width: 4096 }, 2)).toBeUndefined();
});

test('one row for each decoder with a configuration, in order, each from its own numbers', () => {
  const caches = decoderCaches(catalog);
  expect(new Set(caches.map(({ model }) => model.slug)).size).toBe(caches.length);
  expect(caches.map(({ model }) => model.slug)).toEqual(
    expect.arrayContaining(['llama', 'gpt-2', 'mixtral-8x7b']),
  );
  caches.forEach(({ model, perToken }, at) => {
    expect(model.architecture).toBe('decoder');
    if (at > 0) expect(perToken).toBeLessThanOrEqual(caches[at - 1]!.perToken);
  });
});

test('a model that keeps something else than keys and values of every layer is no row', () => {
  const llama = catalog.bySlug.get('llama')!;
  const withTraits = (...traits: string[]) => ({ ...catalog, models: [{ ...llama, traits }] });
  expect(decoderCaches(withTraits())).toHaveLength(1);
  for (const trait of ['recurrence', 'hybrid', 'latent-attention'])
    expect(decoderCaches(withTraits(trait)), trait).toEqual([]);
});

test('vocabularies: every recorded size once, with the models that share it', () => {
  const sizes = vocabularySizes(catalog);
  const recorded = catalog.models.flatMap(({ slug, variants }) =>
    variants.flatMap(({ config }) => (config?.vocabulary ? [`${slug} ${config.vocabulary}`] : [])),
  );
  const shown = sizes.flatMap(({ tokens, models }) => models.map(({ slug }) => `${slug} ${tokens}`));
  expect(shown.toSorted()).toEqual([...new Set(recorded)].toSorted());
  const gpt2 = sizes.find(({ tokens }) => tokens === 50257)!;
  expect(gpt2.models.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['gpt-2', 'dialogpt']));
});

test('experts: each recorded size, with the share that a token uses', () => {
  const rows = expertModels(catalog);
  const mixtral = rows.find(
    ({ model, variant }) => model.slug === 'mixtral-8x7b' && variant.name === '8x7B',
  )!;
  expect(mixtral.share).toBeCloseTo(12.9 / 46.7, 10);
  expect(rows.find(({ model }) => model.slug === 'switch')!.share).toBeUndefined();
  for (const { model, variant, share } of rows) {
    // What only one of several variants has is no trait of the model.
    const withExperts = model.variants.filter(({ config }) => config?.experts !== undefined);
    if (withExperts.length > 1 || model.variants.length === 1)
      expect(model.traits, model.slug).toContain('mixture-of-experts');
    expect(variant.config!.activeExperts!).toBeLessThan(variant.config!.experts!);
    if (share !== undefined) expect(share).toBeLessThan(1);
  }
});
