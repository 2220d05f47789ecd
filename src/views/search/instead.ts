import { addresses, proposalAddress } from '../../catalog/addresses.ts';
import { site } from '../../site.ts';
import { remark, unknownName } from './answer-words.ts';
import type { Answer } from './answers.ts';
import { here } from './base.ts';
import { element } from './elements.ts';
import { resultsAddress } from './query.ts';

/** Where nothing is all that is stated: links to the query without one of the things, with what it would find. */
function drops({ models }: Answer): HTMLElement[] {
  if (!models || models.rows.length > 0) return [];
  return models.drops.map(({ stated, query, count }) =>
    element(
      'a',
      { href: resultsAddress(here(addresses.search), query) },
      `Without “${stated.label}”: ${count} ${count === 1 ? 'model' : 'models'}`,
    ),
  );
}

/** What is said where the hits are not all that one may have meant, and where to go instead; nothing where they are. */
export function insteadOf(answer: Answer, query: string): (Node | string)[] {
  const words = remark(answer, query);
  const unknown = unknownName(answer, query);
  if (!words) return [];
  const links = drops(answer);
  if (unknown) {
    const address = proposalAddress(site.repository, unknown);
    links.push(element('a', { href: address }, 'Propose a model that is missing'));
  }
  links.push(element('a', { href: here(addresses.models) }, 'The table of all models'));
  const parts = links.flatMap((link, place) => (place > 0 ? [' · ', link] : [link]));
  return [`${words} `, ...parts];
}
