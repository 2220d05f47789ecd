/** A page that was opened from the search. */
export interface RecentPage {
  title: string;
  /** As the link has it, without the host. */
  href: string;
}

/** So many are kept, the latest first. */
export const mostRecent = 6;

function isRecentPage(value: unknown): value is RecentPage {
  const { title, href } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof title === 'string' &&
    title !== '' &&
    title.length <= 200 &&
    typeof href === 'string' &&
    /^\/(?![/\\])/.test(href)
  );
}

/** Reads what was kept. Whatever else is found there counts as nothing. */
export function parseRecent(kept: string | null): RecentPage[] {
  try {
    const values: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(values)) return [];
    return values
      .filter(isRecentPage)
      .map(({ title, href }) => ({ title, href }))
      .slice(0, mostRecent);
  } catch {
    return [];
  }
}

/** The pages with another one opened: it is the first, and there once. */
export function withRecent(pages: readonly RecentPage[], opened: RecentPage): RecentPage[] {
  return [opened, ...pages.filter(({ href }) => href !== opened.href)].slice(0, mostRecent);
}
