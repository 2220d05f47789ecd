import type { SizedItem } from './size-layout.ts';
import type { TimelineItem } from './timeline-item.ts';

/** Those whose number of parameters is known. */
export function sizedItems(items: readonly TimelineItem[]): SizedItem[] {
  return items.flatMap(({ most, least, ...item }) =>
    most === undefined || least === undefined ? [] : [{ ...item, most, least }],
  );
}
