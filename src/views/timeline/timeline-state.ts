import { nearest } from '../../catalog/edit-distance.ts';
import type { Ignored } from '../table/table-state.ts';
import { spanOf, spanOfMonths, type TimeSpan } from './time-axis.ts';
import type { TimelineItem } from './timeline-item.ts';

/** What a reader has made of a timeline: all that its address says. */
export interface TimelineState {
  /** Any of these; empty: all. */
  architecture: string[];
  /** Empty: any. */
  lab: string;
  modality: string;
  /** Only models whose weights anyone may download. */
  isOpen: boolean;
  /** Months as 2023-02, both included; empty: as early or late as there are models. */
  from: string;
  to: string;
}

export const plainState: TimelineState = {
  architecture: [],
  lab: '',
  modality: '',
  isOpen: false,
  from: '',
  to: '',
};

/** The terms that can be asked for. */
export interface KnownTerms {
  architecture: readonly string[];
  lab: readonly string[];
  modality: readonly string[];
}

const parameterNames = ['architecture', 'lab', 'modality', 'weights', 'from', 'to'];

/** A month as it stands in an address, or the first or last month of a year; undefined where it is neither. */
export function monthOf(text: string, end: 'from' | 'to'): string | undefined {
  const match = /^\s*(\d{4})(?:-(\d{1,2}))?\s*$/.exec(text);
  if (!match) return undefined;
  const month = match[2] === undefined ? (end === 'from' ? 1 : 12) : Number(match[2]);
  return month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : undefined;
}

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

/** Reads a query string. Never throws: what it cannot read it leaves out, and says so. */
export function parseState(query: string, known: KnownTerms): { state: TimelineState; ignored: Ignored[] } {
  const state: TimelineState = { ...plainState, architecture: [] };
  const ignored: Ignored[] = [];
  const ignore = (what: string, hint: string | undefined) => ignored.push(hint ? { what, hint } : { what });
  const near = (value: string, among: readonly string[]) => {
    const found = nearest(value, among);
    return found && `nearest: ${found}`;
  };
  for (const [name, written] of new URLSearchParams(query)) {
    const value = written.trim().toLowerCase();
    if (name === 'architecture') {
      for (const term of value.split(',').filter(Boolean)) {
        if (!known.architecture.includes(term))
          ignore(`${name} ${quoted(term)}`, near(term, known.architecture));
        else if (!state.architecture.includes(term)) state.architecture.push(term);
      }
    } else if (name === 'lab' || name === 'modality') {
      if (known[name].includes(value)) state[name] = value;
      else if (value) ignore(`${name} ${quoted(value)}`, near(value, known[name]));
    } else if (name === 'weights') {
      if (value === 'open') state.isOpen = true;
      else if (value) ignore(`${name} ${quoted(value)}`, 'expected: open');
    } else if (name === 'from' || name === 'to') {
      const month = monthOf(value, name);
      if (month) state[name] = month;
      else if (value) ignore(`${name} ${quoted(value)}`, 'expected: 2023-02');
    } else {
      ignore(quoted(name), near(name, parameterNames));
    }
  }
  if (state.from && state.to && state.from > state.to) {
    ignore(`to ${quoted(state.to)}`, `expected: a month not before ${state.from}`);
    state.to = '';
  }
  return { state, ignored };
}

/** Prints a state as a query string that parseState reads as the same state; empty where there is nothing to say. */
export function printState({ architecture, lab, modality, isOpen, from, to }: TimelineState): string {
  const parts = [
    architecture.length > 0 && `architecture=${architecture.join(',')}`,
    lab && `lab=${lab}`,
    modality && `modality=${modality}`,
    isOpen && 'weights=open',
    from && `from=${from}`,
    to && `to=${to}`,
  ].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The filters that can be dropped one by one; the range of time is one. */
export const filterNames = ['architecture', 'lab', 'modality', 'isOpen', 'range'] as const;
export type FilterName = (typeof filterNames)[number];

/** Whether a date certainly lies in a range of months; a year alone does where the whole year is in it. */
export function isWithin(date: string, from: string, to: string): boolean {
  const [first, last] =
    date.length === 4 ? [`${date}-01`, `${date}-12`] : [date.slice(0, 7), date.slice(0, 7)];
  return (!from || first >= from) && (!to || last <= to);
}

/** Whether a model is asked for. */
export function isShown(state: TimelineState, item: TimelineItem): boolean {
  return (
    (state.architecture.length === 0 || state.architecture.includes(item.architecture)) &&
    (!state.lab || item.labs.includes(state.lab)) &&
    (!state.modality || item.modalities.includes(state.modality)) &&
    (!state.isOpen || item.weights === 'open') &&
    isWithin(item.date, state.from, state.to)
  );
}

/** The filters that are in use. */
export function usedFilters(state: TimelineState): FilterName[] {
  return filterNames.filter((name) => {
    if (name === 'range') return Boolean(state.from || state.to);
    return name === 'architecture' ? state.architecture.length > 0 : Boolean(state[name]);
  });
}

/** A state without one of its filters. */
export function without(state: TimelineState, name: FilterName): TimelineState {
  if (name === 'range') return { ...state, from: '', to: '' };
  return { ...state, [name]: plainState[name] };
}

/** The stretch of time to be drawn: the range that is asked for, its open ends as far as there are models. */
export function spanFor({ from, to }: TimelineState, dates: readonly string[]): TimeSpan {
  const whole = spanOf(dates);
  if (!from && !to) return whole;
  const asked = spanOfMonths(from || to, to || from);
  const start = from ? asked.start : Math.min(whole.start, asked.end - 1 / 12);
  const end = to ? asked.end : Math.max(whole.end, asked.start + 1 / 12);
  return { start, end };
}
