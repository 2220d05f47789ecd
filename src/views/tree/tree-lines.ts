import { labelOffset, type PlacedNode } from './tree-layout.ts';

/** Height of a row. A name that stands on a line reaches into the row before it; this leaves both legible. */
export const rowHeight = 24;
/** Space above the first row and below the last, for the years. */
export const margin = 26;

/** The middle of a row. */
export function rowY(row: number): number {
  return margin + (row + 0.5) * rowHeight;
}

/** Where a label is set, counted from the middle of its mark. */
export function labelPoint(node: Pick<PlacedNode, 'label' | 'towards'>): {
  x: number;
  y: number;
  end: boolean;
} {
  if (node.label === 'before') return { x: -labelOffset, y: 4, end: true };
  if (node.label === 'after') return { x: labelOffset, y: 4, end: false };
  return { x: labelOffset - 3, y: node.towards === 'above' ? 12 : -5, end: false };
}

/** A number with at most one decimal. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The line from a mark to the last of its branches; undefined where it has none. */
export function branchLine({ x, row, lineEnd }: PlacedNode): string | undefined {
  return lineEnd === undefined ? undefined : `M${short(x + 3)} ${rowY(row)}H${short(lineEnd)}`;
}

/** The vertical from the parent's line to the mark of a branch. */
export function descentLine({ x, row }: PlacedNode, parent: PlacedNode, isHollow: boolean): string {
  const towards = Math.sign(row - parent.row);
  return `M${short(x)} ${rowY(parent.row)}V${short(rowY(row) - towards * (isHollow ? 4 : 1))}`;
}

/** The line from a further parent, which is drawn when its child is pointed at: it leaves along the time axis and arrives along it. */
export function furtherLine(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const bend = Math.max(24, (to.x - from.x) / 2);
  return `M${short(from.x + 5)} ${from.y}C${short(from.x + bend)} ${from.y} ${short(to.x - bend)} ${to.y} ${short(to.x - 7)} ${to.y}`;
}
