import { conceptAddress, facetAddress } from '../catalog/addresses.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { facetsOf } from '../catalog/facets.ts';
import { hues } from '../schema/branch.ts';
import { dataLicense, jsonText, schemaVersion } from './json-text.ts';

/**
 * The vocabulary with the models that have each term: what the slugs in the other files mean. A term has the fields
 * of its own entry beside `slug`, `url` and `models`, which are slugs, the oldest model first. A year may have no entry.
 */
export function facetsJson(catalog: Catalog, site: string): string {
  const facets = facetsOf(catalog).map(({ name, label, description, terms }) => ({
    name,
    label,
    description,
    url: site + facetAddress(name),
    terms: terms.map(({ slug, models, ...term }) => {
      const { body: _body, ...entry } = { body: '', ...term, ...catalog[name].get(slug) };
      return {
        ...entry,
        slug,
        url: site + facetAddress(name, slug),
        models: models.map((model) => model.slug),
      };
    }),
  }));
  const branches = [...catalog.branches.values()]
    .sort((a, b) => hues.indexOf(a.hue) - hues.indexOf(b.hue))
    .map(({ slug, label, description }) => ({ slug, label, description }));
  const concepts = [...catalog.concepts.values()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, body: _body, ...concept }) => ({ ...concept, slug, url: site + conceptAddress(slug) }));
  return jsonText({ schemaVersion, license: dataLicense, facets, branches, concepts });
}
