import { addresses } from '../../catalog/addresses.ts';
import { here } from './base.ts';
import { element } from './elements.ts';
import type { Hit, HitGroup } from './hits.ts';
import { forgetOpened, openedLately } from './opened.ts';
import { resultsAddress } from './query.ts';

function plainHit(title: string, href: string, aside: string): Hit {
  return { href, title: [[title, false]], also: [], aside, excerpt: [], facts: undefined, isSure: false };
}

const queries = ['encoder google 2019', '7B open weights', 'after 2021 mixture of experts', 'KL penalty'];
const pages = [
  ['All models in a table', addresses.models],
  ['The family tree', addresses.tree],
  ['Explainers', addresses.learn],
] as const;

/** What is offered before anything is typed: what was opened last, and what can be asked. */
export function groupsBeforeTyping(): { recent: HitGroup | undefined; groups: HitGroup[] } {
  const opened = openedLately().map(({ title, href }) => plainHit(title, href, ''));
  const recent = opened.length > 0 ? { heading: 'Opened lately', hits: opened } : undefined;
  const suggested = {
    heading: 'You can ask for',
    hits: [
      ...queries.map((query) => plainHit(query, resultsAddress(here(addresses.search), query), 'search')),
      ...pages.map(([title, address]) => plainHit(title, here(address), 'page')),
    ],
  };
  return { recent, groups: recent ? [recent, suggested] : [suggested] };
}

/** Forgets what was opened, and says so to whoever shows it. */
export function forgettingButton(onForgotten: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'text' }, 'Clear what was opened lately');
  button.addEventListener('click', () => {
    forgetOpened();
    onForgotten();
  });
  return button;
}
