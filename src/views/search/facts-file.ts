import type { Catalog } from '../../catalog/catalog.ts';
import type { QueryTerm } from '../../catalog/query-facets.ts';
import {
  columnNames,
  termColumns,
  type ColumnName,
  type SortableRow,
  type TermColumn,
} from '../../catalog/table-columns.ts';
import { columnTerms, tableRowOf } from '../../catalog/table-rows.ts';

/** Where the file of facts is. */
export const factsAddress = '/search/facts.json';

/** What a query may state, and which model it is true of; loaded once the names are there. */
export interface FactsFile {
  /** Every term that a model has. */
  terms: QueryTerm[];
  /** By column, in the order of the names: the values that the table filters by. */
  values: Record<Exclude<ColumnName, 'name'>, string[]>;
}

const columns = columnNames.filter((column) => column !== 'name');

function otherWords(catalog: Catalog, column: TermColumn, slug: string): readonly string[] {
  switch (column) {
    case 'lab':
      return catalog.labs.get(slug)?.aliases ?? [];
    case 'objective': {
      const { abbreviation, aliases } = catalog.objectives.get(slug)!;
      return abbreviation ? [abbreviation, ...aliases] : aliases;
    }
    case 'license': {
      const { spdx, aliases } = catalog.licenses.get(slug)!;
      return spdx ? [spdx, ...aliases] : aliases;
    }
    case 'modality':
      return catalog.modalities.get(slug)!.aliases;
    case 'trait':
      return catalog.traits.get(slug)!.aliases;
    default:
      return [];
  }
}

export function factsFile(catalog: Catalog): FactsFile {
  const rows = catalog.models.map((model) => tableRowOf(catalog, model));
  const listed = termColumns.filter((column) => column !== 'weights' && column !== 'commercial');
  return {
    terms: listed.flatMap((column) =>
      columnTerms(catalog, rows, column)
        .filter(({ value }) => column !== 'architecture' || value !== 'other')
        .map(({ value, label }) => ({
          column,
          slug: value,
          label,
          words: otherWords(catalog, column, value),
        })),
    ),
    values: Object.fromEntries(
      columns.map((column) => [column, rows.map(({ cells }) => cells[column].value)]),
    ) as FactsFile['values'],
  };
}

/** The rows as the table's filters take them. */
export function factRowsOf({ values }: FactsFile): SortableRow[] {
  return values.released.map((_, row) => {
    const cells = columnNames.map((column) => [
      column,
      { text: '', value: column === 'name' ? '' : values[column][row]! },
    ]);
    return { cells: Object.fromEntries(cells) as SortableRow['cells'] };
  });
}
