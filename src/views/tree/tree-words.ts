import type { Catalog, Model } from '../../catalog/catalog.ts';
import { drawnParentOf, parentsOf, type Parent } from '../../catalog/lineage.ts';
import { shortDateText } from '../../catalog/number-text.ts';

function parentWords({ ancestor, by }: Parent): string {
  const kind =
    ancestor.kind === 'external' ? ', outside the catalog' : ancestor.kind === 'concept' ? ', a concept' : '';
  return `${ancestor.name} (${by.join(', ')}${kind})`;
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}

/**
 * What the picture says of a model, in words: its date, the parent that it hangs from, and all further ones with what
 * was taken over from each.
 */
export function treeWords(catalog: Catalog, model: Model): string {
  const drawn = drawnParentOf(catalog, model);
  const others = parentsOf(catalog, model).filter(({ ancestor }) => ancestor.name !== drawn?.ancestor.name);
  return [
    shortDateText(model.released),
    ...(drawn ? [`from ${parentWords(drawn)}`] : []),
    ...(others.length > 0 ? [`${drawn ? 'also from' : 'from'} ${listed(others.map(parentWords))}`] : []),
  ].join(', ');
}
