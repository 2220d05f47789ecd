import type { LineProblem, ListedAddress } from '../../schema/address-list.ts';
import { nearest } from '../edit-distance.ts';

/** The addresses on the way from one, itself included, and whether they come back to one of them. */
function wayFrom(start: string, moved: ReadonlyMap<string, string>): { way: string[]; isCircle: boolean } {
  const way = [start];
  for (let next = moved.get(start); next !== undefined; next = moved.get(next)) {
    if (way.includes(next)) return { way: [...way, next], isCircle: true };
    way.push(next);
  }
  return { way, isCircle: false };
}

function movedProblem(
  entry: ListedAddress & { to: string },
  moved: ReadonlyMap<string, string>,
  pages: ReadonlySet<string>,
): string | undefined {
  const { address, to } = entry;
  if (pages.has(address))
    return `"${address}" has a page, which cannot forward at the same time; drop the arrow, or rename the page's entry`;
  if (pages.has(to)) return undefined;
  if (!moved.has(to)) {
    const near = nearest(to, pages);
    return `"${address}" leads to "${to}", which is no page${near ? `; nearest: "${near}"` : ''}`;
  }
  const { way, isCircle } = wayFrom(address, moved);
  if (isCircle) return `leads in a circle: ${way.join(' -> ')}`;
  return `"${address}" leads to "${to}", which has moved itself; expected the last address at once: "${way.at(-1)}"`;
}

/**
 * What is wrong with the list of published addresses: each must have a page, or lead to one. An address never
 * changes once it was published, so a page may be renamed or taken away only where its old address leads on.
 * @param pages the addresses that have a page
 */
export function addressProblems(listed: readonly ListedAddress[], pages: ReadonlySet<string>): LineProblem[] {
  const moved = new Map(
    listed.flatMap(({ address, to }) => (to === undefined ? [] : [[address, to] as const])),
  );
  return listed.flatMap(({ address, to, line }): LineProblem[] => {
    if (to !== undefined) {
      const message = movedProblem({ address, to, line }, moved, pages);
      return message ? [{ line, message }] : [];
    }
    if (pages.has(address)) return [];
    const example = address.replace(/[^/]+\/$/, 'new/');
    const message = `"${address}" was published and has no page any more; say where it leads, as in \`${address} -> ${example}\``;
    return [{ line, message }];
  });
}
