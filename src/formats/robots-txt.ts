import { addresses } from '../catalog/addresses.ts';

/**
 * Everything may be read. A host looks at this file at its root only, so below a sub-path it merely names the map.
 * @param address the address of the site with its base and without a slash at its end
 */
export function robotsTxt(address: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${address}${addresses.sitemap}\n`;
}
