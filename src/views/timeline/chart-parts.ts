import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { BranchBand, LaneMark } from './lane-layout.ts';
import type { SizeChart, SizeMark } from './size-layout.ts';

// What of a chart the page as written and the script that draws it anew must agree on.

/** The symbol of an architecture in the glyph sheet. */
export const symbols: Record<ArchitectureSlug, string> = {
  encoder: 'g-enc',
  decoder: 'g-dec',
  'encoder-decoder': 'g-ed',
  other: 'g-oth',
};

export function symbolOf(architecture: string): string {
  return `#${symbols[architecture as ArchitectureSlug] ?? symbols.other}`;
}

/** A number in a drawing, to a tenth. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Where a mark is moved to, with all that hangs from it. */
export function moveTo(x: number, y: number): string {
  return `translate(${n(x)} ${n(y)})`;
}

// A branch is a drawing of its own, so that a page on paper can end between two of them. Its y goes on from the one above.

export function bandFrame({ top, bottom }: BranchBand, width: number): { viewBox: string; height: string } {
  return { viewBox: `0 ${n(top)} ${width} ${n(bottom - top)}`, height: n(bottom - top) };
}

export function bandGrid({ top, bottom }: BranchBand, ticks: readonly { x: number }[]): string {
  return ticks.map(({ x }) => `M${n(x)} ${n(top)}V${n(bottom)}`).join('');
}

/** The line above a branch; the first one has the axis there. */
export function bandRule({ top }: BranchBand, width: number): string {
  return top > 0 ? `M0 ${n(top)}H${width}` : '';
}

/** Place and anchor of a label beside its mark on the timeline. */
export function laneLabel({ isLeft }: LaneMark): { x: string; 'text-anchor': 'start' | 'end' } {
  return isLeft ? { x: '-11', 'text-anchor': 'end' } : { x: '11', 'text-anchor': 'start' };
}

/** The lines of the time axis through the size chart. */
export function gridLines({ ticks, height }: Pick<SizeChart, 'ticks' | 'height'>): string {
  return ticks.map(({ x }) => `M${n(x)} 0V${height}`).join('');
}

/** The parts of a mark of the size chart, as seen from the mark; empty paths where a part is missing. */
export function sizeParts({ markX, markY, x, y, leastY, activeY, leader }: SizeMark): {
  label: { x: string; y: string };
  leader: string;
  thread: string;
  /** To the number of active parameters; it ends at the edge of the hollow mark. */
  joint: string;
  /** The hollow mark itself. */
  active: string;
} {
  const from = leastY - markY;
  const active = activeY === undefined ? undefined : activeY - markY;
  return {
    label: { x: n(x - markX), y: n(y - markY + 4) },
    leader: leader
      ? `M${n(leader.fromX - markX)} ${n(leader.fromY - markY)}L${n(leader.toX - markX)} ${n(leader.toY - markY)}`
      : '',
    thread: from > 0 ? `M0 0V${n(from)}` : '',
    joint: active !== undefined && active > 9 ? `M0 6V${n(active - 3.5)}` : '',
    active: active === undefined ? '' : `M-3.5 ${n(active)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`,
  };
}
