import type { ColumnName, SortableRow } from '../catalog/table-columns.ts';
import { numbersOf } from '../catalog/table-filters.ts';
import type { Rows, RowValue } from './rows.ts';

/** A row of the table with what its file needs beside its cells. */
export interface ShownRow extends SortableRow {
  slug: string;
}

/** A column of the file. */
export interface ShownColumn {
  name: string;
  /** The column of the table with which it comes; undefined: it is always there. */
  of: ColumnName | undefined;
  /** What stands in it, in a few words. */
  meaning: string;
  value(row: ShownRow, shown: readonly ColumnName[]): RowValue;
}

/** The names that fields of an entry have in models.json, by the column that shows them. */
const fieldNames: Record<ColumnName, string> = {
  name: 'name',
  family: 'family',
  released: 'released',
  parameters: 'parameters',
  context: 'context',
  architecture: 'architecture',
  objective: 'objectives',
  lab: 'labs',
  weights: 'weights',
  license: 'license',
  commercial: 'commercial',
  modality: 'modalities',
  trait: 'traits',
};

/** A column with one slug, or one value that is written as it is. */
function plain(of: ColumnName, meaning: string): ShownColumn {
  return { name: fieldNames[of], of, meaning, value: ({ cells }) => cells[of].value || undefined };
}

/** A column of slugs. */
function listed(of: ColumnName, meaning: string): ShownColumn {
  const value = ({ cells }: ShownRow) => cells[of].value.split(' ').filter(Boolean);
  return { name: fieldNames[of], of, meaning, value };
}

function size(name: string, meaning: string, choose: (sizes: number[]) => number): ShownColumn {
  const value = (row: ShownRow) => {
    const sizes = numbersOf(row, 'parameters');
    return sizes.length > 0 ? choose(sizes) : undefined;
  };
  return { name, of: 'parameters', meaning, value };
}

/** A column that names those fields of the row of which something holds. */
function fields(
  name: string,
  meaning: string,
  holds: (cell: ShownRow['cells'][ColumnName]) => boolean,
): ShownColumn {
  const value = (row: ShownRow, shown: readonly ColumnName[]) =>
    shown.filter((column) => holds(row.cells[column])).map((column) => fieldNames[column]);
  return { name, of: undefined, meaning, value };
}

/** The columns of the file, in its order. */
export const shownColumns: readonly ShownColumn[] = [
  {
    name: 'slug',
    of: undefined,
    meaning: 'the model, as in its address and in models.json',
    value: ({ slug }) => slug,
  },
  { name: 'name', of: undefined, meaning: 'its name', value: ({ cells }) => cells.name.text },
  plain('family', 'its family'),
  plain('released', 'its date with the precision that is known: 2018-10-11, 2018-10 or 2018'),
  size('parametersLeast', 'parameters of the smallest variant, a whole number', (sizes) =>
    Math.min(...sizes),
  ),
  size('parametersMost', 'parameters of the largest variant', (sizes) => Math.max(...sizes)),
  {
    name: 'context',
    of: 'context',
    meaning: 'the longest context of any variant, in tokens',
    value: (row) => numbersOf(row, 'context')[0],
  },
  plain('architecture', 'encoder, decoder, encoder-decoder or other'),
  listed('objective', 'its objectives, with those of which they are a kind'),
  listed('lab', 'who made it'),
  plain('weights', 'open, gated (on request), api (a service) or none'),
  plain('license', 'the licence of the weights, or of the code where the weights have none'),
  plain('commercial', 'whether that licence allows commercial use: yes, conditions or no'),
  listed('modality', 'what goes in and comes out'),
  listed('trait', 'its traits'),
  fields(
    'undisclosed',
    'fields among the columns shown that the lab never said; other empty ones nobody has recorded',
    ({ value, missing }) => value === '' && missing === 'undisclosed',
  ),
  fields(
    'assumed',
    'fields that are taken for granted but published nowhere',
    ({ assumed }) => assumed === true,
  ),
  fields('approximate', 'numbers of which the source itself says about', ({ text }) => text.includes('≈')),
];

/**
 * Rows of the table for a file, a model a row. Vocabulary stands as slugs.
 * @param shown the columns of the table that are to be in it, beside the name
 */
export function shownRows(rows: readonly ShownRow[], shown: readonly ColumnName[]): Rows {
  const columns = shownColumns.filter(({ of }) => of === undefined || shown.includes(of));
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map(({ value }) => value(row, shown))),
  };
}
