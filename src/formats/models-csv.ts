import { modelAddress } from '../catalog/addresses.ts';
import { commercialUse, type Catalog, type Model } from '../catalog/catalog.ts';
import { lastChangeOf } from '../catalog/published-pages.ts';
import { covers, knownOf } from '../catalog/facts.ts';
import { config } from '../schema/variant.ts';
import type { Variant } from '../schema/variant.ts';
import { csvText } from './csv.ts';
import { fieldText, type RowValue } from './rows.ts';

/** What a record of the file is made of: a variant, or a model that has none recorded. */
interface Row {
  catalog: Catalog;
  model: Model;
  variant: Variant | undefined;
  site: string;
}

/** A column of the file. */
export interface VariantColumn {
  name: string;
  /** What stands in it, in a few words. */
  meaning: string;
  value(row: Row): string;
}

function plain(name: string, meaning: string, value: (row: Row) => RowValue): VariantColumn {
  return { name, meaning, value: (row) => fieldText(value(row)) };
}

/** Several texts in one field. Unlike slugs, texts have semicolons of their own. */
export const betweenTexts = ' | ';

function texts(name: string, meaning: string, value: (row: Row) => readonly string[] | undefined) {
  return plain(name, meaning, (row) => value(row)?.join(betweenTexts));
}

function parentName({ model, concept, external }: Model['extends'][number]): string {
  return model ?? concept ?? `external: ${external!}`;
}

/**
 * A value with two columns after it: how well it is known, and from which sources.
 * @param path of the fact in evidence: of the variant, where it begins with a dot, else of the model
 * @param withheldAs the field under which an entry lists it as undisclosed or assumed
 */
function known(
  name: string,
  path: string,
  meaning: string,
  value: (row: Row) => RowValue,
  withheldAs = path.replace(/^\./, ''),
): VariantColumn[] {
  const knowledge = ({ model, variant }: Row) => {
    if (!path.startsWith('.')) return knownOf(model, path);
    return (variant && knownOf(model, `variants.${variant.name}${path}`)) ?? knownOf(model, withheldAs);
  };
  /** What is known of other variants says nothing of a variant without a value. */
  const isAbout = (row: Row) =>
    fieldText(value(row)) !== '' || row.model.undisclosed.some((field) => covers(field, withheldAs));
  return [
    plain(name, meaning, value),
    plain(`${name}Known`, `how well ${name} is known`, (row) =>
      isAbout(row) ? knowledge(row)?.knowledge : undefined,
    ),
    plain(`${name}Sources`, `the sources that ${name} rests on`, (row) =>
      isAbout(row) ? [...new Set(knowledge(row)?.evidence.map(({ source }) => source))] : undefined,
    ),
  ];
}

const configColumns = (Object.keys(config.shape) as (keyof typeof config.shape)[]).map((field) =>
  plain(
    field,
    `of the configuration: ${(config.shape[field].description ?? field).toLowerCase()}`,
    ({ variant }) => variant?.config?.[field],
  ),
);

/** The columns of the file, in its order. */
export const variantColumns: readonly VariantColumn[] = [
  plain('slug', 'the model, as in its address and in the other files', ({ model }) => model.slug),
  plain('name', 'its name', ({ model }) => model.name),
  plain('variant', 'the size or release; empty where none is recorded', ({ variant }) => variant?.name),
  plain('url', 'its page', ({ model, site }) => site + modelAddress(model.slug)),
  plain('family', 'its family', ({ model }) => model.family),
  plain('branch', 'the branch of its family', ({ model }) => model.branch),
  texts('aliases', 'other names of the model', ({ model }) => model.aliases),
  texts('variantAliases', 'other names of the variant', ({ variant }) => variant?.aliases),
  ...known(
    'released',
    'released',
    'the model’s date with the precision that is known: 2018-10-11, 2018-10 or 2018',
    ({ model }) => model.released,
  ),
  ...known(
    'variantReleased',
    '.released',
    'the variant’s date, where it is another one',
    ({ variant }) => variant?.released,
  ),
  ...known(
    'parameters',
    '.parameters',
    'parameters of the variant, a whole number',
    ({ variant }) => variant?.parameters,
  ),
  ...known(
    'active',
    '.active',
    'parameters that one token uses, where they are fewer',
    ({ variant }) => variant?.active,
  ),
  plain('approximate', 'true where the source itself says about', ({ variant }) => variant?.approx),
  plain('parts', 'sizes of parts, where no total is known', ({ variant }) =>
    variant?.parts?.map(({ name, parameters }) => `${name} ${parameters}`),
  ),
  ...known('context', '.context', 'the longest input, in tokens', ({ variant }) => variant?.context),
  ...configColumns,
  ...known('config', '.config', 'true where a configuration is recorded', ({ variant }) =>
    variant?.config ? true : undefined,
  ),
  ...known(
    'architecture',
    'architecture',
    'encoder, decoder, encoder-decoder or other',
    ({ model }) => model.architecture,
  ),
  ...known('traits', 'traits', 'what sets its architecture apart', ({ model }) => model.traits),
  ...known(
    'pretraining',
    'objectives.pretraining',
    'objectives of pretraining',
    ({ model }) => model.objectives.pretraining,
  ),
  ...known(
    'posttraining',
    'objectives.posttraining',
    'objectives after pretraining',
    ({ model }) => model.objectives.posttraining,
  ),
  ...known('modalities', 'modalities', 'what goes in and comes out', ({ model }) => model.modalities),
  ...known('applications', 'applications', 'what it is used for', ({ model }) =>
    model.applications.join(betweenTexts),
  ),
  ...known('corpus', 'corpus', 'what it was trained on', ({ model }) => model.corpus.join(betweenTexts)),
  ...known('extends', 'extends', 'its parents, the main one first', ({ model }) =>
    model.extends.map(parentName),
  ),
  ...known('labs', 'labs', 'who made it', ({ model }) => model.labs),
  ...known(
    'weights',
    'weights',
    'open, gated (on request), api (a service) or none',
    ({ model }) => model.weights,
  ),
  ...(['code', 'weights', 'data'] as const).flatMap((what) =>
    known(
      `license${what[0]!.toUpperCase()}${what.slice(1)}`,
      `license.${what}`,
      `the licence of the ${what}`,
      ({ model }) => model.license[what],
    ),
  ),
  plain(
    'commercial',
    'whether the licence allows commercial use: yes, conditions or no',
    ({ catalog, model }) => commercialUse(catalog, model),
  ),
  ...known('papers', 'papers', 'its papers, by arXiv, DOI, address or title', ({ model }) =>
    model.papers.map(({ arxiv, doi, url, title }) =>
      arxiv ? `arxiv:${arxiv}` : doi ? `doi:${doi}` : (url ?? title),
    ),
  ),
  plain('undisclosed', 'fields that the lab never said', ({ model }) => model.undisclosed),
  plain('assumed', 'fields that are taken for granted but published nowhere', ({ model }) => model.assumed),
  plain('unresolved', 'facts that were looked for and could not be settled', ({ model }) =>
    model.unresolved.map((row) => row.for),
  ),
  plain('supersededBy', 'the model that took its place', ({ model }) => model.supersededBy ?? undefined),
  plain('added', 'the day on which the entry was added', ({ model }) => model.added),
  plain('changed', 'the day on which the entry was last changed', ({ model }) => lastChangeOf(model)),
];

/**
 * Every variant of every model as CSV, the names of the columns first. Vocabulary stands as slugs; several values
 * are parted by semicolons, several texts by bars; what is not recorded is empty.
 */
export function modelsCsv(catalog: Catalog, site: string): string {
  const models = catalog.models.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const rows = models.flatMap((model): Row[] =>
    (model.variants.length > 0 ? model.variants : [undefined]).map((variant) => ({
      catalog,
      model,
      variant,
      site,
    })),
  );
  return csvText([
    variantColumns.map(({ name }) => name),
    ...rows.map((row) => variantColumns.map(({ value }) => value(row))),
  ]);
}
