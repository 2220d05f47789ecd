import { sizeLines, sizeSpanOf, type SizeLine } from './size-axis.ts';
import { placedLabels, type Obstacle, type PlacedLabel, type PlacementLimits } from './label-placement.ts';
import { chartWidth } from './lane-layout.ts';
import {
  fittedLabel,
  labelWidth,
  ticksOf,
  timeScale,
  yearsOf,
  type Tick,
  type TimeSpan,
} from './time-axis.ts';

/** A model whose number of parameters is known. */
export interface SizedItem {
  id: string;
  label: string;
  /** A partial date. */
  date: string;
  /** Parameters of its largest and of its smallest variant. */
  most: number;
  least: number;
  /** Parameters used for one token, of the variant that uses most. */
  active?: number;
}

/** A model with its place, and its label's. */
export interface SizeMark extends PlacedLabel {
  id: string;
  /** The label as far as there is room for it. */
  text: string;
  markX: number;
  markY: number;
  /** The lower end of the thread to its smallest variant; as markY where it has one size. */
  leastY: number;
  activeY?: number;
}

export interface SizeChart {
  width: number;
  height: number;
  /** By date. */
  marks: SizeMark[];
  ticks: (Tick & { x: number })[];
  lines: SizeLine[];
  /** So many models that their threads have to step back. */
  isCrowded: boolean;
  /** The running maximum, as a path of steps; empty where there is nothing to draw. */
  record: string;
}

/** Room left of the axis, for the numbers. */
export const sizeNameWidth = 44;
const axisEnd = chartWidth - 30;
const top = 28;
const bottom = 14;
const longestLabel = 320;
const crowded = 150;
const leastHeight = 420;
/** A drawing grows by this factor, so many times at most, until its labels are well placed. */
const growth = 1.2;
const attempts = 10;

function byDate(a: SizedItem, b: SizedItem): number {
  return yearsOf(a.date) - yearsOf(b.date) || (a.id < b.id ? -1 : 1);
}

/** How many leaders are put up with before a drawing grows: few of few models, up to half of many. */
function fewLeaders(count: number): number {
  return Math.ceil(count * Math.min(0.5, 0.05 + count / 800));
}

type Segment = [fromX: number, fromY: number, toX: number, toY: number];

/**
 * The largest size up to each date, as steps from left to right; `before` is where the record stands when the
 * drawing begins. A record above the drawing is not broken in it.
 */
function recordSteps(
  marks: readonly { x: number; y: number }[],
  before: number | 'above' | undefined,
): Segment[] {
  const steps: Segment[] = [];
  if (before === 'above') return steps;
  let [fromX, best] = [sizeNameWidth, before];
  for (const { x, y } of marks) {
    if (best !== undefined && y >= best) continue;
    if (best !== undefined) steps.push([fromX, best, x, best], [x, best, x, y]);
    [fromX, best] = [x, y];
  }
  if (best !== undefined) steps.push([fromX, best, chartWidth, best]);
  return steps;
}

/** A line along an axis as an obstacle for labels. */
function lineBox(x1: number, y1: number, x2: number, y2: number, cost: number): Obstacle {
  const [left, right] = [Math.min(x1, x2) - 1, Math.max(x1, x2) + 1];
  return { left, right, top: Math.min(y1, y2) - 1, bottom: Math.max(y1, y2) + 1, cost };
}

/**
 * Lays out models by date and, on a log scale, by parameters: the mark at the largest variant, a thread to the
 * smallest, labels at the least cost. The drawing grows taller until every label has a place.
 * @param items those to be shown; their dates lie within the span
 * @param recordBefore the largest number of parameters before the span
 */
export function sizeLayout(items: readonly SizedItem[], span: TimeSpan, recordBefore?: number): SizeChart {
  const x = timeScale(span, sizeNameWidth + 14, axisEnd);
  const sizeSpan = sizeSpanOf(
    items.flatMap(({ most: high, least: low, active }) => [high, low, active ?? high]),
  );
  const { least, most } = sizeSpan;
  const sorted = [...items].sort(byDate).map((item) => {
    const text = fittedLabel(item.label, longestLabel);
    return { item, text, x: x(yearsOf(item.date)), width: labelWidth(text) };
  });

  const yIn = (height: number) => (parameters: number) =>
    height - bottom - ((Math.log10(parameters) - least) / (most - least)) * (height - top - bottom);
  const marksIn = (y: (parameters: number) => number) =>
    sorted.map(({ item, x: at }) => ({ x: at, y: y(item.most) }));
  const recordIn = (y: (parameters: number) => number) => {
    if (recordBefore === undefined || recordBefore < 10 ** least) return undefined;
    return recordBefore > 10 ** most ? 'above' : y(recordBefore);
  };
  const placesIn = (height: number, limits: PlacementLimits) => {
    const y = yIn(height);
    return placedLabels(
      sorted.map(({ item, x: at, width }) => ({ id: item.id, x: at, y: y(item.most), width })),
      sorted.flatMap(({ item, x: at }) => {
        if (item.active === undefined) return [];
        const middle = y(item.active);
        return [{ left: at - 5, right: at + 5, top: middle - 5, bottom: middle + 5 }];
      }),
      [
        ...sorted
          .filter(({ item }) => item.least < item.most)
          .map(({ item, x: at }) => lineBox(at, y(item.most), at, y(item.least), 0.7)),
        ...recordSteps(marksIn(y), recordIn(y)).map(([x1, y1, x2, y2]) => lineBox(x1, y1, x2, y2, 1.4)),
      ],
      { left: sizeNameWidth, right: chartWidth, top: 0, bottom: height },
      limits,
    );
  };

  const count = items.length;
  const start = Math.round(Math.max(leastHeight, 640 * (count / 70) ** 0.85));
  let height = start;
  let places = placesIn(height, { reach: 320, leaders: fewLeaders(count) });
  for (let attempt = 1; !places; attempt++) {
    // Where many models have one date and one size, no height parts them: then labels may stand anywhere.
    const isHopeless = attempt >= attempts;
    height = Math.round(start * growth ** (isHopeless ? attempt - attempts : attempt));
    places = placesIn(
      height,
      isHopeless
        ? { reach: chartWidth + height, leaders: count }
        : { reach: 320, leaders: fewLeaders(count) },
    );
  }

  const y = yIn(height);
  const marks = sorted.map(({ item, text, x: markX }): SizeMark => ({
    id: item.id,
    text,
    ...places.get(item.id)!,
    markX,
    markY: y(item.most),
    leastY: y(item.least),
    ...(item.active !== undefined && { activeY: y(item.active) }),
  }));
  return {
    width: chartWidth,
    height,
    marks,
    ticks: ticksOf(span).map((tick) => ({ ...tick, x: x(tick.at) })),
    lines: sizeLines(sizeSpan, y),
    isCrowded: items.length > crowded,
    record: recordSteps(marksIn(y), recordIn(y))
      .map(([x1, y1, x2, y2]) => `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`)
      .join(''),
  };
}
