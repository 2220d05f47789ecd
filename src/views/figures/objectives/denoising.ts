import { encoderDecoderMask } from '../masks/masks.ts';
import type { Stream } from '../random.ts';
import { choose, cut, poisson, shuffled } from './draw.ts';
import { piece, plural, shareOf, special, type Example, type Piece } from './example.ts';
import { continuing } from './left-to-right.ts';
import { sentencesOf } from './tokens.ts';

export const noises = ['infill-shuffle', 'delete', 'infill', 'shuffle'] as const;
export type Noise = (typeof noises)[number];

/** The share of tokens that BART's final recipe hides, and the mean length of its spans. */
export const infilledShare = 0.3;
export const infilledMean = 3;
/** The share of tokens that the figure deletes, and that T5 cuts out, in spans of this mean length. */
export const deletedShare = 0.15;
export const corruptedShare = 0.15;
export const corruptedMean = 3;

const hidden = special('[MASK]');

function encodedAndWritten(source: Piece[], written: Piece[], told: string): Example {
  return {
    source,
    columns: continuing(written),
    border: source.length,
    mask: encoderDecoderMask(source.length + written.length, source.length),
    told,
  };
}

/** Lengths of spans with Poisson distribution whose sum is the budget: drawn until it is reached, the last one trimmed. */
export function spanLengths(next: Stream, budget: number, mean: number): number[] {
  const lengths: number[] = [];
  for (let left = budget; left > 0; left -= lengths.at(-1)!)
    lengths.push(Math.min(left, poisson(next, mean)));
  return lengths;
}

/** Text infilling as in BART: spans become one mask each; a span of length 0 puts a mask where nothing is missing. */
export function infilled(tokens: readonly string[], next: Stream): { pieces: Piece[]; lengths: number[] } {
  const budget = Math.ceil(tokens.length * infilledShare);
  const lengths = shuffled(next, spanLengths(next, budget, infilledMean));
  const gaps = cut(next, tokens.length - budget, lengths.length + 1, 0);
  const pieces: Piece[] = [];
  let at = 0;
  const keep = (count: number) => {
    pieces.push(...tokens.slice(at, at + count).map(piece));
    at += count;
  };
  lengths.forEach((length, index) => {
    keep(gaps[index]!);
    pieces.push(hidden);
    at += length;
  });
  keep(tokens.length - at);
  return { pieces, lengths };
}

/** Denoising as in BART: the encoder reads a damaged text, the decoder writes the whole original. */
export function denoised(tokens: readonly string[], noise: Noise, next: Stream): Example {
  const told: string[] = [];
  let damaged: readonly string[] = tokens;
  if (noise === 'shuffle' || noise === 'infill-shuffle') {
    const sentences = sentencesOf(tokens);
    const order = shuffled(
      next,
      sentences.map((_, index) => index),
    );
    damaged = order.flatMap((index) => sentences[index]!);
    told.push(
      sentences.length < 2
        ? 'There is only one sentence, so nothing could be shuffled.'
        : order.every((place, index) => place === index)
          ? `The ${sentences.length} sentences were shuffled, and fell into their own order.`
          : `The ${sentences.length} sentences now stand in the order ${order.map((place) => place + 1).join(', ')}.`,
    );
  }
  let source = damaged.map(piece);
  if (noise === 'infill' || noise === 'infill-shuffle') {
    const { pieces, lengths } = infilled(damaged, next);
    source = pieces;
    told.push(
      lengths.length === 1
        ? `One mask stands for ${plural(lengths[0]!, 'token')}.`
        : `${lengths.length} masks stand for ${lengths.slice(0, -1).join(', ')} and ${lengths.at(-1)} tokens.`,
    );
  }
  if (noise === 'delete') {
    const gone = new Set(choose(next, tokens.length, shareOf(tokens.length, deletedShare)));
    source = source.filter((_, index) => !gone.has(index));
    told.push(
      `${plural(gone.size, 'token')} of ${tokens.length} ${gone.size === 1 ? 'was' : 'were'} deleted; nothing shows where.`,
    );
  }
  return encodedAndWritten(source, tokens.map(piece), told.join(' '));
}

const sentinelNames = ['<X>', '<Y>', '<Z>'];

/** The mark of a span, by its number from 0: three as the paper writes them, then as its code does. */
export function sentinel(index: number): Piece {
  return special(sentinelNames[index] ?? `<extra_id_${index}>`);
}

/**
 * Span corruption as in T5: 15 % of the tokens, at least one, are cut out in spans of 3 tokens on average; each span
 * leaves a sentinel, and the target lists the spans, each behind its sentinel, and ends with one more. The numbers of
 * tokens and spans follow from the length of the text, as in T5's code; that code always cuts at the end of the text
 * too, whereas here the spans may stand anywhere, with a kept token between two of them.
 */
export function corrupted(tokens: readonly string[], next: Stream): Example {
  const cutOut = shareOf(tokens.length, corruptedShare);
  const spans = shareOf(cutOut, 1 / corruptedMean);
  const lengths = cut(next, cutOut, spans);
  const inner = spans - 1;
  const free = cut(next, tokens.length - cutOut - inner, spans + 1, 0);
  const source: Piece[] = [];
  const target: Piece[] = [];
  let at = 0;
  const keep = (count: number) => {
    source.push(...tokens.slice(at, at + count).map(piece));
    at += count;
  };
  lengths.forEach((length, index) => {
    keep(free[index]! + (index > 0 ? 1 : 0));
    source.push(sentinel(index));
    target.push(sentinel(index), ...tokens.slice(at, at + length).map(piece));
    at += length;
  });
  keep(tokens.length - at);
  target.push(sentinel(spans));
  return encodedAndWritten(
    source,
    target,
    `${plural(cutOut, 'token')} of ${tokens.length} ${cutOut === 1 ? 'was' : 'were'} cut out in ${plural(spans, 'span')}; the decoder writes ${target.length} tokens instead of ${tokens.length}.`,
  );
}
