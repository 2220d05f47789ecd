import { labelWidth } from './time-axis.ts';

/** Something to be labelled on a time axis. */
export interface Labelled {
  /** Place on the axis, in the drawing's units. */
  x: number;
  label: string;
}

/** The same with the row it was put in; 0 is nearest to the axis. */
export type Placed<Item> = Item & { row: number };

const markWidth = 18;
const gap = 12;

/**
 * Puts each item into the first row in which its mark and label touch no other.
 * A label stands right of its mark; `right` is the end of the drawing, where it turns to the left.
 */
export function labelRows<Item extends Labelled>(
  items: readonly Item[],
  right: number,
): Placed<Item & { left: boolean }>[] {
  const ends: number[] = [];
  return [...items]
    .sort((a, b) => a.x - b.x || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .map((item) => {
      const width = markWidth + labelWidth(item.label);
      const left = item.x + width > right;
      const from = left ? item.x - width : item.x - markWidth / 2;
      const to = left ? item.x + markWidth / 2 : item.x + width;
      let row = ends.findIndex((end) => end + gap <= from);
      if (row < 0) row = ends.length;
      ends[row] = Math.max(to, ends[row] ?? 0);
      return { ...item, left, row };
    });
}
