import { addresses, facetAddress, facetNames } from './addresses.ts';
import { facetTitle } from './facets.ts';

/** A step on the way to a page. */
export interface Crumb {
  name: string;
  address: string;
}

const sections = new Map<string, string>([
  [addresses.models, 'Models'],
  [addresses.timeline, 'Timeline'],
  [addresses.learn, 'Learn'],
  [addresses.concepts, 'Concepts'],
  ...facetNames.map((name) => [facetAddress(name), facetTitle(name)] as const),
]);

/**
 * The way to a page, from the first page to itself: the sections above it are those of its address.
 * @param name what the page is called
 */
export function crumbsTo(address: string, name: string): Crumb[] {
  if (address === addresses.home) return [];
  const parts = address.split('/').slice(1, -2);
  const above = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
  return [
    { name: 'Home', address: addresses.home },
    ...above.flatMap((section) => {
      const title = sections.get(section);
      return title ? [{ name: title, address: section }] : [];
    }),
    { name, address },
  ];
}
