import { labelRows } from './label-rows.ts';
import {
  fittedLabel,
  labelWidth,
  ticksOf,
  timeScale,
  yearsOf,
  type Tick,
  type TimeSpan,
} from './time-axis.ts';

/** A model to be put on the timeline. */
export interface LaneItem {
  id: string;
  label: string;
  /** A partial date. */
  date: string;
  branch: string;
  family: string;
}

/** The families of a branch in the order of their lanes. */
export interface BranchLanes {
  branch: string;
  families: string[];
}

/** A model with its place. */
export interface LaneMark {
  id: string;
  /** The label as far as there is room for it. */
  label: string;
  x: number;
  y: number;
  /** Whether the label stands left of the mark. */
  isLeft: boolean;
}

/** The lane of a family: `y` is the middle of its first row. */
export interface Lane {
  family: string;
  y: number;
}

/** A branch: where it begins and ends, and the middle of the row of its name where it has one. */
export interface BranchBand {
  branch: string;
  top: number;
  bottom: number;
  heading: number | undefined;
}

export interface LaneChart {
  width: number;
  height: number;
  bands: BranchBand[];
  lanes: Lane[];
  /** By lane and date. */
  marks: LaneMark[];
  ticks: (Tick & { x: number })[];
}

export const chartWidth = 1136;
export const rowHeight = 20;
/** Room left of the axis, for the names of branches and families. */
export const laneNameWidth = 148;
/** The longest label, in pixels; a longer one is cut. */
const longestLabel = 420;
/** Right of the last date there is room for a name. */
const axisEnd = chartWidth - 96;
const padding = 7;
const familyGap = 4;

function byDate(a: LaneItem, b: LaneItem): number {
  return yearsOf(a.date) - yearsOf(b.date) || (a.id < b.id ? -1 : 1);
}

/** The lanes of all branches and families: each branch and each of its families where its first model came out. */
export function laneOrder(items: readonly LaneItem[]): BranchLanes[] {
  const branches = new Map<string, Set<string>>();
  for (const { branch, family } of [...items].sort(byDate)) {
    const families = branches.get(branch) ?? new Set();
    branches.set(branch, families.add(family));
  }
  return [...branches].map(([branch, families]) => ({ branch, families: [...families] }));
}

/**
 * Lays out models on a time axis, in lanes by branch and in these by family. Within a lane each model is put
 * into the first row in which its mark and label touch no other, so that a later model never moves an earlier one.
 * @param items those to be shown; their dates lie within the span
 * @param order the lanes of all models, so that leaving some out does not change it
 * @param hasHeading whether the name of a branch stands in a row of its own
 */
export function laneLayout(
  items: readonly LaneItem[],
  order: readonly BranchLanes[],
  span: TimeSpan,
  hasHeading: (branch: BranchLanes) => boolean,
): LaneChart {
  const x = timeScale(span, laneNameWidth + 10, axisEnd);
  const byFamily = Map.groupBy(items, ({ family }) => family);
  const bands: BranchBand[] = [];
  const lanes: Lane[] = [];
  const marks: LaneMark[] = [];
  let y = 0;
  for (const branch of order) {
    const families = branch.families.filter((family) => byFamily.has(family));
    if (families.length === 0) continue;
    const heading = hasHeading(branch) ? y + padding + rowHeight / 2 : undefined;
    const top = y;
    y += padding + (heading === undefined ? 0 : rowHeight);
    families.forEach((family, index) => {
      if (index > 0) y += familyGap;
      const members = [...byFamily.get(family)!].sort(byDate);
      const placed = labelRows(
        members.map(({ id, label, date }) => ({
          id,
          label: fittedLabel(label, longestLabel),
          x: x(yearsOf(date)),
        })),
        chartWidth,
      );
      lanes.push({ family, y: y + rowHeight / 2 });
      for (const { id, label, x: at, row, left } of placed)
        marks.push({ id, label, x: at, y: y + (row + 0.5) * rowHeight, isLeft: left });
      y += (Math.max(...placed.map(({ row }) => row)) + 1) * rowHeight;
    });
    y += padding;
    bands.push({ branch: branch.branch, top, bottom: y, heading });
  }
  return {
    width: chartWidth,
    height: Math.max(y, rowHeight),
    bands,
    lanes,
    marks,
    ticks: ticksOf(span).map((tick) => ({ ...tick, x: x(tick.at) })),
  };
}

/** How far a mark with its label reaches, from left to right. */
export function extentOf({ label, x, isLeft }: LaneMark): { from: number; to: number } {
  const width = 11 + labelWidth(label);
  return isLeft ? { from: x - width, to: x + 6 } : { from: x - 6, to: x + width };
}
