import { csvText } from './csv.ts';
import { dataLicense, jsonText } from './json-text.ts';

/** What a row has in a column. Undefined: nothing. */
export type RowValue = string | number | boolean | readonly (string | number)[] | undefined;

/** What a view shows, for a file. */
export interface Rows {
  columns: readonly string[];
  rows: readonly (readonly RowValue[])[];
}

/** A value as a field of CSV; several stand with a semicolon and a space between two. */
export function fieldText(value: RowValue): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('; ') : String(value);
}

/** Rows as CSV, the names of the columns first. */
export function rowsCsv({ columns, rows }: Rows): string {
  return csvText([columns, ...rows.map((row) => row.map(fieldText))]);
}

/** Rows as JSON, each an object; what there is not is left out. `view` is the address that shows them. */
export function rowsJson({ columns, rows }: Rows, view: string): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
  return jsonText({ view, license: dataLicense, rows: objects });
}
