/** What the site says of itself everywhere. */
export const site = {
  name: 'Transformer Catalog',
  description: 'A catalog of the Transformer models: searchable, linkable, sourced fact by fact.',
  repository: 'https://github.com/transformer-catalog/transformer-catalog',
  /** Begins what names an entry of the feed for ever, wherever the site is published (RFC 4151). */
  tagAuthority: 'transformer-catalog.github.io,2026',
} as const;
