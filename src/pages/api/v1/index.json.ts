import { apiIndexJson } from '../../../formats/api-files.ts';
import { siteAddress } from '../../../views/page/href.ts';

export const GET = (): Response =>
  new Response(apiIndexJson(siteAddress()), { headers: { 'content-type': 'application/json' } });
