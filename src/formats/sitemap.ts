import { addresses } from '../catalog/addresses.ts';
import { newest, type PublishedPage } from '../catalog/published-pages.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function located(tag: string, location: string, changed: string | undefined): string {
  return `<${tag}><loc>${xmlText(location)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</${tag}>\n`;
}

/**
 * The list of sitemaps. There is one, which may hold 50,000 addresses.
 * @param address the address of the site with its base and without a slash at its end
 */
export function sitemapIndex(pages: readonly PublishedPage[], address: string): string {
  const changed = newest(pages.map((page) => page.changed));
  const only = located('sitemap', address + addresses.sitemapOfPages, changed);
  return `${xmlDeclaration}<sitemapindex ${namespace}>\n${only}</sitemapindex>\n`;
}

/** The addresses of pages, each with the day of its last change where one is known. */
export function sitemap(pages: readonly PublishedPage[], address: string): string {
  const urls = pages.map((page) => located('url', encodeURI(address + page.address), page.changed));
  return `${xmlDeclaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}
