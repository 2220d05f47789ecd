import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '../../catalog-of-site.ts';
import { modelMarkdown } from '../../formats/model-markdown.ts';
import { siteAddress } from '../../views/page/href.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCatalog()).models.map((model) => ({ params: { slug: model.slug }, props: { model } }));

export const GET: APIRoute = async ({ props }) =>
  new Response(modelMarkdown(await getCatalog(), props.model, siteAddress()), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
