import { commercialUse, compareNames, sizeRange, type Catalog, type Model } from './catalog.ts';
import { termsOf } from './facets.ts';
import { normalName } from './names.ts';
import { countText, shortCountText, wholeText } from './number-text.ts';
import { noFilters, termCounts } from './table-filters.ts';
import {
  columnNames,
  valueOrder,
  type Cell,
  type ColumnName,
  type SortableRow,
  type TermColumn,
} from './table-columns.ts';

/** A model as a row of the table. */
export interface TableRow {
  model: Model;
  cells: Record<ColumnName, Cell>;
  /** The smallest and largest size as shown; `least` only where it is another one. */
  size: { least?: string; most: string } | undefined;
}

const accessTexts = { open: 'open', gated: 'on request', api: 'service', none: 'not released' } as const;

/** A term in lower case within a list, unless its first word is written in capitals. */
function midSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}

function listCell(
  terms: readonly string[],
  label: (term: string) => string,
  shortLabel: (term: string) => string = label,
): Cell {
  const [text, full] = [shortLabel, label].map((labelOf) => terms.map(labelOf).join(', ')) as [
    string,
    string,
  ];
  return { value: terms.join(' '), text, ...(full === text ? {} : { full }) };
}

function sizeText(model: Model, size: number): string {
  const approx = model.variants.some((variant) => variant.parameters === size && variant.approx);
  return (approx ? '≈' : '') + shortCountText(size);
}

function sizeOf(model: Model): TableRow['size'] {
  const range = sizeRange(model);
  if (!range) return undefined;
  const most = sizeText(model, range.most);
  return range.least === range.most ? { most } : { least: sizeText(model, range.least), most };
}

function parametersCell(model: Model, size: TableRow['size']): Cell {
  const sizes = model.variants.flatMap(({ parameters }) => (parameters === undefined ? [] : [parameters]));
  const inOrder = [...new Set(sizes)].sort((a, b) => a - b);
  if (size) {
    return {
      value: inOrder.map(countText).join(' '),
      text: size.least ? `${size.least} – ${size.most}` : size.most,
    };
  }
  const parts = model.variants.find((variant) => variant.parts)?.parts;
  if (!parts || model.undisclosed.includes('parameters')) return { value: '', text: '' };
  const full = parts.map(({ name, parameters }) => `${name} ${countText(parameters)}`).join(', ');
  return { value: '', text: 'in parts', full, missing: 'in parts' };
}

function contextCell(model: Model): Cell {
  const known = model.variants.filter(({ context }) => context !== undefined);
  if (known.length === 0) return { value: '', text: '' };
  const longest = known.reduce((a, b) => (b.context! > a.context! ? b : a));
  return { value: String(longest.context), text: (longest.approx ? '≈' : '') + wholeText(longest.context!) };
}

function licenseCell(catalog: Catalog, model: Model): Cell {
  const { weights, code } = model.license;
  const term = catalog.licenses.get(weights ?? code ?? '');
  if (!term) return { value: '', text: '' };
  const of = weights ? '' : ' (code)';
  return {
    value: term.slug,
    text: (term.spdx ?? term.label) + of,
    ...(term.spdx ? { full: term.label + of } : {}),
  };
}

function commercialCell(catalog: Catalog, model: Model): Cell {
  const use = commercialUse(catalog, model);
  if (use) return { value: use, text: use };
  const isLicensed = Boolean(model.license.weights ?? model.license.code);
  return isLicensed && model.weights === 'none'
    ? { value: '', text: accessTexts.none, missing: 'not released' }
    : { value: '', text: '' };
}

/** The field of an entry that says of a column whether it is undisclosed or assumed. */
const disclosedBy: Partial<Record<ColumnName, Model['undisclosed'][number]>> = {
  parameters: 'parameters',
  context: 'context',
  architecture: 'architecture',
  objective: 'objectives',
  license: 'license',
  commercial: 'license',
  modality: 'modalities',
  trait: 'traits',
};

/** Adds why a cell is empty, or that its value is assumed. A model without traits simply has none. */
function withStanding(model: Model, column: ColumnName, cell: Cell): Cell {
  const field = disclosedBy[column];
  if (cell.value) return field && model.assumed.includes(field) ? { ...cell, assumed: true } : cell;
  if (field && model.undisclosed.includes(field))
    return { value: '', text: 'undisclosed', missing: 'undisclosed' };
  if (cell.missing || column === 'trait') return cell;
  return { value: '', text: '—', missing: 'unrecorded' };
}

/** A model as a row of the table. */
export function tableRowOf(catalog: Catalog, model: Model): TableRow {
  const size = sizeOf(model);
  const stated = [...new Set([...model.objectives.pretraining, ...model.objectives.posttraining])];
  const objective = (slug: string) => midSentence(catalog.objectives.get(slug)!.label);
  const cells: Record<ColumnName, Cell> = {
    name: { text: model.name, value: [model.name, ...model.aliases].map(normalName).join(' ') },
    family: { text: catalog.families.get(model.family)!.label, value: model.family },
    released: { text: model.released.slice(0, 7), value: model.released },
    parameters: parametersCell(model, size),
    context: contextCell(model),
    architecture: listCell(
      model.architecture ? [model.architecture] : [],
      (slug) => catalog.architectures.get(slug)!.label,
    ),
    objective: {
      ...listCell(stated, objective, (slug) => catalog.objectives.get(slug)!.abbreviation ?? objective(slug)),
      value: termsOf(catalog, model, 'objectives').join(' '),
    },
    lab: listCell(model.labs, (slug) => catalog.labs.get(slug)!.label),
    weights: { text: model.weights ? accessTexts[model.weights] : '', value: model.weights ?? '' },
    license: licenseCell(catalog, model),
    commercial: commercialCell(catalog, model),
    modality: listCell(model.modalities, (slug) => midSentence(catalog.modalities.get(slug)!.label)),
    trait: listCell(model.traits, (slug) => midSentence(catalog.traits.get(slug)!.label)),
  };
  for (const column of columnNames) cells[column] = withStanding(model, column, cells[column]);
  return { model, cells, size };
}

/** A term by which a column can be filtered. */
export interface ColumnTerm {
  value: string;
  label: string;
  /** How many of the models have it. */
  count: number;
}

function termLabels(catalog: Catalog, column: TermColumn): Map<string, string> {
  const labelsOf = (terms: Map<string, { label: string }>) =>
    new Map([...terms].map(([slug, { label }]) => [slug, label]));
  switch (column) {
    case 'weights':
      return new Map(Object.entries(accessTexts));
    case 'commercial':
      return new Map([
        ['yes', 'allowed'],
        ['conditions', 'with conditions'],
        ['no', 'not allowed'],
      ]);
    case 'family':
      return labelsOf(catalog.families);
    case 'architecture':
      return labelsOf(catalog.architectures);
    case 'objective':
      return labelsOf(catalog.objectives);
    case 'lab':
      return labelsOf(catalog.labs);
    case 'license':
      return labelsOf(catalog.licenses);
    case 'modality':
      return labelsOf(catalog.modalities);
    case 'trait':
      return labelsOf(catalog.traits);
  }
}

/** The terms that occur in a column, by label, or in the order that the column has. */
export function columnTerms(
  catalog: Catalog,
  rows: readonly SortableRow[],
  column: TermColumn,
): ColumnTerm[] {
  const labels = termLabels(catalog, column);
  const order = valueOrder[column];
  return [...termCounts(rows, noFilters, column)]
    .map(([value, count]) => ({ value, label: labels.get(value) ?? value, count }))
    .sort((a, b) =>
      order ? order.indexOf(a.value) - order.indexOf(b.value) : compareNames(a.label, b.label),
    );
}
