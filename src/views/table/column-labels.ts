import type { ColumnName } from '../../catalog/table-columns.ts';

/** The heads of the columns; the filters carry the same words. */
export const columnLabels: Record<ColumnName, string> = {
  name: 'Name',
  family: 'Family',
  released: 'Released',
  parameters: 'Parameters',
  context: 'Context',
  architecture: 'Architecture',
  objective: 'Objectives',
  lab: 'Labs',
  weights: 'Weights',
  license: 'Licence',
  commercial: 'Commercial',
  modality: 'Modalities',
  trait: 'Traits',
};

const directions: Partial<Record<ColumnName, readonly [ascending: string, descending: string]>> = {
  released: ['oldest first', 'newest first'],
  parameters: ['smallest first', 'largest first'],
  context: ['shortest first', 'longest first'],
  architecture: ['encoders first', 'encoders last'],
  weights: ['open first', 'open last'],
  commercial: ['allowed first', 'allowed last'],
};

/** In which direction a column is sorted, in words. */
export function directionText(column: ColumnName, isDescending: boolean): string {
  return (directions[column] ?? ['A to Z', 'Z to A'])[Number(isDescending)]!;
}
