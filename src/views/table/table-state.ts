import { nearest } from '../../catalog/edit-distance.ts';
import {
  columnNames,
  rangeColumns,
  termColumns,
  type ColumnName,
  type RangeColumn,
  type TermColumn,
} from '../../catalog/table-columns.ts';
import type { Filters } from '../../catalog/table-filters.ts';
import type { SortKey } from '../../catalog/table-order.ts';
import { rangeText, typedRange, type Range } from '../../catalog/typed-ranges.ts';

/** What a reader has made of the table: all that its address says. */
export interface TableState extends Filters {
  /** Empty: as the page was written. */
  sort: SortKey[];
  /** The columns beside the name; undefined: as many as fit. */
  columns: ColumnName[] | undefined;
}

export const plainState: TableState = { name: '', terms: {}, ranges: {}, sort: [], columns: undefined };

/** A part of an address that means nothing here. */
export interface Ignored {
  what: string;
  /** The nearest that would mean something, or how it should be written. */
  hint?: string;
}

/** The terms that each column can be asked for. */
export type KnownTerms = Partial<Record<TermColumn, readonly string[]>>;

const parameterNames: readonly string[] = [...columnNames, 'sort', 'columns'];
const rangeForms: Record<RangeColumn, string> = {
  released: '2019..2021 or 2019-05..2021-03',
  parameters: '1B..10B',
  context: '8000..32000',
};

/** So many ignored parts are named; of further ones there is only the number. */
const saidAtMost = 4;

function isOneOf<Name extends string>(names: readonly Name[], text: string): text is Name {
  return (names as readonly string[]).includes(text);
}

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

/** A range as it is written in an address; a hyphen stands between two years or two counts, else within a month. */
function readRange(column: RangeColumn, text: string): Range | undefined {
  const between = column === 'released' ? /\.\.+|[…–]|(?<=^\d{4})-(?=\d{4}$)/ : /\.\.+|[…–-]/;
  const [from = '', to = from] = text.split(between);
  return typedRange(column, from, to);
}

/** Reads a query string. Never throws: what it can't read it leaves out, and says so. */
export function parseState(query: string, known: KnownTerms): { state: TableState; ignored: Ignored[] } {
  const state: TableState = { name: '', terms: {}, ranges: {}, sort: [], columns: undefined };
  const ignored: Ignored[] = [];
  const ignore = (what: string, value: string, candidates: readonly string[]) => {
    const near = ignored.length < saidAtMost ? nearest(value, candidates) : undefined;
    ignored.push(near ? { what, hint: `nearest: ${near}` } : { what });
  };

  /** Hands on those values of a list that are known, each once. */
  const readList = <Name extends string>(name: string, list: string, candidates: readonly Name[]): Name[] => {
    const values = new Set<Name>();
    for (const written of list.split(',')) {
      const value = written.trim().toLowerCase();
      if (isOneOf(candidates, value)) values.add(value);
      else if (value) ignore(`${name} ${quoted(value)}`, value, candidates);
    }
    return [...values];
  };

  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'name') {
      state.name = value.trim();
    } else if (name === 'columns') {
      const columns = readList(name, value, columnNames);
      if (columns.length > 0)
        state.columns = columnNames.filter((column) => column !== 'name' && columns.includes(column));
    } else if (name === 'sort') {
      for (const key of value.split(',').filter(Boolean)) {
        const descending = key.trim().startsWith('-');
        const [column] = readList(name, key.trim().slice(Number(descending)), columnNames);
        if (column && !state.sort.some((other) => other.column === column))
          state.sort.push({ column, descending });
      }
    } else if (isOneOf(termColumns, name)) {
      const terms = new Set([...(state.terms[name] ?? []), ...readList(name, value, known[name] ?? [])]);
      if (terms.size > 0) state.terms[name] = [...terms];
    } else if (isOneOf(rangeColumns, name)) {
      const range = readRange(name, value.trim());
      if (range && Object.keys(range).length > 0) state.ranges[name] = range;
      else ignored.push({ what: `${name} ${quoted(value)}`, hint: `expected: ${rangeForms[name]}` });
    } else {
      ignore(quoted(name), name, parameterNames);
    }
  }
  return { state, ignored };
}

/** Prints a state as a query string that parseState reads as the same state; empty where there is nothing to say. */
export function printState({ name, terms, ranges, sort, columns }: TableState): string {
  const parts: string[] = [];
  if (name) parts.push(String(new URLSearchParams({ name })));
  for (const column of termColumns) {
    if (terms[column]?.length) parts.push(`${column}=${terms[column].join(',')}`);
  }
  for (const column of rangeColumns) {
    if (ranges[column]) parts.push(`${column}=${rangeText(column, ranges[column], '..')}`);
  }
  if (sort.length > 0) {
    parts.push(`sort=${sort.map(({ column, descending }) => (descending ? '-' : '') + column).join(',')}`);
  }
  if (columns) parts.push(`columns=${['name', ...columns].join(',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** One line about what was ignored; empty where nothing was. */
export function ignoredText(ignored: readonly Ignored[]): string {
  if (ignored.length === 0) return '';
  const said = ignored.slice(0, 4).map(({ what, hint }) => (hint ? `${what} (${hint})` : what));
  const more = ignored.length > saidAtMost ? `, and ${ignored.length - saidAtMost} more` : '';
  return `Not understood in this page’s address and ignored: ${said.join(', ')}${more}.`;
}
