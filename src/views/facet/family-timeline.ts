import type { Model } from '../../catalog/catalog.ts';
import { isBefore } from '../../catalog/number-text.ts';
import { tickRoom, wholeYears, wholeYearTicks } from '../timeline/date-strip.ts';
import { labelWidth, timeScale, yearsOf, type TimeSpan } from '../timeline/time-axis.ts';

/** What of a model came out on one day after the model itself. */
export interface LaterRelease {
  /** A partial date. */
  date: string;
  /** The names of variants. */
  names: string[];
  /** Place on the axis in per cent. */
  at: number;
  /** What is written beside the mark; empty where there is no room. */
  label: string;
  /** Whether it stands left of the mark. */
  isLeft: boolean;
}

/** A model with its place on the axis, and what followed of it. */
export interface TimelineRow {
  model: Model;
  at: number;
  /** Of a date known to the year: the ends of that year. */
  within: { from: number; to: number } | undefined;
  /** The oldest first. */
  later: LaterRelease[];
}

export interface FamilyTimeline {
  /** Places in per cent; `isMain` for those whose labels have room on the narrowest page. */
  ticks: { at: number; label: string; isMain: boolean }[];
  /** By date. */
  rows: TimelineRow[];
}

/** The narrowest strip beside whose marks names are written, in pixels. */
const stripWidth = 650;
/** The width of a strip on a page of middle size, and on the narrowest. */
const middleWidth = 430;
const narrowWidth = 150;
/** Between a mark and its label, and after the label; a mark is half of the former wide. */
const room = 9;
/** Names are set in 11 px, and measured in 12. */
const small = 11 / 12;

/** What the names of variants begin with in common, as whole words: "v1.5" of "v1.5 7B" and "v1.5 13B". */
function commonBeginning(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => name.split(' '));
  const words = [...first];
  let length = 0;
  while (length < words.length && others.every((other) => other[length] === words[length])) length++;
  return words.slice(0, length).join(' ');
}

/** What stands beside a mark: all names, or what they have in common, or the first with the number of the others. */
function labelFor(names: readonly string[], width: number): string {
  const choices = [names.join(', '), commonBeginning(names), `${names[0]} + ${names.length - 1}`];
  return choices.find((choice) => choice !== '' && labelWidth(choice) * small <= width) ?? '';
}

/** Puts names beside the marks of a row that have room for them: to the right, or to the left of a last one at the edge. */
function labelled(begin: number, marks: readonly Omit<LaterRelease, 'label' | 'isLeft'>[]): LaterRelease[] {
  let taken = (begin / 100) * stripWidth;
  return marks.map((mark, index) => {
    const x = (mark.at / 100) * stripWidth;
    const next = marks[index + 1];
    const end = next ? (next.at / 100) * stripWidth - room : stripWidth;
    const right = labelFor(mark.names, end - x - room);
    const left = right || next ? '' : labelFor(mark.names, x - taken - 2 * room);
    taken = x + (right ? room + labelWidth(right) * small : 0);
    return { ...mark, label: right || left, isLeft: left !== '' };
  });
}

/** The ticks of a stretch of time, as close as pages of middle size have room for their labels. */
function ticksOf(span: TimeSpan): FamilyTimeline['ticks'] {
  const ticks = wholeYearTicks(span, middleWidth);
  const years = ticks.filter(({ year }) => year !== undefined);
  const main = years.length > 1 ? years : ticks;
  const step = Math.ceil((main.length * tickRoom) / narrowWidth);
  const place = timeScale(span, 0, 100);
  return ticks.map((tick) => {
    const isMain = main.includes(tick) && main.indexOf(tick) % step === 0;
    // The year is named even where it is the only one.
    return { at: place(tick.at), label: tick.year ? String(tick.year) : tick.label, isMain };
  });
}

/** The ends of the year of a date of which no more is known. */
function withinYear(date: string, place: (years: number) => number): TimelineRow['within'] {
  return date.length === 4 ? { from: place(Number(date)), to: place(Number(date) + 1) } : undefined;
}

/** A family's models by date, each with the dates on which later variants of it came out. */
export function familyTimeline(models: readonly Model[]): FamilyTimeline {
  const laterOf = (model: Model) =>
    [
      ...Map.groupBy(
        model.variants.filter(({ released }) => released !== undefined && isBefore(model.released, released)),
        ({ released }) => released!,
      ),
    ].toSorted(([a], [b]) => yearsOf(a) - yearsOf(b));
  const rows = models.map((model) => ({ model, later: laterOf(model) }));
  const span = wholeYears(
    rows.flatMap(({ model, later }) => [model.released, ...later.map(([date]) => date)]),
  );
  const place = timeScale(span, 0, 100);
  return {
    ticks: ticksOf(span),
    rows: rows.map(({ model, later }) => ({
      model,
      at: place(yearsOf(model.released)),
      within: withinYear(model.released, place),
      later: labelled(
        place(yearsOf(model.released)),
        later.map(([date, variants]) => ({
          date,
          names: variants.map(({ name }) => name),
          at: place(yearsOf(date)),
        })),
      ),
    })),
  };
}
