import { getCatalog } from '../../../catalog-of-site.ts';
import { evidenceCsv } from '../../../formats/evidence-csv.ts';

export const GET = async (): Promise<Response> =>
  new Response(evidenceCsv(await getCatalog()), { headers: { 'content-type': 'text/csv' } });
