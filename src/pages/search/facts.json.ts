import { getCatalog } from '../../catalog-of-site.ts';
import { factsFile } from '../../views/search/facts-file.ts';

export async function GET(): Promise<Response> {
  return Response.json(factsFile(await getCatalog()));
}
