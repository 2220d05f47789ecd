import { countText } from '../../catalog/number-text.ts';

/** A stretch of a log scale, as powers of ten: 7 is ten million. */
export interface SizeSpan {
  least: number;
  most: number;
}

/** The stretch on which all of these numbers have a place: from a whole power of ten, two powers at least. */
export function sizeSpanOf(numbers: readonly number[]): SizeSpan {
  if (numbers.length === 0) return { least: 7, most: 12 };
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const least = Math.floor(Math.log10(low) + 1e-9);
  return { least, most: Math.max(least + 2, Math.log10(high)) };
}

/** A line of the scale. */
export interface SizeLine {
  label: string;
  y: number;
  /** At a power of ten, not at twice or five times one. */
  isWhole: boolean;
}

/** Powers of ten so many pixels apart have lines at twice and five times as well. */
const roomForBetween = 240;

/** The lines of a scale; `y` gives a number its place. */
export function sizeLines({ least, most }: SizeSpan, y: (parameters: number) => number): SizeLine[] {
  const hasBetween = y(10 ** least) - y(10 ** (least + 1)) >= roomForBetween;
  const lines: SizeLine[] = [];
  for (let power = least; power <= most + 1e-9; power++) {
    for (const factor of hasBetween ? [1, 2, 5] : [1]) {
      const number = factor * 10 ** power;
      if (Math.log10(number) <= most + 1e-9)
        lines.push({ label: countText(number), y: y(number), isWhole: factor === 1 });
    }
  }
  return lines;
}
