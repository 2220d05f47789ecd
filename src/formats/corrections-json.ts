import { correctionRows } from '../catalog/corrections.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { dataLicense, jsonText, schemaVersion } from './json-text.ts';

/** Every correction of the 2023 paper as one JSON text, in the order of the page. */
export function correctionsJson(catalog: Catalog): string {
  const corrections = correctionRows(catalog).map(({ address: _address, slug, ...row }) => ({
    model: slug ?? null,
    ...row,
  }));
  return jsonText({ schemaVersion, license: dataLicense, paper: 'arxiv:2302.07730', corrections });
}
