/** A year of the axis, from its beginning to its end or to the last date. */
export interface AxisYear {
  year: number;
  x: number;
  width: number;
  /** What of the year the axis shows: 1, or less for the last. */
  length: number;
}

/** Something dated that hangs on a line. */
export interface Dated {
  /** In years; see `yearsOf`. */
  date: number;
  /** The line it hangs on: its parent. */
  line: string;
}

/** The share of the axis that is dealt out evenly over the years; the rest goes to the years by their models. */
const evenShare = 0.5;

/**
 * The years of a time axis: each as wide as it is full, and as wide as the line with the most branches in that year
 * needs. Time runs evenly within a year.
 * @param width what the axis should take; it becomes wider where the branches need it
 * @param gap the least distance between two branches of a line
 */
export function axisYears(items: readonly Dated[], width: number, gap: number): AxisYear[] {
  if (items.length === 0) return [];
  const dates = items.map(({ date }) => date);
  const [first, last] = [Math.floor(Math.min(...dates)), Math.max(...dates)];
  const span = Math.max(last - first, 1 / 12);
  const years = Array.from({ length: Math.floor(last) - first + 1 }, (_, index) => {
    const year = first + index;
    const here = items.filter(({ date }) => Math.floor(date) === year);
    const fullest = Math.max(
      0,
      ...Map.groupBy(here, ({ line }) => line)
        .values()
        .map(({ length }) => length),
    );
    const length = Math.min(1, Math.max(last - year, 1 / 12));
    const share = (evenShare * length) / span + ((1 - evenShare) * here.length) / items.length;
    return { year, length, share, least: fullest * gap };
  });
  // Years that need more than their share take it; the others divide what is left.
  const isFixed = new Set<number>();
  const widths = years.map(() => 0);
  for (;;) {
    const free = years.filter((_, index) => !isFixed.has(index));
    const taken = years.reduce((sum, { least }, index) => sum + (isFixed.has(index) ? least : 0), 0);
    const shares = free.reduce((sum, { share }) => sum + share, 0);
    const rest = Math.max(0, width - taken);
    let hasChanged = false;
    for (const [index, { share, least }] of years.entries()) {
      const wanted = shares > 0 ? (rest * share) / shares : 0;
      if (isFixed.has(index)) continue;
      widths[index] = Math.max(wanted, least);
      if (wanted < least) {
        isFixed.add(index);
        hasChanged = true;
      }
    }
    if (!hasChanged) break;
  }
  let x = 0;
  return years.map(({ year, length }, index) => {
    const placed = { year, length, x, width: widths[index]! };
    x += placed.width;
    return placed;
  });
}

/** The place of a date on the axis; dates beyond it lie at its ends. */
export function placeOn(years: readonly AxisYear[], date: number): number {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last || date < first.year) return 0;
  const { x, width, year, length } = years.find((one) => one.year === Math.floor(date)) ?? last;
  return x + width * Math.min(1, (date - year) / length);
}
