import { compareNames, type Catalog, type Model } from './catalog.ts';
import { yearOf } from './number-text.ts';

/** A lab with the models that name it; a model of several labs counts for each. */
export interface LabCount {
  slug: string;
  label: string;
  models: number;
}

/** How far the models come from few labs. */
export interface Concentration {
  models: number;
  labs: number;
  /** The labs with most models, the first first; of equals in the order of their names. */
  most: LabCount[];
  /** Models in which at least one of these has a part, each counted once. */
  byMost: number;
  /** Models that name more than one lab. */
  joint: number;
}

/** Counts the models of the labs that are named most often. */
export function labConcentration(catalog: Catalog, count: number): Concentration {
  const counts = new Map<string, number>();
  for (const { labs } of catalog.models) for (const lab of labs) counts.set(lab, (counts.get(lab) ?? 0) + 1);
  const most = [...counts]
    .map(([slug, models]) => ({ slug, label: catalog.labs.get(slug)!.label, models }))
    .sort((a, b) => b.models - a.models || compareNames(a.label, b.label))
    .slice(0, count);
  const chosen = new Set(most.map(({ slug }) => slug));
  return {
    models: catalog.models.length,
    labs: counts.size,
    most,
    byMost: catalog.models.filter(({ labs }) => labs.some((lab) => chosen.has(lab))).length,
    joint: catalog.models.filter(({ labs }) => labs.length > 1).length,
  };
}

/** How many models of a period can be downloaded by anyone, as far as that is recorded. */
export interface Openness {
  models: number;
  open: number;
  /** Of the models with `none` or `api`: their weights were never given out. */
  closed: number;
  /** On request. */
  gated: number;
  unrecorded: number;
}

/** The access to the weights of the models that came out from one year to another, both included. */
export function opennessBetween(models: readonly Model[], from: string, to: string): Openness {
  const chosen = models.filter(({ released }) => yearOf(released) >= from && yearOf(released) <= to);
  const having = (...values: Model['weights'][]) =>
    chosen.filter(({ weights }) => values.includes(weights)).length;
  return {
    models: chosen.length,
    open: having('open'),
    closed: having('api', 'none'),
    gated: having('gated'),
    unrecorded: having(undefined),
  };
}
