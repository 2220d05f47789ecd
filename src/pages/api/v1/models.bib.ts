import { getCatalog } from '../../../catalog-of-site.ts';
import { modelsBib } from '../../../formats/bibtex.ts';
import { siteAddress } from '../../../views/page/href.ts';

export const GET = async (): Promise<Response> =>
  new Response(modelsBib(await getCatalog(), siteAddress()), {
    headers: { 'content-type': 'application/x-bibtex' },
  });
