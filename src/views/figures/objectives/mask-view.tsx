import type { Mask } from '../masks/masks.ts';

const side = 240;

/** The mask in small: a row for each position that reads, dark where it may read. `border` parts what is read both ways. */
export function MaskView({
  mask,
  border,
  label,
}: {
  mask: Mask;
  border?: number | undefined;
  label: string;
}) {
  const cell = side / mask.length;
  const at = (index: number) => (index * cell).toFixed(2);
  // Neighbours in a row are one piece, which keeps the drawing small.
  const rows = mask.flatMap((row, i) =>
    row.flatMap((reads, j) => {
      if (!reads || row[j - 1]) return [];
      let last = j;
      while (row[last + 1]) last++;
      const width = (last - j + 1) * cell;
      return [`M${at(j)} ${at(i)}h${width.toFixed(2)}v${cell.toFixed(2)}h-${width.toFixed(2)}z`];
    }),
  );
  return (
    <svg
      class="objectives-mask"
      viewBox={`-1 -1 ${side + 2} ${side + 2}`}
      width={side}
      height={side}
      role="img"
      aria-label={label}
    >
      <path class="sees" shape-rendering="crispEdges" d={rows.join('')} />
      <path class="hair" d={`M0 0h${side}v${side}H0Z`} />
      {border !== undefined && border > 0 && border < mask.length && (
        <path class="border" d={`M${at(border)} 0v${side}M0 ${at(border)}h${side}`} />
      )}
    </svg>
  );
}
