import { countText } from './number-text.ts';
import type { RangeColumn } from './table-columns.ts';

/**
 * A range with both ends included; an end that is missing is open. Parameters and tokens are counts, dates are
 * months as numbers: 201905 is May 2019.
 */
export interface Range {
  from?: number;
  to?: number;
}

const multipliers: Record<string, number> = { '': 0, K: 3, M: 6, B: 9, G: 9, T: 12 };

/**
 * A number as it is typed into a filter: all that parseCount reads, and "10 b", "1,500", "2.5 billion", "1e9".
 * Undefined where no number can be seen in it.
 */
export function typedCount(text: string): number | undefined {
  const plain = text
    .replace(/[\s_]/g, '')
    .toUpperCase()
    .replace(/^[1-9]\d{0,2}(,\d{3})+(?!\d)/, (grouped) => grouped.replaceAll(',', ''))
    .replace(',', '.')
    .replace(/([KMBT])(?:N|ILLIONS?|RILLIONS?)$/, '$1');
  const match = /^(\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?:E(\d{1,2}))?([KMBGT]?)$/.exec(plain);
  if (!match) return undefined;
  const value = Math.round(Number(`${match[1]}e${Number(match[2] ?? 0) + multipliers[match[3]!]!}`));
  return Number.isSafeInteger(value) ? value : undefined;
}

const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A month as it is typed: "2019-05", "2019/5", "May 2019". Of a year alone, its first month or its last. */
function typedMonth(end: keyof Range, text: string): number | undefined {
  const inDigits = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text);
  const inWords = /^([a-z]{3})[a-z]*\.? (\d{4})$/i.exec(text);
  const year = inDigits?.[1] ?? inWords?.[2];
  if (year === undefined) return undefined;
  const month = inWords
    ? monthStarts.indexOf(inWords[1]!.toLowerCase()) + 1
    : Number(inDigits![2] ?? (end === 'from' ? 1 : 12));
  return month >= 1 && month <= 12 ? Number(year) * 100 + month : undefined;
}

/** One end of a range as it is typed. Of tokens, K may mean 1,000 or 1,024: the range takes in both. */
function typedEnd(column: RangeColumn, end: keyof Range, text: string): number | undefined {
  if (column === 'released') return typedMonth(end, text.trim());
  const count = typedCount(text);
  if (count === undefined || column === 'parameters' || end === 'from') return count;
  return Math.round(count * (/k\w*\s*$/i.test(text) ? 1.024 : /m\w*\s*$/i.test(text) ? 1.024 ** 2 : 1));
}

/** A range as it is typed, an open end as nothing. Undefined where it is no range, or ends before it begins. */
export function typedRange(column: RangeColumn, fromText: string, toText: string): Range | undefined {
  const range: Range = {};
  for (const [end, text] of [
    ['from', fromText],
    ['to', toText],
  ] as const) {
    if (!text.trim()) continue;
    const value = typedEnd(column, end, text);
    if (value === undefined) return undefined;
    range[end] = value;
  }
  return (range.from ?? 0) <= (range.to ?? Infinity) ? range : undefined;
}

/** One end of a range as it is typed and shown: "10B", "32768", "2019-05", a whole year as "2019". */
export function rangeEndText(column: RangeColumn, end: keyof Range, value: number): string {
  if (column === 'parameters') return countText(value);
  if (column === 'context') return String(value);
  const digits = String(value).padStart(6, '0');
  const [year, month] = [digits.slice(0, 4), digits.slice(4)];
  return month === (end === 'from' ? '01' : '12') ? year : `${year}-${month}`;
}

/** A range in words or for an address; one value where both ends say the same. */
export function rangeText(column: RangeColumn, { from, to }: Range, between: string): string {
  const first = from === undefined ? '' : rangeEndText(column, 'from', from);
  const last = to === undefined ? '' : rangeEndText(column, 'to', to);
  return first === last ? first : first + between + last;
}

/** Whole years as months, for the column of dates. */
export function monthsOfYears({ from, to }: Range): Range {
  return {
    ...(from === undefined ? {} : { from: from * 100 + 1 }),
    ...(to === undefined ? {} : { to: to * 100 + 12 }),
  };
}

/** The months that a partial date may mean, as the ends of a range: of a year alone its first and its last. */
export function monthsOf(date: string): [first: number, last: number] {
  const year = Number(date.slice(0, 4)) * 100;
  const month = Number(date.slice(5, 7));
  return month ? [year + month, year + month] : [year + 1, year + 12];
}

/** Whether values from `least` to `most` lie in a range, all of them. */
export function isWithin({ from = 0, to = Infinity }: Range, least: number, most: number = least): boolean {
  return least >= from && most <= to;
}
