import { columnNames, type ColumnName, type Missing, type SortableRow } from '../../catalog/table-columns.ts';

/** A row of the page, read once from its cells. */
export interface PageRow extends SortableRow {
  element: HTMLTableRowElement;
}

/** What a cell holds. Its text is read when it is first asked for: sorting needs it, filtering does not. */
function cellContent(cell: HTMLElement | undefined) {
  return {
    value: cell?.dataset['v'] ?? '',
    missing: cell?.dataset['missing'] as Missing | undefined,
    assumed: cell?.dataset['assumed'] !== undefined,
    get text(): string {
      return (cell?.querySelector('a') ?? cell)?.textContent?.trim() ?? '';
    },
  };
}

/** The heads of a table's columns; those that only draw something have no name and are left out. */
export function columnHeads(table: HTMLTableElement): Map<ColumnName, HTMLTableCellElement> {
  return new Map(
    [...table.tHead!.rows[0]!.cells].flatMap((head) => {
      const column = head.dataset['column'] as ColumnName | undefined;
      return column ? [[column, head]] : [];
    }),
  );
}

/** The rows of a table of models, with empty cells for columns that it does not have. */
export function pageRows(table: HTMLTableElement): PageRow[] {
  const places = new Map([...columnHeads(table)].map(([name, head]) => [name, head.cellIndex]));
  return Array.from(table.tBodies[0]!.rows, (element) => {
    const { cells } = element;
    const contents = columnNames.map((name) => [name, cellContent(cells[places.get(name) ?? Infinity])]);
    return { element, cells: Object.fromEntries(contents) as PageRow['cells'] };
  });
}

/** The model of a row, by the address of its page. */
export function slugOf({ element }: PageRow): string {
  return element.querySelector('a')!.pathname.split('/').at(-2)!;
}
