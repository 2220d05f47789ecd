import { getCatalog } from '../../../catalog-of-site.ts';
import { modelsCsv } from '../../../formats/models-csv.ts';
import { siteAddress } from '../../../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(modelsCsv(await getCatalog(), siteAddress()), { headers: { 'content-type': 'text/csv' } });
