import type { Evidence } from '../schema/evidence.ts';
import type { PrintedField } from '../schema/correction.ts';
import { facetAddress, type FacetName } from './addresses.ts';
import { commercialUse, type Catalog, type Model } from './catalog.ts';
import { knownOf, type Knowledge } from './facts.ts';
import { countText, dateText, wholeText } from './number-text.ts';

/** One value of a row: text, perhaps a link, perhaps a quiet word after it. */
export interface FactValue {
  text: string;
  address?: string;
  after?: string;
}

/** A row of the facts: what | value | how it is known. */
export interface FactRow {
  label: string;
  /** Name of the fact in evidence. */
  path: string;
  values: FactValue[];
  knowledge: Knowledge | undefined;
  evidence: Evidence[];
  undisclosed: boolean;
  assumed: boolean;
  /** Why it could not be settled, where it could not. */
  unresolved: string[];
  /** The 2023 paper prints it otherwise. */
  corrected: boolean;
}

/** What a row of facts shows of any model. */
export interface RowPlan {
  label: string;
  /** Name of the fact in evidence. */
  path: string;
  printed?: PrintedField;
  values: (catalog: Catalog, model: Model) => FactValue[];
}

const accessWords = {
  open: 'open',
  gated: 'on request',
  api: 'through a service only',
  none: 'not released',
} as const;

function terms(catalog: Catalog, facet: Exclude<FacetName, 'years'>, slugs: readonly string[]): FactValue[] {
  return slugs.map((slug) => ({ text: catalog[facet].get(slug)!.label, address: facetAddress(facet, slug) }));
}

const eventWords = {
  paper: 'paper',
  weights: 'weights',
  service: 'service',
  code: 'code',
  announcement: 'announcement',
} as const;

function dateValues({ released, dates }: Model): FactValue[] {
  const events = Object.entries(dates).flatMap(([event, date]) =>
    date ? [{ event: eventWords[event as keyof typeof eventWords], date }] : [],
  );
  const byDate = new Map<string, string[]>([[released, []]]);
  for (const { event, date } of events) byDate.set(date, [...(byDate.get(date) ?? []), event]);
  return [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, names]) => ({ text: dateText(date), after: names.join(', ') }));
}

function sizeValues({ variants }: Model): FactValue[] {
  return variants.flatMap(({ name, parameters, active, approx, parts }) => {
    const about = approx ? 'about ' : '';
    if (parameters !== undefined) {
      const ofWhich = active === undefined ? '' : `, ${countText(active)} active`;
      return [
        {
          text: about + countText(parameters),
          after:
            variants.length > 1 && !name.startsWith(countText(parameters))
              ? name + ofWhich
              : ofWhich.slice(2),
        },
      ];
    }
    if (!parts?.length) return [];
    return parts.map((part) => ({
      text: about + countText(part.parameters),
      after: variants.length > 1 ? `${part.name}, ${name}` : part.name,
    }));
  });
}

function contextValues({ variants }: Model): FactValue[] {
  const namesByContext = new Map<number, string[]>();
  for (const { name, context } of variants) {
    if (context !== undefined) namesByContext.set(context, [...(namesByContext.get(context) ?? []), name]);
  }
  const several = namesByContext.size > 1;
  return [...namesByContext].map(([context, names]) => ({
    text: `${wholeText(context)} tokens`,
    after: several ? names.join(', ') : '',
  }));
}

const commercialWords = {
  yes: 'commercial use allowed',
  no: 'no commercial use',
  conditions: 'commercial use with conditions',
} as const;

/** The licences of a model, each with what it is for. */
export function licenseValues(catalog: Catalog, model: Model): FactValue[] {
  const whatByTerm = new Map<string, string[]>();
  for (const [what, term] of Object.entries(model.license)) {
    if (term) whatByTerm.set(term, [...(whatByTerm.get(term) ?? []), what]);
  }
  return [...whatByTerm].map(([term, what]) => ({
    text: catalog.licenses.get(term)!.label,
    address: facetAddress('licenses', term),
    after: what.join(', '),
  }));
}

/** The same, the decisive one with whether it allows commercial use. */
function licenseValuesWithUse(catalog: Catalog, model: Model): FactValue[] {
  const decisive = model.license.weights ?? model.license.code;
  const use = commercialUse(catalog, model);
  return licenseValues(catalog, model).map((value) =>
    use && decisive && value.address === facetAddress('licenses', decisive)
      ? { ...value, after: `${value.after}; ${commercialWords[use]}` }
      : value,
  );
}

const plain = (texts: readonly string[]): FactValue[] => texts.map((text) => ({ text }));

/** The rows of a model’s page, in its order. */
export const factPlans: readonly RowPlan[] = [
  {
    label: 'Architecture',
    path: 'architecture',
    printed: 'architecture',
    values: (catalog, { architecture }) =>
      terms(catalog, 'architectures', architecture ? [architecture] : []),
  },
  { label: 'Traits', path: 'traits', values: (catalog, { traits }) => terms(catalog, 'traits', traits) },
  {
    label: 'Pretraining',
    path: 'objectives.pretraining',
    printed: 'tasks',
    values: (catalog, { objectives }) => terms(catalog, 'objectives', objectives.pretraining),
  },
  {
    label: 'Post-training',
    path: 'objectives.posttraining',
    values: (catalog, { objectives }) => terms(catalog, 'objectives', objectives.posttraining),
  },
  {
    label: 'Modalities',
    path: 'modalities',
    values: (catalog, { modalities }) => terms(catalog, 'modalities', modalities),
  },
  { label: 'Trained on', path: 'corpus', printed: 'corpus', values: (_, { corpus }) => plain(corpus) },
  {
    label: 'Used for',
    path: 'applications',
    printed: 'application',
    values: (_, { applications }) => plain(applications),
  },
  { label: 'Parameters', path: 'parameters', printed: 'parameters', values: (_, model) => sizeValues(model) },
  { label: 'Context', path: 'context', values: (_, model) => contextValues(model) },
  { label: 'Released', path: 'released', printed: 'date', values: (_, model) => dateValues(model) },
  {
    label: 'Labs',
    path: 'labs',
    printed: 'lab',
    values: (catalog, { labs }) => terms(catalog, 'labs', labs),
  },
  {
    label: 'Weights',
    path: 'weights',
    values: (_, { weights }) => plain(weights ? [accessWords[weights]] : []),
  },
  { label: 'Licence', path: 'license', printed: 'license', values: licenseValuesWithUse },
];

/** Rows that are left out where nothing is recorded: most models have no traits and no post-training. */
const optional = new Set(['traits', 'objectives.posttraining']);

function isListed(list: readonly string[], path: string): boolean {
  return list.some((field) => path === field || path.startsWith(`${field}.`));
}

function concerns(fact: string, path: string): boolean {
  if (fact === path || fact.startsWith(`${path}.`)) return true;
  if (path === 'released') return fact.startsWith('dates.');
  if (path === 'context' || path === 'config')
    return fact.startsWith('variants.') && fact.endsWith(`.${path}`);
  return (
    path === 'parameters' &&
    (fact === 'variants' || (fact.startsWith('variants.') && !/\.(context|config|released)$/.test(fact)))
  );
}

const meantOtherwise = new Set(['wrong', 'missing']);

/** A row of facts of a model, with how it is known. */
export function factRowOf(
  catalog: Catalog,
  model: Model,
  { label, path, printed, values }: RowPlan,
): FactRow {
  const known = knownOf(model, path);
  return {
    label,
    path,
    values: values(catalog, model),
    knowledge: known?.knowledge,
    evidence: known?.evidence ?? [],
    undisclosed: isListed(model.undisclosed, path),
    assumed: isListed(model.assumed, path),
    unresolved: model.unresolved.filter((row) => concerns(row.for, path)).map(({ why }) => why),
    corrected: model.corrections.some((row) => row.field === printed && meantOtherwise.has(row.verdict)),
  };
}

/** The facts of a model, row by row, each with how it is known. */
export function factRows(catalog: Catalog, model: Model): FactRow[] {
  return factPlans
    .map((plan) => factRowOf(catalog, model, plan))
    .filter((row) => !optional.has(row.path) || row.values.length > 0 || row.undisclosed);
}

/** Numbers the sources of a model as its page lists them: evidence of the same source and reading shares a number. */
export function sourceNumbers({ evidence }: Model): Map<Evidence, number> {
  const key = ({ source, read }: Evidence) => `${source} ${read ?? ''}`;
  const keys = [...new Set(evidence.map(key))];
  return new Map(evidence.map((row) => [row, keys.indexOf(key(row)) + 1]));
}
