import { getCatalog } from '../../catalog-of-site.ts';
import { siteAddress } from '../../views/page/href.ts';
import { lightHues } from '../../views/page/light-hues.ts';
import tokens from '../../views/page/tokens.css?raw';
import { treeDrawing } from '../../views/tree/tree-drawing.ts';
import { treeFile } from '../../views/tree/tree-file.ts';

export const GET = async (): Promise<Response> => {
  const catalog = await getCatalog();
  return new Response(treeFile(catalog, treeDrawing(catalog), lightHues(tokens), siteAddress()), {
    headers: { 'content-type': 'image/svg+xml' },
  });
};
