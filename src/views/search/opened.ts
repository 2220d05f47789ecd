import { base } from './base.ts';
import { parseRecent, withRecent, type RecentPage } from './recent.ts';

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

/** What was opened, the latest first. */
export function openedLately(): RecentPage[] {
  try {
    return parseRecent(localStorage.getItem(key));
  } catch {
    return [];
  }
}

export function forgetOpened(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
