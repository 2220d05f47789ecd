import type { ArchitectureSlug } from '../schema/architecture.ts';
import type { Catalog, Model } from './catalog.ts';
import { covers } from './facts.ts';
import type { FacetName } from './addresses.ts';
import { yearOf } from './number-text.ts';

/** Every year from the first to the last of some dates, those without any included. */
function yearsBetween(dates: readonly string[]): string[] {
  const years = dates.map((date) => Number(yearOf(date)));
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index));
}

/** How many models came out in a year. */
export interface YearCount {
  year: string;
  count: number;
}

/** Models by the year of their release; a date without a month counts for its year like any other. */
export function modelsPerYear(models: readonly Model[]): YearCount[] {
  return yearsBetween(models.map(({ released }) => released)).map((year) => ({
    year,
    count: models.filter(({ released }) => yearOf(released) === year).length,
  }));
}

/** One part of the models, year by year. */
export interface Share<Key extends string = string> {
  /** The value that these models have; undefined where nobody has recorded one. */
  key: Key | undefined;
  label: string;
  /** Models of each year, in the order of the years. */
  counts: number[];
}

/** The models of each year in parts that together are all of them. */
export interface Shares<Key extends string = string> {
  years: YearCount[];
  parts: Share<Key>[];
}

/** Parts the models by what they have; parts without models are left out, models without a value come last. */
function sharesOf<Key extends string>(
  models: readonly Model[],
  labels: ReadonlyMap<Key, string>,
  keyOf: (model: Model) => Key | undefined,
): Shares<Key> {
  const years = modelsPerYear(models);
  const keys: (Key | undefined)[] = [...labels.keys(), undefined];
  const parts = keys.map((key) => ({
    key,
    label: key === undefined ? 'not recorded' : labels.get(key)!,
    counts: years.map(
      ({ year }) => models.filter((model) => yearOf(model.released) === year && keyOf(model) === key).length,
    ),
  }));
  return { years, parts: parts.filter(({ counts }) => counts.some((count) => count > 0)) };
}

/** The models of each year by architecture, in the order of the vocabulary. */
export function architectureShares(catalog: Catalog, models: readonly Model[]): Shares<ArchitectureSlug> {
  const terms = [...catalog.architectures.values()].sort((a, b) => a.order - b.order);
  const labels = new Map(terms.map(({ slug, label }) => [slug as ArchitectureSlug, label]));
  return sharesOf(models, labels, ({ architecture }) => architecture);
}

type Access = NonNullable<Model['weights']>;

const accessLabels = new Map<Access, string>([
  ['open', 'open: anyone may download'],
  ['gated', 'on request'],
  ['api', 'through a service only'],
  ['none', 'not released'],
]);

/** The models of each year by how their weights can be had. */
export function accessShares(models: readonly Model[]): Shares<Access> {
  return sharesOf(models, accessLabels, ({ weights }) => weights);
}

/** The largest model of a year by its published number of parameters. */
export interface Largest {
  year: string;
  /** Undefined where no model of the year has a number that counts. */
  largest: { model: Model; variant: string; parameters: number; isApproximate: boolean } | undefined;
}

/** The largest of each year, and the models that have no place in it. */
export interface LargestPerYear {
  years: Largest[];
  undisclosed: Model[];
  unresolved: Model[];
  /** Only the sizes of parts are known. */
  inParts: Model[];
  unrecorded: Model[];
}

interface Sized {
  model: Model;
  variant: string;
  date: string;
  parameters: number;
  isApproximate: boolean;
}

/** The sizes of a model that are settled and published, each with the date on which its variant came out. */
function settledSizes(model: Model): Sized[] {
  if (model.assumed.includes('parameters')) return [];
  return model.variants.flatMap(({ name, parameters, released, approx }) => {
    if (parameters === undefined) return [];
    const isUnresolved = model.unresolved.some((row) => covers(row.for, `variants.${name}.parameters`));
    const date = released ?? model.released;
    return isUnresolved ? [] : [{ model, variant: name, date, parameters, isApproximate: approx ?? false }];
  });
}

/**
 * The largest model of each year. A variant counts for the year in which it came out. Sizes that are undisclosed,
 * unresolved, assumed, known in parts only or not recorded are not compared.
 */
export function largestPerYear(models: readonly Model[]): LargestPerYear {
  const sizes = models.flatMap(settledSizes);
  const isSized = new Set(sizes.map(({ model }) => model));
  const left = models.filter((model) => !isSized.has(model));
  const isUndisclosed = ({ undisclosed, assumed }: Model) =>
    undisclosed.includes('parameters') || assumed.includes('parameters');
  const isUnresolved = (model: Model) =>
    !isUndisclosed(model) &&
    model.unresolved.some(
      ({ for: path }) =>
        covers(path, 'parameters') ||
        model.variants.some(({ name }) => covers(path, `variants.${name}.parameters`)),
    );
  const isInParts = (model: Model) =>
    !isUndisclosed(model) && !isUnresolved(model) && model.variants.some(({ parts }) => parts !== undefined);
  const years = yearsBetween([...models.map(({ released }) => released), ...sizes.map(({ date }) => date)]);
  return {
    years: years.map((year) => ({
      year,
      largest: sizes
        .filter(({ date }) => yearOf(date) === year)
        .sort((a, b) => b.parameters - a.parameters || (a.date < b.date ? -1 : 1))[0],
    })),
    undisclosed: left.filter(isUndisclosed),
    unresolved: left.filter(isUnresolved),
    inParts: left.filter(isInParts),
    unrecorded: left.filter((model) => !isUndisclosed(model) && !isUnresolved(model) && !isInParts(model)),
  };
}

export const glanceNames = ['per-year', 'architectures', 'access', 'largest'] as const;

export type GlanceName = (typeof glanceNames)[number];

const fewestModels = 8;
const fewestYears = 3;

/**
 * The charts that say something about these models: none of few models or few years, none of what the facet itself
 * fixes, none with a single part.
 */
export function glancesOf(catalog: Catalog, models: readonly Model[], facet?: FacetName): GlanceName[] {
  const filled = modelsPerYear(models).filter(({ count }) => count > 0).length;
  if (facet === 'years' || models.length < fewestModels || filled < fewestYears) return [];
  const known = (parts: readonly Share[]) => parts.filter(({ key }) => key !== undefined).length;
  const says: Record<GlanceName, boolean> = {
    'per-year': true,
    architectures: facet !== 'architectures' && known(architectureShares(catalog, models).parts) > 1,
    access: facet !== 'licenses' && known(accessShares(models).parts) > 1,
    largest: largestPerYear(models).years.filter(({ largest }) => largest).length >= fewestYears,
  };
  return glanceNames.filter((name) => says[name]);
}
