import { z } from 'zod';
import { wrongKind } from './text.ts';

const exponents = { '': 0, K: 3, M: 6, B: 9, T: 12 } as const;
const countPattern = /^(0|[1-9]\d*)(?:\.(\d+))?([KMBT]?)$/;
const expected = 'a count as people write it: 125M, 46.7B, 1.6T';

/**
 * The exact whole number that a count stands for: "46.7B" is 46,700,000,000.
 * Works on digits, not on floating point. Undefined where the text is not a count.
 */
export function parseCount(text: string): number | undefined {
  const match = countPattern.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', unit = ''] = match;
  const exponent = exponents[unit as keyof typeof exponents];
  if (fraction.length > exponent) return undefined;
  const value = Number(whole + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** What someone meant who wrote a count in another notation: "7b", "1,300M", "1.3 billion", "340MT". */
function countMeant(text: string): string | undefined {
  const match = /^(\d[\d,]*(?:\.\d+)?)[\s-]*([kmbt]|mn|bn|thousand|million|billion|trillion|mt|bt)?$/i.exec(
    text,
  );
  if (!match) return undefined;
  const unit = (match[2] ?? '')
    .charAt(0)
    .toUpperCase()
    .replace(/^T$/, /^th/i.test(match[2] ?? '') ? 'K' : 'T');
  const meant = match[1]!.replaceAll(',', '') + unit;
  return parseCount(meant) ? meant : undefined;
}

function countError(text: string): string {
  if (parseCount(text) === 0) return 'is zero; what is unknown is left out, or listed under undisclosed';
  const meant = countMeant(text);
  return `is not a count; expected ${expected}${meant ? `; nearest: "${meant}"` : ''}`;
}

/** A number of parameters, written `125M`, read as 125000000. */
export const count = z
  .string({ error: wrongKind(expected) })
  .meta({ examples: ['125M', '46.7B', '1.6T'] })
  .transform((text, context) => {
    const value = parseCount(text);
    if (value === undefined || value === 0) {
      context.addIssue({ code: 'custom', message: countError(text), input: text });
      return z.NEVER;
    }
    return value;
  })
  .pipe(z.int().positive());

/** A whole number of tokens. K is refused because it means 1,000 to some and 1,024 to others. */
export const tokens = z
  .int({
    error: ({ input }) => {
      const thousands = typeof input === 'string' ? /^([1-9]\d{0,5})\s*k$/i.exec(input)?.[1] : undefined;
      if (thousands)
        return `is not a number; write ${thousands}000 or ${Number(thousands) * 1024}, whichever the source has, and leave it out where that says only ${thousands}K`;
      const expected = 'a whole number of tokens, such as 32768';
      return typeof input === 'number' ? `is ${input}; expected ${expected}` : wrongKind(expected)({ input });
    },
    abort: true,
  })
  .min(16, 'is less than 16 tokens; expected a whole number of tokens, such as 32768')
  .max(1_000_000_000, 'is more than a billion tokens; expected a whole number of tokens, such as 32768');
