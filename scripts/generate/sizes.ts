import { countText } from '../../src/catalog/number-text.ts';
import type { Chance } from './chance.ts';

/** A variant as an entry writes it. */
export interface GeneratedVariant {
  name: string;
  parameters?: string;
  active?: string;
  approx?: boolean;
  parts?: { name: string; parameters: string }[];
  context?: number;
  released?: string;
  config?: Record<string, number>;
}

/** What is known of a generated model's sizes. */
export interface GeneratedSizes {
  variants: GeneratedVariant[];
  isUndisclosed: boolean;
  hasExperts: boolean;
}

/** A number of parameters in three digits, as a source would give it. */
function rounded(parameters: number): number {
  return Number(Math.max(1e6, parameters).toPrecision(3));
}

/**
 * A size that was usual in a year, in parameters: the middle grows tenfold in two years from 100M in 2017
 * and stays at some tens of billions from 2022 on; single models lie up to a factor of thirty away.
 */
function usualSize(chance: Chance, year: number): number {
  const middle = Math.min(8 + (year - 2017) * 0.5, 10.4);
  const spread = (chance.number() + chance.number() + chance.number() - 1.5) * 2;
  return rounded(10 ** (middle + spread));
}

function configOf(chance: Chance, parameters: number): Record<string, number> {
  // Twelve times layers times the square of the width is a decoder's size without its embeddings.
  const layers = Math.max(4, Math.round((parameters / 1e6) ** 0.33 * 2));
  const width = Math.max(128, Math.round(Math.sqrt(parameters / (12 * layers)) / 64) * 64);
  return {
    layers,
    width,
    heads: width / 64,
    feedForward: width * 4,
    vocabulary: chance.of([32000, 50257, 128256]),
  };
}

/** The sizes of a model of a year: several, one, parts alone, none recorded, or none disclosed. */
export function sizesOf(chance: Chance, year: number): GeneratedSizes {
  const kind = chance.number();
  const nothing = { variants: [], isUndisclosed: false, hasExperts: false };
  if (kind < 0.07) return nothing;
  if (kind < (year >= 2022 ? 0.19 : 0.1)) return { ...nothing, isUndisclosed: true };
  if (kind > 0.97) {
    const parts = [
      { name: 'text encoder', parameters: countText(usualSize(chance, year - 2)) },
      { name: 'decoder', parameters: countText(usualSize(chance, year)) },
    ];
    return { ...nothing, variants: [{ name: 'Base', parts }] };
  }
  const hasExperts = year >= 2020 && chance.happens(year >= 2024 ? 0.3 : 0.08);
  const largest = usualSize(chance, year) * (hasExperts ? 4 : 1);
  const count = 1 + (chance.happens(0.6) ? chance.below(5) : 0);
  const context = 2 ** (9 + Math.min(11, Math.max(0, Math.round((year - 2018) * 1.2 + chance.below(3) - 1))));
  const variants = Array.from({ length: count }, (_, index): GeneratedVariant => {
    const parameters = rounded(largest / 3.3 ** (count - 1 - index));
    const size = countText(parameters);
    const variant: GeneratedVariant = { name: size, parameters: size };
    if (hasExperts) variant.active = countText(rounded(parameters / chance.of([3, 4, 8, 12])));
    if (chance.happens(0.1)) variant.approx = true;
    if (chance.happens(0.7)) variant.context = context;
    if (chance.happens(0.5)) variant.config = configOf(chance, parameters);
    if (index > 1 && year < 2026 && chance.happens(0.1)) variant.released = String(year + 1);
    return variant;
  });
  const byName = new Map(variants.map((variant) => [variant.name, variant]));
  return { variants: [...byName.values()], isUndisclosed: false, hasExperts };
}
