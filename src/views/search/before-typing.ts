import { addresses } from '../../catalog/addresses.ts';
import { base, here } from './base.ts';
import type { Hit, HitGroup } from './hits.ts';
import { resultsAddress } from './query.ts';
import { parseRecent, withRecent } from './recent.ts';

/** Each site below one host keeps its own. */
const key = `recent ${base}`;

/** Keeps what was opened. Where the browser keeps nothing, nothing is lost but this. */
export function rememberOpened(title: string, href: string): void {
  try {
    localStorage.setItem(
      key,
      JSON.stringify(withRecent(parseRecent(localStorage.getItem(key)), { title, href })),
    );
  } catch {
    // Storage is full or forbidden.
  }
}

export function forgetOpened(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

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
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Nothing was kept.
  }
  const opened = parseRecent(kept).map(({ title, href }) => plainHit(title, href, ''));
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
