const scales: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  billion: 9,
  billions: 9,
  t: 12,
  trillion: 12,
  trillions: 12,
};

function scaled(digits: string, exponent: number): number | undefined {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  if (fraction.length > exponent) return undefined;
  return Number(whole + fraction.padEnd(exponent, '0'));
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Powers of ten and digit groups in one spelling: "10⁶", "10**6" and "10^{6}" become "10^6", "1 750 000" with narrow spaces and "1_750_000" become "1,750,000". */
function plainFigures(text: string): string {
  return text
    .replace(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (power) => `^${[...power].map((digit) => superscripts.indexOf(digit)).join('')}`,
    )
    .replaceAll('10**', '10^')
    .replace(/(\d)[_\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1,');
}

/**
 * The counts that a text gives in any usual notation: "110M", "1.2 billion", "65 ×10^6", "213 × 10⁶", "1.5e9",
 * "1,750,000". A K on tokens counts as 1,000 and as 1,024, an M as either power.
 */
export function countsIn(text: string): Set<number> {
  const counts = new Set<number>();
  const pattern =
    /((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)(?:\s*[x×*·]\s*10\^\{?(\d{1,2})(?!\d)\}?|e\+?(\d{1,2})(?![\da-z])|[-\s]{0,3}(k|thousand|mn|millions?|m|bn|billions?|b|trillions?|t)(?![a-z]))?/gi;
  for (const [, number = '', powerOfTen, e, unit] of plainFigures(text).matchAll(pattern)) {
    const power = powerOfTen ?? e;
    const exponent = power ? Number(power) : unit ? scales[unit.toLowerCase()]! : 0;
    const value = scaled(number, exponent);
    if (value !== undefined) counts.add(value);
    if (unit && /^(k|m|million)$/i.test(unit)) {
      const binary = Number(number.replaceAll(',', '')) * (exponent === 3 ? 1024 : 1024 * 1024);
      if (Number.isInteger(binary)) counts.add(binary);
    }
  }
  return counts;
}

/** How many digits of a whole number stand before its closing zeros. */
function significantDigits(value: number): number {
  return String(value).replace(/0+$/, '').length;
}

/** Numbers that are written out to the last digit. */
const writtenOut = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{5,})(?![\d.,]*\d|\s*[a-z]*illion)/gi;

/**
 * True where a text gives a count of parameters: as it is, or counted to the last, of which the value is the rounding.
 * "3,638,525,952" gives 3.64B; "about 47 billion" does not give 46.7B, nor does 109M give 110M. One digit alone, as
 * in 7B, is no rounding but a name.
 */
export function givesCount(text: string, value: number): boolean {
  if (countsIn(text).has(value)) return true;
  const digits = significantDigits(value);
  const counted = plainFigures(text).match(writtenOut) ?? [];
  return (
    digits >= 2 &&
    counted.some((number) => Number(Number(number.replaceAll(',', '')).toPrecision(digits)) === value)
  );
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthPattern =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';

function iso(year: string, month?: string, day?: string): string {
  const number =
    month && (/^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1);
  return [year, number && String(number).padStart(2, '0'), day && day.padStart(2, '0')]
    .filter(Boolean)
    .join('-');
}

/** The dates that a text gives, each with the precision it is given with: "11 Oct 2018", "October 2018", "2018-10-11T09:30:00Z", "2018". */
export function datesIn(text: string): Set<string> {
  const dates = new Set<string>();
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => string) => {
    for (const match of text.matchAll(pattern)) dates.add(read(match as RegExpExecArray));
  };
  take(/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, ([, year, month, day]) => iso(year!, month, day));
  take(/\b(\d{4})-(\d{2})\b(?!-\d)/g, ([, year, month]) => iso(year!, month));
  take(
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${monthPattern},?[\\s-]+(\\d{4})\\b`, 'gi'),
    ([, day, month, year]) => iso(year!, month, day),
  );
  take(
    new RegExp(`\\b${monthPattern}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    ([, month, day, year]) => iso(year!, month, day),
  );
  take(new RegExp(`\\b${monthPattern},?[\\s-]+(\\d{4})\\b`, 'gi'), ([, month, year]) => iso(year!, month));
  take(/\b(?:19|20)\d{2}\b/g, ([year]) => iso(year));
  return dates;
}

/** True where a text gives a partial date, at its precision or a finer one. */
export function givesDate(text: string, date: string): boolean {
  return [...datesIn(text)].some((found) => found.startsWith(date));
}

/**
 * True where a text gives a name, whatever separates its words and numbers: "Apache-2.0", "apache 2.0" and "Apache2.0"
 * agree. The name stands by itself: "permitted" does not give "MIT".
 */
export function givesName(text: string, name: string): boolean {
  const words = name.toLowerCase().match(/[a-z]+|\d+/g);
  return (
    words !== null &&
    new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]*')}(?![a-z0-9])`).test(text.toLowerCase())
  );
}
