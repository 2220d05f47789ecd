import { publishedPages } from '../catalog/published-pages.ts';
import { getCatalog } from '../catalog-of-site.ts';
import { sitemapIndex } from '../formats/sitemap.ts';
import { siteAddress } from '../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(sitemapIndex(publishedPages(await getCatalog()), siteAddress()), {
    headers: { 'content-type': 'application/xml' },
  });
