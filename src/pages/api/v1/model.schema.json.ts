import { modelSchemaJson } from '../../../formats/published-model.ts';
import { siteAddress } from '../../../views/page/href.ts';

export const GET = (): Response =>
  new Response(modelSchemaJson(siteAddress()), { headers: { 'content-type': 'application/schema+json' } });
