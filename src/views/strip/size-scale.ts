import { sizeRange, type Model } from '../../catalog/catalog.ts';
import { countText } from '../../catalog/number-text.ts';

/** The least and the greatest number of parameters that a scale shows. */
export interface SizeDomain {
  least: number;
  most: number;
}

/** A mark of a scale: its place from 0 to 1, and its label where it has one. */
export interface SizeMark {
  place: number;
  label?: string;
}

const emptyDomain: SizeDomain = { least: 1e7, most: 1e12 };

/** The next 1, 2 or 5 times a power of ten that is at least `value`. */
function roundedUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return [1, 2, 5, 10].map((step) => step * decade).find((end) => end >= value)!;
}

const domains = new WeakMap<readonly Model[], SizeDomain>();

/**
 * The scale on which all of these models have their place. It begins at a power of ten and spans two at least.
 * Kept for each list, since every table of a build asks for that of the whole catalog.
 */
export function sizeDomain(models: readonly Model[]): SizeDomain {
  const domain =
    domains.get(models) ?? sizeDomainOf(models.flatMap((model) => Object.values(sizeRange(model) ?? {})));
  domains.set(models, domain);
  return domain;
}

/** The scale on which all of these numbers have their place. */
export function sizeDomainOf(sizes: readonly number[]): SizeDomain {
  if (sizes.length === 0) return emptyDomain;
  const least = 10 ** Math.floor(Math.log10(Math.min(...sizes)) + 1e-9);
  return { least, most: Math.max(least * 100, roundedUp(Math.max(...sizes))) };
}

/** Where a number of parameters stands on a log scale: 0 at the least, 1 at the most. */
export function sizePlace({ least, most }: SizeDomain, parameters: number): number {
  const place = Math.log(parameters / least) / Math.log(most / least);
  return Math.min(1, Math.max(0, place));
}

/** The share of the scale that a label needs in the head of the table. */
const labelShare = 0.34;

/** A mark at every power of ten; labels at every second or as far apart as they need, and at the end where there is room. */
export function sizeMarks(domain: SizeDomain): SizeMark[] {
  const marks: SizeMark[] = [];
  const decades = Math.log10(domain.most / domain.least);
  const step = Math.max(2, Math.ceil(decades * labelShare));
  for (let decade = domain.least, at = 0; decade <= domain.most * 1.000001; decade *= 10, at++) {
    const place = sizePlace(domain, decade);
    marks.push(at % step === 0 ? { place, label: countText(Math.round(decade)) } : { place });
  }
  const lastLabel = marks.findLast(({ label }) => label)!.place;
  if (marks.at(-1)!.place < 0.999999 && lastLabel < 0.7) {
    marks.push({ place: 1, label: countText(domain.most) });
  }
  return marks;
}

/** The width on which a strip is drawn, stretched to that of its place. */
export const stripWidth = 1000;

/** The paths of a strip, drawn 1000 wide and 12 high: a tick at every mark, the thread, the dot, the hollow one. */
export function stripPaths(
  domain: SizeDomain,
  least: number,
  most: number,
  active?: number,
): { decades: string; thread: string | undefined; dot: string; hollow: string | undefined } {
  const x = (place: number) => Math.round(place * stripWidth);
  const [from, to] = [x(sizePlace(domain, least)), x(sizePlace(domain, most))];
  return {
    decades: sizeMarks(domain)
      .map(({ place }) => `M${x(place)} 0v12`)
      .join(''),
    thread: from < to ? `M${from} 6H${to}` : undefined,
    dot: `M${to} 6h0`,
    hollow: active === undefined ? undefined : `M${x(sizePlace(domain, active))} 6h0`,
  };
}
