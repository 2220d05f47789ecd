import {
  addresses,
  conceptAddress,
  explainerAddress,
  facetAddress,
  facetNames,
  modelAddress,
} from './addresses.ts';
import type { Catalog, Model } from './catalog.ts';
import { facetOf } from './facets.ts';

/** A page that readers and search engines are to find. */
export interface PublishedPage {
  address: string;
  /** The day of its last change, as 2026-11-24; undefined where the content tells none. */
  changed: string | undefined;
}

/** The day on which an entry was last changed: added, changed, or one of its facts looked up. */
export function lastChangeOf({ added, changes, evidence }: Model): string {
  return newest([added, ...changes.map(({ date }) => date), ...evidence.map(({ checked }) => checked)])!;
}

/** The newest of some days; undefined where there is none. */
export function newest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce((latest, day) => (day && (!latest || day > latest) ? day : latest), undefined);
}

function newestOf(models: readonly Model[]): string | undefined {
  return newest(models.map(lastChangeOf));
}

/** The day of the last change to the data as a whole. */
export function lastChangeOfData({ models, audits }: Catalog): string | undefined {
  return newest([newestOf(models), ...[...audits.values()].map(({ date }) => date)]);
}

/**
 * Every page of the site but the one for addresses that lead nowhere and those that only forward, in the order of
 * a tour. Pages made of many entries were changed when the newest of these was. Running text that carries no date,
 * such as a chapter, has none: the day of the build would be a guess.
 */
export function publishedPages(catalog: Catalog): PublishedPage[] {
  const { models } = catalog;
  const ofAll = newestOf(models);
  const made = (address: string, changed: string | undefined): PublishedPage => ({ address, changed });
  return [
    ...[addresses.home, addresses.models, addresses.tree, addresses.timeline, addresses.timelineSize].map(
      (address) => made(address, ofAll),
    ),
    ...[addresses.compare, addresses.search, addresses.changes].map((address) => made(address, ofAll)),
    made(addresses.corrections, newestOf(models.filter(({ corrections }) => corrections.length > 0))),
    made(addresses.data, lastChangeOfData(catalog)),
    made(addresses.about, undefined),
    made(addresses.learn, undefined),
    ...[...catalog.explainers.keys()].map((slug) => made(explainerAddress(slug), undefined)),
    made(addresses.glossary, undefined),
    made(addresses.concepts, ofAll),
    ...[...catalog.concepts.keys()].map((slug) =>
      made(
        conceptAddress(slug),
        newestOf((catalog.conceptChildren.get(slug) ?? []).map(({ model }) => model)),
      ),
    ),
    ...facetNames.flatMap((name) => [
      made(facetAddress(name), ofAll),
      ...facetOf(catalog, name).terms.map(({ slug, models }) =>
        made(facetAddress(name, slug), newestOf(models)),
      ),
    ]),
    ...models.map((model) => made(modelAddress(model.slug), lastChangeOf(model))),
  ];
}
