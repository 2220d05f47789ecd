import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../../src/catalog/addresses.ts';

/** Puts the links of Markdown texts, which are written from the site's root, below the base that is built for. */
export function baseLinks(base: string) {
  return () => (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href))
        properties.href = withBase(base, href);
    });
  };
}
