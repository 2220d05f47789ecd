const units = [
  { unit: 'T', exponent: 12 },
  { unit: 'B', exponent: 9 },
  { unit: 'M', exponent: 6 },
  { unit: 'K', exponent: 3 },
] as const;

/** A count as people write it, exactly: 46,700,000,000 is "46.7B". Inverse of parseCount. */
export function countText(value: number): string {
  const digits = String(value);
  const chosen = units.find(({ exponent }) => digits.length > exponent);
  if (!chosen) return digits;
  const whole = digits.slice(0, digits.length - chosen.exponent);
  const fraction = digits.slice(digits.length - chosen.exponent).replace(/0+$/, '');
  return whole + (fraction ? `.${fraction}` : '') + chosen.unit;
}

/** A count in three significant digits, where there is no room for more: 102,010,000 is "102M". */
export function shortCountText(value: number): string {
  return countText(Number(value.toPrecision(3)));
}

const wholeNumbers = new Intl.NumberFormat('en-GB');

/** A whole number with a comma at every third digit. */
export function wholeText(value: number): string {
  return wholeNumbers.format(value);
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A partial date in words, with the precision it has: "26 July 2019", "July 2019", "2019". */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && monthNames[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** A partial date in few letters, to the month: "Jul 2019". */
export function shortDateText(date: string): string {
  const [year, month] = date.split('-');
  return month ? `${monthNames[Number(month) - 1]!.slice(0, 3)} ${year}` : year!;
}

/** The year of a partial date. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** True where `a` is certainly before `b`: they differ within the precision that both have. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** Orders partial dates; a less precise date comes first among those it contains. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
