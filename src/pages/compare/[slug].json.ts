import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedModel } from '../../catalog/compared-model.ts';
import { getCatalog } from '../../catalog-of-site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const catalog = await getCatalog();
  return catalog.models.map((model) => ({
    params: { slug: model.slug },
    props: { compared: comparedModel(catalog, model) },
  }));
};

export const GET: APIRoute = ({ props }) => Response.json(props.compared);
