import { getCatalog } from '../catalog-of-site.ts';
import { llmsTxt } from '../formats/llms-txt.ts';
import { siteAddress } from '../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(llmsTxt(await getCatalog(), siteAddress()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
