import { shortDateText } from '../../catalog/number-text.ts';

/** Widths of letters set in 12 px of the sans stack, in pixels: the widest among the fonts that it names. */
const letterWidths: readonly (readonly [letters: string, width: number])[] = [
  ["ijl.,:;!'’· /", 3.5],
  ['I()[]-tf', 4.2],
  ['r"', 4.9],
  ['ckszJvxy?–', 6.5],
  ['abdeghnopqu0123456789', 7.15],
  ['ABCDEFHKLNPRSTUVXYZ', 8.3],
  ['GOQw', 9.1],
  ['Mm%', 10.8],
  ['W@', 11.9],
];
const widthOf = new Map(letterWidths.flatMap(([letters, width]) => [...letters].map((one) => [one, width])));

/** Width of a label set in 12 px of the sans stack, on the wide side, in pixels. Unknown letters count as wide. */
export function labelWidth(label: string): number {
  let width = 0;
  for (const letter of label) width += widthOf.get(letter) ?? 9.1;
  return width;
}

/** A label that is no wider than a number of pixels, cut with an ellipsis where it must be. */
export function fittedLabel(label: string, width: number): string {
  if (labelWidth(label) <= width) return label;
  let cut = [...label];
  while (cut.length > 1 && labelWidth(cut.join('')) + 12 > width) cut = cut.slice(0, -1);
  return `${cut.join('').trimEnd()}…`;
}

/** A partial date as a number of years: 2019-07-26 is 2019.57. Without day or month, the middle of what is known. */
export function yearsOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) return year! + 0.5;
  return year! + (month - 1 + ((day ?? 15.5) - 1) / 31) / 12;
}

/** A stretch of time, in years. */
export interface TimeSpan {
  start: number;
  end: number;
}

/** The stretch that shows all of these dates: it begins and ends with a quarter of a year. */
export function spanOf(dates: readonly string[]): TimeSpan {
  const years = dates.map(yearsOf);
  if (years.length === 0) return { start: 2017, end: 2018 };
  const start = Math.floor(years.reduce((a, b) => Math.min(a, b)) * 4) / 4;
  const last = years.reduce((a, b) => Math.max(a, b));
  return { start, end: Math.max(start + 0.25, Math.ceil(last * 4 + 1e-9) / 4) };
}

/** The stretch from the beginning of one month to the end of another, months as 2023-02. */
export function spanOfMonths(from: string, to: string): TimeSpan {
  const [start, end] = [from, to].map((month) => {
    const [year, number] = month.split('-').map(Number);
    return year! + (number! - 1) / 12;
  }) as [number, number];
  return { start, end: end + 1 / 12 };
}

/** A mark of the time axis. */
export interface Tick {
  /** In years. */
  at: number;
  label: string;
  /** The year that begins here. */
  year?: number;
}

/** So many years or fewer are divided into months. */
const longestInMonths = 2.6;

/** The years of a stretch of time, or its months where it is short. What begins before the stretch is marked at its start. */
export function ticksOf({ start, end }: TimeSpan): Tick[] {
  const ticks: Tick[] = [];
  if (end - start > longestInMonths) {
    for (let year = Math.floor(start); year < end - 1e-9; year++) {
      // The first year, cut short, has its label only where the next one leaves room for it.
      if (year < start && year + 1 - start < 0.3) continue;
      ticks.push({ at: Math.max(year, start), label: String(year), year });
    }
    return ticks;
  }
  const step = end - start > 1.3 ? 3 : 1;
  const first = Math.round(start * 12);
  for (let month = first; month < end * 12 - 1e-6; month++) {
    if (month % step !== 0 && month !== first) continue;
    const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
    const text = shortDateText(`${year}-${String(number).padStart(2, '0')}`);
    const isNamed = number === 1 || month === first;
    const label = isNamed ? text : text.slice(0, 3);
    ticks.push({ at: month / 12, label, ...(number === 1 && { year }) });
  }
  return ticks;
}

/** The place of a time on an axis from one x to another. */
export function timeScale({ start, end }: TimeSpan, from: number, to: number): (years: number) => number {
  return (years) => from + ((years - start) / (end - start)) * (to - from);
}
