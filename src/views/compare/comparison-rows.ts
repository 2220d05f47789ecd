import {
  cellRemarks,
  type ComparedCell,
  type ComparedModel,
  type ComparedRow,
} from '../../catalog/comparison.ts';
import type { Rows } from '../../formats/rows.ts';

function valueTexts(cell: ComparedCell): string[] {
  return [
    ...cell.values.map(({ text, after }) => (after ? `${text} (${after})` : text)),
    ...cellRemarks(cell),
  ];
}

/**
 * A comparison for a file, a field a row: for each model its values, how well they are known, and the numbers of the
 * sources on its page.
 */
export function comparisonRows(models: readonly ComparedModel[], rows: readonly ComparedRow[]): Rows {
  return {
    columns: [
      'field',
      'label',
      'group',
      'standing',
      ...models.flatMap(({ slug }) => [slug, `${slug}Known`, `${slug}Sources`]),
    ],
    rows: rows.map(({ field, label, group, standing, cells }) => [
      field,
      label,
      group,
      standing,
      ...cells.flatMap((cell) => [valueTexts(cell), cell.knowledge, cell.sources ?? []]),
    ]),
  };
}
