import { compareNames } from './catalog.ts';
import { numbersOf } from './table-filters.ts';
import { valueOrder, type ColumnName, type SortableRow } from './table-columns.ts';

/** A column to sort by. */
export interface SortKey {
  column: ColumnName;
  descending: boolean;
}

type Comparable = readonly number[] | string;

/** What a row is sorted by in a column; undefined where it has no value. */
function comparableOf(row: SortableRow, column: ColumnName): Comparable | undefined {
  const { value, text } = row.cells[column];
  if (value === '') return undefined;
  const order = valueOrder[column];
  if (order) return [order.indexOf(value)];
  if (column === 'released') return value;
  if (column === 'parameters' || column === 'context') return numbersOf(row, column).reverse();
  return text;
}

function compare(a: Comparable, b: Comparable, column: ColumnName): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return column === 'released' ? (a < b ? -1 : a > b ? 1 : 0) : compareNames(a, b);
  }
  // Sizes: by the largest, then by the next; of two that agree, the one with fewer comes first.
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = Number(a[at] ?? -1) - Number(b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rows in order of the keys. What has no value comes last in both directions; equals keep their places. */
export function sortedRows<Row extends SortableRow>(rows: readonly Row[], keys: readonly SortKey[]): Row[] {
  const decorated = rows.map((row) => ({ row, by: keys.map(({ column }) => comparableOf(row, column)) }));
  decorated.sort((a, b) => {
    for (const [at, { column, descending }] of keys.entries()) {
      const [left, right] = [a.by[at], b.by[at]];
      if (left === undefined || right === undefined) {
        if (left !== right) return left === undefined ? 1 : -1;
        continue;
      }
      const difference = compare(left, right, column);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
  return decorated.map(({ row }) => row);
}
