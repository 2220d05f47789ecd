import { countText } from './number-text.ts';
import { phraseAt, textAt, type Word } from './query-words.ts';
import type { RangeColumn } from './table-columns.ts';
import { typedCount, type Range } from './typed-ranges.ts';

/** A stretch of sizes, contexts or whole years (2019, not months) that a query states, and by how many of its words. */
export interface StatedRange {
  column: RangeColumn;
  range: Range;
  label: string;
  words: number;
}

type Bound = 'under' | 'over' | 'from' | 'to';

/** How people say on which side of a number they mean. */
const bounds: readonly [Bound, string][] = [
  ['under', 'smaller than'],
  ['under', 'less than'],
  ['under', 'fewer than'],
  ['under', 'shorter than'],
  ['under', 'earlier than'],
  ['under', 'under'],
  ['under', 'below'],
  ['under', 'before'],
  ['under', '<'],
  ['over', 'larger than'],
  ['over', 'bigger than'],
  ['over', 'greater than'],
  ['over', 'longer than'],
  ['over', 'more than'],
  ['over', 'later than'],
  ['over', 'over'],
  ['over', 'above'],
  ['over', 'after'],
  ['over', '>'],
  ['to', 'at most'],
  ['to', 'up to'],
  ['to', 'until'],
  ['to', '<='],
  ['to', '≤'],
  ['from', 'at least'],
  ['from', 'since'],
  ['from', '>='],
  ['from', '≥'],
];

interface Counted {
  column: RangeColumn;
  value: number;
  text: string;
  /** Of what is written, half a unit of the last digit, so that 7B takes in all that rounds to it. */
  half: number;
  words: number;
}

const scales: Record<string, string> = { million: 'M', billion: 'B', trillion: 'T', bn: 'B', mn: 'M' };
const parameterWords = ['parameters', 'params', 'parameter', 'param'];
const contextWords = [
  'token context',
  'tokens context',
  'context window',
  'context length',
  'context',
  'ctx',
  'tokens',
];

/** A year, a size or a number of tokens at a place. */
function countedAt(words: readonly Word[], at: number): Counted | undefined {
  const word = words[at];
  if (!word) return undefined;
  const ahead = phraseAt(words, at, contextWords);
  if (ahead > 0 && words[at]!.text !== 'tokens') {
    const of = ['of', 'size'].includes(words[at + ahead]?.text ?? '') ? 1 : 0;
    const number = tokensOf(words[at + ahead + of]?.text ?? '');
    if (number) return { ...number, words: ahead + of + 1 };
  }
  const scale = scales[words[at + 1]?.text ?? ''];
  const written = scale && /^[\d.,]+$/.test(word.text) ? word.text + scale : word.text;
  const used = written === word.text ? 1 : 2;
  const tokens = phraseAt(words, at + used, contextWords);
  if (tokens > 0) {
    const number = tokensOf(written);
    if (number) return { ...number, words: used + tokens };
  }
  if (/^(19[89]|20[0-4])\d$/.test(word.text))
    return { column: 'released', value: Number(word.text), text: word.text, half: 0, words: 1 };
  if (!/^[\d.,]+[mbt]\+?$/i.test(written)) return undefined;
  const value = typedCount(written.replace('+', ''));
  if (!value) return undefined;
  const { 1: digits = '', 2: unit = '' } = /^([\d.,]+)([a-z])/i.exec(written) ?? [];
  const decimals = /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const half = Math.max((typedCount(`1${unit}`) ?? 0) / 10 ** decimals / 2, value / 50);
  const named = phraseAt(words, at + used, parameterWords);
  return { column: 'parameters', value, text: countText(value), half, words: used + named };
}

function tokensOf(text: string): Omit<Counted, 'words'> | undefined {
  if (!/^\d[\d.,]*[km]?\+?$/.test(text)) return undefined;
  const value = typedCount(text.replace('+', ''));
  return value ? { column: 'context', value, text: text.replace('+', ''), half: 0 } : undefined;
}

const rangeLabels: Record<RangeColumn, (bound: Bound | 'at', text: string) => string> = {
  released: (bound, text) =>
    ({
      under: `before ${text}`,
      over: `after ${text}`,
      from: `since ${text}`,
      to: `until ${text}`,
      at: text,
    })[bound],
  parameters: (bound, text) =>
    ({
      under: `under ${text} parameters`,
      over: `over ${text} parameters`,
      from: `${text} parameters or more`,
      to: `${text} parameters or fewer`,
      at: `about ${text} parameters`,
    })[bound],
  context: (bound, text) =>
    ({
      under: `context under ${text}`,
      over: `context over ${text}`,
      from: `context of ${text} or more`,
      to: `context of ${text} or less`,
      at: `context of ${text} or more`,
    })[bound],
};

/** K may mean 1,000 or 1,024 tokens: an upper end takes in both. */
function upper({ column, value, text }: Counted): number {
  return column === 'context' && text.endsWith('k') ? Math.round(value * 1.024) : value;
}

function rangeOf(bound: Bound | 'at', counted: Counted): Range {
  const { column, value, half } = counted;
  switch (bound) {
    case 'under':
      return { to: value - 1 };
    case 'over':
      return { from: upper(counted) + 1 };
    case 'from':
      return { from: value };
    case 'to':
      return { to: upper(counted) };
    case 'at':
      if (column === 'context') return { from: value };
      return column === 'released'
        ? { from: value, to: value }
        : { from: Math.round(value - half), to: Math.round(value + half) };
  }
}

/** A stretch of years, sizes or contexts at a place: "after 2021", "1B to 10B", "32k context". */
export function rangeAt(query: string, words: readonly Word[], at: number): StatedRange | undefined {
  const context = phraseAt(words, at, contextWords.slice(0, -1));
  const named = context > 0 && words[at + context]?.text === 'of' ? context + 1 : context;
  const bound = bounds.find(([, phrase]) => textAt(words, at + named, phrase.split(' ').length) === phrase);
  if (bound) {
    const [kind, phrase] = bound;
    const before = named + phrase.split(' ').length;
    const counted =
      countedAt(words, at + before) ??
      (named > 0 ? withWords(tokensOf(words[at + before]?.text ?? ''), 1) : undefined);
    if (counted && (named === 0 || counted.column === 'context')) {
      const label = rangeLabels[counted.column](kind, counted.text);
      return { column: counted.column, range: rangeOf(kind, counted), label, words: before + counted.words };
    }
  }
  const opening = ['between', 'from'].includes(words[at]?.text ?? '') ? 1 : 0;
  const first = countedAt(words, at + opening);
  if (!first) return undefined;
  const after = at + opening + first.words;
  const between = query.slice(words[after - 1]!.to, words[after]?.from);
  const joined = /^\s*(?:-|–|—|\.\.+|…)\s*$/u.test(between) ? 0 : 1;
  const isJoined = joined === 0 || ['to', 'and', 'until'].includes(words[after]?.text ?? '');
  const second =
    isJoined && (opening || joined === 0 || words[after]?.text !== 'and')
      ? countedAt(words, after + joined)
      : undefined;
  if (second && second.column === first.column && second.value > first.value) {
    const range = { from: first.value, to: upper(second) };
    const what = { released: '', parameters: ' parameters', context: ' tokens of context' }[first.column];
    return {
      column: first.column,
      range,
      label: `${first.text} to ${second.text}${what}`,
      words: opening + first.words + joined + second.words,
    };
  }
  if (opening) return undefined;
  const kind = words[after - 1]!.text.endsWith('+') || words[at]!.text.endsWith('+') ? 'from' : 'at';
  return {
    column: first.column,
    range: rangeOf(kind, first),
    label: rangeLabels[first.column](kind, first.text),
    words: first.words,
  };
}

function withWords<Value>(value: Value | undefined, words: number): (Value & { words: number }) | undefined {
  return value && { ...value, words };
}
