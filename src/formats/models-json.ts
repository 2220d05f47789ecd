import type { Catalog, Model } from '../catalog/catalog.ts';
import { dataLicense, jsonText, schemaVersion } from './json-text.ts';
import { publishedModel, publishedModels } from './published-model.ts';

/**
 * All models as one JSON text. Holds data only and no time, so that two builds of the same content are identical.
 * @param site the address of the site with its base and without a slash at its end
 */
export function modelsJson(catalog: Catalog, site: string): string {
  return jsonText({ schemaVersion, license: dataLicense, models: publishedModels(catalog, site) });
}

/** A model alone, just as models.json has it. */
export function modelJson(model: Model, site: string): string {
  return jsonText(publishedModel(model, site));
}
