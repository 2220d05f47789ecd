import type { Largest, Shares, YearCount } from '../../catalog/glance.ts';
import { sizeDomainOf, sizeMarks, sizePlace } from '../strip/size-scale.ts';

/**
 * Charts are laid out in units that are pixels on the narrowest screen and a little more on wider ones,
 * so that a letter of 11 is never smaller than that.
 */
export const chartWidth = 288;

/** A letter of 11 units is this wide at most. */
const letterWidth = 6.6;

/** The middle of a year's column, and the name that has room under it: "2019", or "19" where columns are narrow. */
export interface YearPlace {
  year: string;
  x: number;
  label: string;
}

/** Places years in columns of equal width. */
export function yearPlaces(years: readonly YearCount[]): YearPlace[] {
  const step = chartWidth / years.length;
  const isNarrow = step < 4 * letterWidth + 3;
  return years.map(({ year }, at) => ({
    year,
    x: (at + 0.5) * step,
    label: isNarrow ? year.slice(2) : year,
  }));
}

/** A bar that stands on a baseline, with the number above it. */
export interface Bar {
  x: number;
  /** The upper end; the baseline where there is nothing. */
  top: number;
  label: string;
}

export interface ColumnsDrawing {
  height: number;
  baseline: number;
  barWidth: number;
  places: YearPlace[];
  bars: Bar[];
}

const numberHeight = 14;
const yearHeight = 18;

function barWidth(count: number): number {
  return Math.min(14, (chartWidth / count) * 0.45);
}

/** Models per year as bars, from zero, the fullest year as high as `room`. */
export function columnsDrawing(years: readonly YearCount[], room = 84): ColumnsDrawing {
  const most = Math.max(...years.map(({ count }) => count), 1);
  const baseline = numberHeight + room;
  const places = yearPlaces(years);
  return {
    height: baseline + yearHeight,
    baseline,
    barWidth: barWidth(years.length),
    places,
    bars: years.map(({ count }, at) => ({
      x: places[at]!.x,
      top: baseline - (count / most) * room,
      label: count === 0 ? '' : String(count),
    })),
  };
}

/** A row of bars for one part: how much of each year's models it is. */
export interface ShareRow {
  key: string | undefined;
  label: string;
  /** Where the label stands. */
  labelY: number;
  baseline: number;
  bars: Bar[];
}

export interface SharesDrawing {
  height: number;
  barWidth: number;
  /** A bar of all models of a year is this high. */
  room: number;
  places: (YearPlace & { of: string })[];
  rows: ShareRow[];
}

/** A share as a whole number of hundredths; what is there at all is never called 0, nor all but all 100. */
export function percent(count: number, total: number): string {
  if (count === 0 || total === 0) return '0%';
  const rounded = Math.round((100 * count) / total);
  return `${count === total ? 100 : Math.min(99, Math.max(1, rounded))}%`;
}

/** The parts of each year's models in rows, one above the other: the bars of a year add up to `room`. */
export function sharesDrawing({ years, parts }: Shares, room = 28): SharesDrawing {
  const labelHeight = 15;
  const rowHeight = labelHeight + numberHeight + room + 10;
  const places = yearPlaces(years);
  const rows = parts.map(({ key, label, counts }, row) => {
    const top = row * rowHeight;
    const baseline = top + labelHeight + numberHeight + room;
    return {
      key,
      label,
      labelY: top + 11,
      baseline,
      bars: counts.map((count, at) => ({
        x: places[at]!.x,
        top: baseline - (years[at]!.count === 0 ? 0 : (count / years[at]!.count) * room),
        label: count === 0 ? '' : percent(count, years[at]!.count).slice(0, -1),
      })),
    };
  });
  return {
    height: parts.length * rowHeight - 10 + yearHeight + 14,
    barWidth: barWidth(years.length),
    room,
    places: places.map((place, at) => ({ ...place, of: `of ${years[at]!.count}` })),
    rows,
  };
}

/** A year's largest model: its line of text, and its dot on the scale below it. */
export interface LargestRow {
  largest: Largest;
  textY: number;
  scaleY: number;
  /** Undefined where no model of the year has a number. */
  x: number | undefined;
}

/** Where names begin, right of the years. */
export const nameX = 38;

/** A name as far as it has room before the number at the end of its line; the table has it in full. */
export function fittedName(name: string, number: string): string {
  const room = Math.floor((chartWidth - nameX - number.length * letterWidth) / 7.2) - 1;
  return name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`;
}

export interface LargestDrawing {
  height: number;
  axisY: number;
  /** The ends of the scale. */
  from: number;
  to: number;
  marks: { x: number; label: string | undefined }[];
  rows: LargestRow[];
}

const largestRowHeight = 30;
const dotRoom = 6;

/** The largest model of each year, year by year downwards, on one log scale. */
export function largestDrawing(years: readonly Largest[]): LargestDrawing {
  const domain = sizeDomainOf(years.flatMap(({ largest }) => largest?.parameters ?? []));
  const [from, to] = [dotRoom, chartWidth - dotRoom];
  const x = (place: number) => from + place * (to - from);
  const axisY = years.length * largestRowHeight;
  return {
    height: axisY + 16,
    axisY,
    from,
    to,
    marks: sizeMarks(domain).map(({ place, label }) => ({ x: x(place), label })),
    rows: years.map((largest, at) => ({
      largest,
      textY: at * largestRowHeight + 12,
      scaleY: at * largestRowHeight + 22,
      x: largest.largest && x(sizePlace(domain, largest.largest.parameters)),
    })),
  };
}
