import { normalName } from './names.ts';
import {
  rangeColumns,
  termColumns,
  type ColumnName,
  type RangeColumn,
  type SortableRow,
  type TermColumn,
} from './table-columns.ts';
import { isWithin, monthsOf, typedCount, type Range } from './typed-ranges.ts';

/** What is asked of the rows: all of it must hold; of the terms of one column, any. */
export interface Filters {
  /** Part of the name or of another name. */
  name: string;
  terms: Partial<Record<TermColumn, string[]>>;
  ranges: Partial<Record<RangeColumn, Range>>;
}

export const noFilters: Filters = { name: '', terms: {}, ranges: {} };

function valuesOf(row: SortableRow, column: ColumnName): string[] {
  const { value } = row.cells[column];
  return value === '' ? [] : value.split(' ');
}

/** The counts in a column of a row. */
export function numbersOf(row: SortableRow, column: 'parameters' | 'context'): number[] {
  return valuesOf(row, column).map((value) => typedCount(value)!);
}

/** One filter in use. */
interface Test {
  column: ColumnName;
  holds(row: SortableRow): boolean;
}

/** What is unknown lies in no range; a date of which the year alone is known lies in one that holds the whole year. */
function holdsRange(row: SortableRow, column: RangeColumn, range: Range): boolean {
  if (column !== 'released') return numbersOf(row, column).some((value) => isWithin(range, value));
  return isWithin(range, ...monthsOf(row.cells.released.value));
}

/** The filters in use, in the order of the bar. */
function testsOf({ name, terms, ranges }: Filters): Test[] {
  const tests: Test[] = [];
  const asked = normalName(name);
  if (asked) tests.push({ column: 'name', holds: (row) => row.cells.name.value.includes(asked) });
  for (const column of termColumns) {
    const chosen = terms[column];
    if (!chosen?.length) continue;
    const holds = (row: SortableRow) => {
      const values = valuesOf(row, column);
      return chosen.some((term) => values.includes(term));
    };
    tests.push({ column, holds });
  }
  for (const column of rangeColumns) {
    const range = ranges[column];
    if (range) tests.push({ column, holds: (row) => holdsRange(row, column, range) });
  }
  return tests;
}

/** Says of a row whether it has all that is asked; `except` leaves one column aside. */
export function matcherOf(filters: Filters, except?: ColumnName): (row: SortableRow) => boolean {
  const tests = testsOf(filters).filter(({ column }) => column !== except);
  return (row) => tests.every(({ holds }) => holds(row));
}

/** The rows that have all that is asked. */
export function matchingRows<Row extends SortableRow>(rows: readonly Row[], filters: Filters): Row[] {
  return rows.filter(matcherOf(filters));
}

/** How many rows each term of a column would leave, with the other columns' filters as they are. */
export function termCounts(
  rows: readonly SortableRow[],
  filters: Filters,
  column: TermColumn,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows.filter(matcherOf(filters, column))) {
    for (const value of valuesOf(row, column)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Filters to give up together, and how many rows there would then be. */
export interface Drop {
  columns: ColumnName[];
  rows: number;
}

/**
 * Where no row has all that is asked: the smallest sets of filters without which there would be rows, those that
 * bring back most first. Each row names the set that stands in its way; of these the smallest are offered.
 */
export function dropsFor(rows: readonly SortableRow[], filters: Filters): Drop[] {
  const tests = testsOf(filters);
  const inTheWay = new Map<string, { columns: ColumnName[]; rows: number }>();
  for (const row of rows) {
    const columns = tests.filter(({ holds }) => !holds(row)).map(({ column }) => column);
    const known = inTheWay.get(columns.join());
    if (known) known.rows++;
    else inTheWay.set(columns.join(), { columns, rows: 1 });
  }
  const sets = [...inTheWay.values()];
  const fewest = Math.min(...sets.map(({ columns }) => columns.length));
  if (fewest === 0 || sets.length === 0) return [];
  return sets.filter(({ columns }) => columns.length === fewest).sort((a, b) => b.rows - a.rows);
}

/** Filters without those of some columns. */
export function withoutColumns<State extends Filters>(state: State, columns: readonly ColumnName[]): State {
  const keep = ([column]: [string, unknown]) => !columns.includes(column as ColumnName);
  return {
    ...state,
    name: columns.includes('name') ? '' : state.name,
    terms: Object.fromEntries(Object.entries(state.terms).filter(keep)),
    ranges: Object.fromEntries(Object.entries(state.ranges).filter(keep)),
  };
}
