import { getCatalog } from '../catalog-of-site.ts';
import { atomFeed } from '../formats/atom-feed.ts';
import { siteAddress } from '../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(atomFeed(await getCatalog(), siteAddress()), {
    headers: { 'content-type': 'application/atom+xml' },
  });
