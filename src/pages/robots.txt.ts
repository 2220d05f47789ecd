import { robotsTxt } from '../formats/robots-txt.ts';
import { siteAddress } from '../views/page/href.ts';

export const GET = (): Response =>
  new Response(robotsTxt(siteAddress()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
