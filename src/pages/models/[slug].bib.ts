import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '../../catalog-of-site.ts';
import { modelBib } from '../../formats/bibtex.ts';
import { siteAddress } from '../../views/page/href.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCatalog()).models.map((model) => ({ params: { slug: model.slug }, props: { model } }));

export const GET: APIRoute = async ({ props }) =>
  new Response(modelBib(await getCatalog(), props.model, siteAddress()), {
    headers: { 'content-type': 'application/x-bibtex' },
  });
