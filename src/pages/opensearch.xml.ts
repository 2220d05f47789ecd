import { openSearchDescription } from '../formats/opensearch.ts';
import { siteAddress } from '../views/page/href.ts';

export const GET = (): Response =>
  new Response(openSearchDescription(siteAddress()), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
