import { z } from 'zod';
import { addresses, modelAddress } from '../catalog/addresses.ts';
import type { Catalog, Model } from '../catalog/catalog.ts';
import { model } from '../schema/model.ts';
import { slugOf } from '../schema/slug.ts';
import { jsonText } from './json-text.ts';

/** What is published of a model: the fields of its entry under their own names, vocabulary as slugs, and its place. */
export const publishedModelSchema = z.strictObject({
  slug: slugOf('a model').describe('The name of its file and of its address'),
  url: z.url().describe('Its page'),
  branch: slugOf('a branch').describe('The branch of its family, which carries the hue'),
  ...model.shape,
});

export type PublishedModel = z.output<typeof publishedModelSchema>;

/**
 * A model as published.
 * @param site the address of the site with its base and without a slash at its end
 */
export function publishedModel(
  { body: _body, branch, hue: _hue, slug, ...entry }: Model,
  site: string,
): PublishedModel {
  return { slug, url: site + modelAddress(slug), branch, ...entry };
}

/** The models of a catalog as they are published, by slug. */
export function publishedModels(catalog: Catalog, site: string): PublishedModel[] {
  return catalog.models.map((one) => publishedModel(one, site)).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The JSON Schema of a published model, out of the schema that entries are checked with. */
export function modelSchemaJson(site: string): string {
  const { $schema, ...schema } = z.toJSONSchema(publishedModelSchema, { io: 'output' });
  return jsonText({
    $schema,
    $id: site + addresses.modelSchema,
    title: 'A model of the Transformer Catalog',
    description:
      'One member of `models` in models.json, and the whole of models/<slug>.json. What is unknown is absent; numbers are exact; words of the vocabulary are slugs, which facets.json explains.',
    ...schema,
  });
}
