import { z } from 'zod';

const expected = 'a date: 2019, 2019-07 or 2019-07-26';

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True where `text` is a year, a month or a day that the calendar has. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** YAML hands over `2019-07-26` as a Date and `2019` as a number; both go back to what was written. */
function asWritten(value: unknown): unknown {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  return typeof value === 'number' ? String(value) : value;
}

/** A date with the precision it was written with. */
export const partialDate = z.preprocess(
  asWritten,
  z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? `is missing; expected ${expected}`
          : `is not a date; expected ${expected}`,
    })
    .refine(isPartialDate, `is not a date; expected ${expected}`)
    .meta({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', examples: ['2019-07-26', '2019-07', '2019'] }),
);

/** A date to the day. */
export const fullDate = z.preprocess(
  asWritten,
  z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? 'is missing; expected a day: 2026-11-24'
          : 'is not a day; expected one such as 2026-11-24',
    })
    .refine(
      (text) => text.length === 10 && isPartialDate(text),
      'is not a day; expected one such as 2026-11-24',
    )
    .meta({ format: 'date' }),
);
