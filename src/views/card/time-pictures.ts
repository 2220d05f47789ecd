import type { Node } from '@takumi-rs/core';
import type { ArchitectureSlug } from '../../schema/architecture.ts';
import type { Hue } from '../../schema/branch.ts';
import { spanOf, ticksOf, timeScale, yearsOf, type TimeSpan } from '../timeline/time-axis.ts';
import { glyph, left, line, picture, placedText, sans, short, width, type Ink } from './card-parts.ts';

/** A model on an axis of time. */
export interface TimeMark {
  released: string;
  hue: Hue;
  architecture: ArchitectureSlug;
  /** The largest published number of parameters. */
  parameters?: number;
}

/** From the beginning of the first year to the end of the last. */
function wholeYears(marks: readonly TimeMark[]): TimeSpan {
  const { start, end } = spanOf(marks.map(({ released }) => released));
  return { start: Math.floor(start), end: Math.ceil(end) };
}

/** The axis of years, its line at a height of the card. */
function yearAxis(span: TimeSpan, top: number, ink: Ink): Node[] {
  const at = timeScale(span, 0, width);
  const years = ticksOf(span);
  const ticks = years.map((year) => line(ink.ink, 2, `M${short(at(year.at))} 0v10`)).join('');
  return [
    picture(line(ink.ink, 2, `M0 1h${width}`) + ticks, { left, top, width, height: 12 }),
    ...years.map((year) =>
      placedText(
        year.label,
        { left: left + at(year.at) + 7, top: top + 1 },
        { color: ink.label, fontFamily: sans, fontSize: 22 },
      ),
    ),
  ];
}

/** The stretch of a partial date, in years: a day is a point, a month and a year have a beginning and an end. */
function stretchOf(date: string): { start: number; end: number } {
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return { start: yearsOf(date), end: yearsOf(date) };
  const start = year! + ((month ?? 1) - 1) / 12;
  return { start, end: start + (month === undefined ? 1 : 1 / 12) };
}

/**
 * The place of a model in time, a stretch where only its month or year is known: a tick for every model, those of its branch in its hue, and its sign with its date.
 * @param top of the axis
 */
export function placeInTime(
  marks: readonly TimeMark[],
  here: TimeMark & { label: string },
  top: number,
  ink: Ink,
): Node[] {
  const span = wholeYears(marks);
  const at = timeScale(span, 0, width);
  const colour = ink.mark(here.hue);
  const ticks = marks
    .toSorted((a, b) => Number(a.hue === here.hue) - Number(b.hue === here.hue))
    .map(({ released, hue }) =>
      line(hue === here.hue ? colour : ink.rule, 3, `M${short(at(yearsOf(released)))} 0v20`),
    );
  const { start, end } = stretchOf(here.released);
  const middle = at((start + end) / 2);
  const when =
    end > start
      ? line(colour, 6, `M${short(at(start))} 17h${short(at(end) - at(start))}`)
      : line(ink.paper, 14, `M${short(middle)} 0v20`) + line(colour, 4, `M${short(middle)} 0v20`);
  const size = 40;
  const sign = { left: left + middle - size / 2, top: top - 20 - size + 7, width: size, height: size };
  const isLate = middle > width - 300;
  return [
    picture(ticks.join('') + when, { left, top: top - 20, width, height: 20 }),
    picture(
      `<path fill="${ink.paper}" d="M0 0h40v35H0z"/>${glyph(here.architecture, colour, 0, 0, size)}`,
      sign,
    ),
    placedText(
      here.label,
      { left: isLate ? sign.left - 412 : sign.left + size + 10, top: sign.top + 1, width: 402 },
      { fontFamily: sans, fontSize: 28, fontWeight: 600, textAlign: isLate ? 'right' : 'left' },
    ),
    ...yearAxis(span, top, ink),
  ];
}

/**
 * All models, a sign for each in the hue of its branch, those of two months on top of one another.
 * @param top of the axis
 */
export function crowdInTime(marks: readonly TimeMark[], top: number, height: number, ink: Ink): Node[] {
  const span = wholeYears(marks);
  const columns = Math.round((span.end - span.start) * 6);
  const columnOf = ({ released }: TimeMark) => Math.floor((yearsOf(released) - span.start) * 6 + 1e-9);
  const counts = new Map<number, number>();
  for (const mark of marks) counts.set(columnOf(mark), (counts.get(columnOf(mark)) ?? 0) + 1);
  const step = Math.min(width / columns, (height - 4) / Math.max(1, ...counts.values()));
  const placed = new Map<number, number>();
  const signs = marks
    .toSorted((a, b) => (a.released < b.released ? -1 : a.released > b.released ? 1 : 0))
    .map((mark) => {
      const column = columnOf(mark);
      const row = placed.get(column) ?? 0;
      placed.set(column, row + 1);
      const x = ((column + 0.5) * width) / columns - step / 2;
      return glyph(mark.architecture, ink.mark(mark.hue), x, height - (row + 1) * step - 4, step);
    });
  return [picture(signs.join(''), { left, top: top - height, width, height }), ...yearAxis(span, top, ink)];
}

/**
 * The models whose size is published, each at its date and at its size on a scale of powers of ten.
 * @param top of the axis
 */
export function sizesInTime(marks: readonly TimeMark[], top: number, height: number, ink: Ink): Node[] {
  const span = wholeYears(marks);
  const at = timeScale(span, 0, width);
  const sized = marks.filter(({ parameters }) => parameters !== undefined);
  const exponents = sized.map(({ parameters }) => Math.log10(parameters!));
  const [least, most] = [Math.min(...exponents) - 0.3, Math.max(...exponents) + 0.3];
  const size = 16;
  const signs = sized.map(({ released, hue, architecture }, index) => {
    const y = height - ((exponents[index]! - least) / (most - least)) * height;
    return glyph(architecture, ink.mark(hue), at(yearsOf(released)) - size / 2, y - size / 2, size);
  });
  return [picture(signs.join(''), { left, top: top - height, width, height }), ...yearAxis(span, top, ink)];
}
