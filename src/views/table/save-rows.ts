import type { ColumnName } from '../../catalog/table-columns.ts';
import { modelsCsv } from '../../formats/models-csv.ts';
import type { PageRow } from './table-grid.ts';

function slugOf({ element }: PageRow): string {
  return element.querySelector('a')!.pathname.split('/').at(-2)!;
}

/** Hands rows of the table to the reader as a file. */
export function saveRows(rows: readonly PageRow[], columns: readonly ColumnName[]): void {
  const csv = modelsCsv(
    rows.map((row) => ({ slug: slugOf(row), cells: row.cells })),
    columns,
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  link.download = 'transformer-catalog.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
