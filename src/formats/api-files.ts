import { addresses, twinAddress, type TwinKind } from '../catalog/addresses.ts';
import { dataLicense, jsonText, schemaVersion } from './json-text.ts';

/** A file that can be taken away. */
export interface ApiFile {
  name: string;
  address: string;
  type: string;
  /** What it holds, in a few words. */
  about: string;
}

/** The files of all models, in the order in which they are listed. */
export const apiFiles: readonly ApiFile[] = [
  {
    name: 'models.json',
    address: addresses.modelsJson,
    type: 'application/json',
    about: 'every model with all its fields, evidence included',
  },
  {
    name: 'models.csv',
    address: addresses.modelsCsv,
    type: 'text/csv',
    about: 'a row a variant, with how well each fact is known and from where',
  },
  {
    name: 'evidence.csv',
    address: addresses.evidenceCsv,
    type: 'text/csv',
    about: 'a row for each fact and each source it rests on',
  },
  {
    name: 'models.bib',
    address: addresses.modelsBib,
    type: 'application/x-bibtex',
    about: 'every paper, and every entry of the catalog, for BibTeX',
  },
  {
    name: 'facets.json',
    address: addresses.facetsJson,
    type: 'application/json',
    about: 'the vocabulary: what each slug means, and the models that have it',
  },
  {
    name: 'model.schema.json',
    address: addresses.modelSchema,
    type: 'application/schema+json',
    about: 'the JSON Schema of a model, out of the schema that entries are checked with',
  },
  {
    name: 'corrections.json',
    address: addresses.correctionsJson,
    type: 'application/json',
    about: 'what the 2023 paper prints and what is right',
  },
];

/** The files of a single model. */
export const twins: Record<TwinKind, { type: string; about: string }> = {
  json: { type: 'application/json', about: 'a model just as models.json has it' },
  md: {
    type: 'text/markdown',
    about: 'all that its page says, as Markdown: facts with evidence, text, lineage, corrections, sources',
  },
  bib: { type: 'application/x-bibtex', about: 'its papers and its entry, for BibTeX' },
};

/** What there is, for programs that look for it. `site` ends without a slash. */
export function apiIndexJson(site: string): string {
  return jsonText({
    name: 'Transformer Catalog',
    schemaVersion,
    license: dataLicense,
    documentation: site + addresses.data,
    files: apiFiles.map(({ name, address, type, about }) => ({ name, url: site + address, type, about })),
    perModel: Object.entries(twins).map(([kind, { type, about }]) => ({
      name: `<slug>.${kind}`,
      url: site + twinAddress('{slug}', kind as TwinKind),
      type,
      about,
    })),
  });
}
