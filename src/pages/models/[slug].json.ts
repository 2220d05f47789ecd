import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '../../catalog-of-site.ts';
import { modelJson } from '../../formats/models-json.ts';
import { siteAddress } from '../../views/page/href.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCatalog()).models.map((model) => ({ params: { slug: model.slug }, props: { model } }));

export const GET: APIRoute = ({ props }) =>
  new Response(modelJson(props.model, siteAddress()), { headers: { 'content-type': 'application/json' } });
