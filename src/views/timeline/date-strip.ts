import { labelRows } from './label-rows.ts';
import { fittedLabel, timeScale, yearsOf, type Tick, type TimeSpan } from './time-axis.ts';
import { shortDateText } from '../../catalog/number-text.ts';

/** A name to be put on a strip of dates. */
export interface StripItem {
  id: string;
  label: string;
  /** A partial date. */
  date: string;
}

/** A name with its place. */
export interface StripMark {
  id: string;
  /** The label as far as there is room for it. */
  label: string;
  x: number;
  y: number;
  /** Whether the label stands left of the mark. */
  isLeft: boolean;
}

/** Names on one time axis, in as few rows as they need. */
export interface DateStrip {
  width: number;
  height: number;
  /** By date. */
  marks: StripMark[];
  ticks: (Tick & { x: number })[];
}

const rowHeight = 20;
/** What a mark takes beside its label, with the space between them. */
const markRoom = 18;
/** Room for "2019" or "Apr" and the space before the next. */
export const tickRoom = 38;
/** Months between two ticks. */
const steps = [1, 3, 6, 12] as const;

/** The stretch of whole years that holds all of these dates. */
export function wholeYears(dates: readonly string[]): TimeSpan {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return { start: Math.min(...years), end: Math.max(...years) + 1 };
}

/**
 * The ticks of a stretch of whole years, as close as their labels have room: months, quarters, halves or years. January
 * bears the number of its year, and its own name where there is but one year.
 * @param width of the axis, in pixels
 */
export function wholeYearTicks({ start, end }: TimeSpan, width: number): Tick[] {
  const month = width / ((end - start) * 12);
  const step = steps.find((months) => months * month >= tickRoom) ?? 12;
  return Array.from({ length: Math.ceil(((end - start) * 12) / step) }, (_, index) => {
    const [year, number] = [start + Math.floor((index * step) / 12), ((index * step) % 12) + 1];
    const at = year + (number - 1) / 12;
    if (number === 1 && end - start > 1) return { at, label: String(year), year };
    const name = shortDateText(`${year}-${String(number).padStart(2, '0')}`).slice(0, 3);
    return { at, label: name, ...(number === 1 && { year }) };
  });
}

/**
 * Lays out names on an axis of whole years. Each stands at its date in the first row in which its mark and label touch
 * no other, and none reaches beyond the drawing.
 * @param span holds the dates of all items
 */
export function dateStrip(items: readonly StripItem[], span: TimeSpan, width: number): DateStrip {
  const x = timeScale(span, 0, width);
  const placed = labelRows(
    items.map(({ id, label, date }) => {
      const at = Math.min(Math.max(x(yearsOf(date)), markRoom / 2), width - markRoom / 2);
      return { id, label: fittedLabel(label, Math.max(at, width - at) - markRoom), x: at };
    }),
    width,
  );
  return {
    width,
    height: (Math.max(-1, ...placed.map(({ row }) => row)) + 1) * rowHeight,
    marks: placed.map(({ id, label, x: at, row, left }) => ({
      id,
      label,
      x: at,
      y: (row + 0.5) * rowHeight,
      isLeft: left,
    })),
    ticks: wholeYearTicks(span, width).map((tick) => ({ ...tick, x: x(tick.at) })),
  };
}
