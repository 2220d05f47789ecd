import { causalMask, prefixMask } from '../masks/masks.ts';
import type { Stream } from '../random.ts';
import { below } from './draw.ts';
import { piece, plural, special, start, type Column, type Example, type Piece } from './example.ts';

/** Positions that each say the next piece: the start symbol says the first, the last but one the last. */
export function continuing(pieces: readonly Piece[]): Column[] {
  return pieces.map((say, index) => ({ read: index === 0 ? start : pieces[index - 1]!, say }));
}

/** Language modelling from left to right: every token is predicted from those before it. */
export function causal(tokens: readonly string[]): Example {
  return {
    source: [],
    columns: continuing(tokens.map(piece)),
    mask: causalMask(tokens.length),
    told: 'Every token is predicted from those before it, the first from the start symbol alone.',
  };
}

/** The two ways to take the factors of a language model in a fixed order: here from the last token to the first. */
export function backward(tokens: readonly string[]): Example {
  const size = tokens.length;
  const columns = tokens.map((token, index): Column => ({
    read: index === size - 1 ? start : piece(tokens[index + 1]!),
    say: piece(token),
    order: size - index,
  }));
  return {
    source: [],
    columns,
    mask: causalMask(size)
      .map((row) => [...row].reverse())
      .reverse(),
    told: 'The same chain rule from the end: every token is predicted from those after it.',
  };
}

/**
 * Prefix language modelling: the prefix is read both ways, the rest predicted. As in T5's code, the length of the
 * prefix is uniform from 1 to one less than that of the text; a single token has no prefix but the start symbol.
 */
export function prefixed(tokens: readonly string[], next: Stream): Example {
  const size = tokens.length;
  const length = size === 1 ? 0 : 1 + below(next, size - 1);
  const columns = continuing(tokens.map(piece)).map(({ read, say }, index): Column =>
    index < length ? { read } : { read, say: say! },
  );
  return {
    source: [],
    columns,
    border: length + 1,
    mask: prefixMask(size, length + 1),
    told: `The prefix has ${plural(length, 'token')}; ${size - length === 1 ? 'the one behind it is' : `the ${size - length} behind it are`} predicted.`,
  };
}

export const mark = special('<mask:0>');

/** Causal masking: a span is moved to the end, a mark is left, and all but the marks is predicted from left to right. */
export function moved(tokens: readonly string[], next: Stream): Example {
  const [one, other] = [below(next, tokens.length), below(next, tokens.length)];
  const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
  const pieces = tokens.map(piece);
  const sequence = [...pieces.slice(0, from), mark, ...pieces.slice(to), mark, ...pieces.slice(from, to)];
  return {
    source: [],
    columns: continuing(sequence).map(({ read, say }) => (say === mark ? { read } : { read, say: say! })),
    mask: causalMask(sequence.length),
    told: `A span of ${plural(to - from, 'token')} was moved to the end; when it is predicted, both of its sides have been read.`,
  };
}
