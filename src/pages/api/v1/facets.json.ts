import { getCatalog } from '../../../catalog-of-site.ts';
import { facetsJson } from '../../../formats/facets-json.ts';
import { siteAddress } from '../../../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(facetsJson(await getCatalog(), siteAddress()), {
    headers: { 'content-type': 'application/json' },
  });
