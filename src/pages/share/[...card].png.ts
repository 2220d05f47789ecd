import type { APIRoute } from 'astro';
import { cardAddress } from '../../catalog/addresses.ts';
import { getCatalog } from '../../catalog-of-site.ts';
import { allCards, areCardsDrawn, type Card } from '../../views/card/card.ts';
import { cardImage } from '../../views/card/card-image.ts';
import { inkOf } from '../../views/card/card-parts.ts';
import tokens from '../../views/page/tokens.css?raw';

export async function getStaticPaths() {
  if (!areCardsDrawn()) return [];
  return allCards(await getCatalog()).map((card) => ({
    params: { card: cardAddress(card.address).slice('/share/'.length, -'.png'.length) },
    props: { card },
  }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(Buffer.from(await cardImage(props.card, inkOf(tokens))), {
    headers: { 'content-type': 'image/png' },
  });
