/** What a column can be asked for: a text, terms to tick, or a range. */
export type ColumnFilter = 'text' | 'terms' | 'years' | 'parameters' | 'tokens';

/** The columns of the table, in its order, with how each is filtered. */
export const columnFilters = {
  name: 'text',
  family: 'terms',
  released: 'years',
  parameters: 'parameters',
  context: 'tokens',
  architecture: 'terms',
  objective: 'terms',
  lab: 'terms',
  weights: 'terms',
  license: 'terms',
  commercial: 'terms',
  modality: 'terms',
  trait: 'terms',
} as const satisfies Record<string, ColumnFilter>;

export type ColumnName = keyof typeof columnFilters;

type ColumnWith<Filter extends ColumnFilter> = {
  [Name in ColumnName]: (typeof columnFilters)[Name] extends Filter ? Name : never;
}[ColumnName];

/** A column filtered by ticking terms. */
export type TermColumn = ColumnWith<'terms'>;
/** A column filtered by a range. */
export type RangeColumn = ColumnWith<'years' | 'parameters' | 'tokens'>;

export const columnNames = Object.keys(columnFilters) as ColumnName[];
export const termColumns = columnNames.filter((name): name is TermColumn => columnFilters[name] === 'terms');
export const rangeColumns = columnNames.filter(
  (name): name is RangeColumn => name !== 'name' && columnFilters[name] !== 'terms',
);

/** The values of columns that neither letters nor numbers put in order, from first to last. */
export const valueOrder: Partial<Record<ColumnName, readonly string[]>> = {
  architecture: ['encoder', 'decoder', 'encoder-decoder', 'other'],
  weights: ['open', 'gated', 'api', 'none'],
  commercial: ['yes', 'conditions', 'no'],
};

/** What filters and orders a row: in each column what is shown, and the same for programs. */
export interface SortableRow {
  cells: Record<ColumnName, Pick<Readonly<Cell>, 'text' | 'value' | 'missing' | 'assumed'>>;
}

/**
 * Why a cell has no value: the lab never said; nobody has recorded it; only the sizes of parts are known; there is
 * nothing to use, commercially or else, as nothing was released.
 */
export type Missing = 'undisclosed' | 'unrecorded' | 'in parts' | 'not released';

/** A model in one column. */
export interface Cell {
  text: string;
  /** Slugs, counts, a date, normal names, with a space between two. Empty where there is no value. */
  value: string;
  /** The text in full, where it had to be shortened. */
  full?: string;
  missing?: Missing;
  /** Everyone takes it for granted, but nobody has published it. */
  assumed?: boolean;
}
