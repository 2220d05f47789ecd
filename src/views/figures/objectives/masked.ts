import { fullMask, orderMask } from '../masks/masks.ts';
import type { Stream } from '../random.ts';
import { choose, shuffled } from './draw.ts';
import { piece, plural, shareOf, special, type Column, type Example } from './example.ts';
import { randomWord, toyProposal } from './words.ts';

/** The share of tokens that BERT and ELECTRA choose. */
export const chosenShare = 0.15;
const maskShare = 0.8;
const randomShare = 0.1;

/**
 * Masked language modelling as in BERT: 15 % of the tokens, at least one, are chosen; each of them becomes [MASK] with
 * probability 0.8, a random word with 0.1, and stays with 0.1. The loss is taken at the chosen ones.
 */
export function masked(tokens: readonly string[], next: Stream): Example {
  const chosen = new Set(choose(next, tokens.length, shareOf(tokens.length, chosenShare)));
  const counts = { mask: 0, random: 0, kept: 0 };
  const columns = tokens.map((token, index): Column => {
    if (!chosen.has(index)) return { read: piece(token) };
    const lot = next();
    const say = piece(token);
    if (lot < maskShare) {
      counts.mask++;
      return { read: special('[MASK]'), say };
    }
    if (lot < maskShare + randomShare) {
      counts.random++;
      return { read: { text: randomWord(next), kind: 'replaced' }, say };
    }
    counts.kept++;
    return { read: piece(token), say };
  });
  return {
    source: [],
    columns,
    mask: fullMask(tokens.length),
    told: `${plural(chosen.size, 'token')} of ${tokens.length} ${chosen.size === 1 ? 'was' : 'were'} chosen: ${counts.mask} hidden, ${counts.random} replaced by a random word, ${counts.kept} left unchanged.`,
  };
}

/** Of how many tokens one is predicted: XLNet's K. */
export const predictedOneIn = 6;

/**
 * Permuted language modelling as in XLNet: an order of the positions is drawn, the tokens stay where they are, and
 * about one in six, the last of the order, are predicted, each from those earlier in it.
 */
export function permuted(tokens: readonly string[], next: Stream): Example {
  const size = tokens.length;
  const order = shuffled(
    next,
    tokens.map((_, index) => index),
  );
  const rank = order.reduce<number[]>((ranks, position, place) => {
    ranks[position] = place;
    return ranks;
  }, []);
  const first = size - shareOf(size, 1 / predictedOneIn);
  const columns = tokens.map((token, index): Column => {
    const read = piece(token);
    const known = { read, order: rank[index]! + 1 };
    return rank[index]! < first ? known : { ...known, say: piece(token) };
  });
  return {
    source: [],
    columns,
    mask: orderMask(rank),
    told: `${plural(size - first, 'token')} of ${size} ${size - first === 1 ? 'is' : 'are'} predicted, the last of the order: each from the tokens of lower number, on whichever side they stand.`,
  };
}

/**
 * Replaced token detection as in ELECTRA, but with a toy generator: at 15 % of the positions, at least one, it puts in
 * its proposal; the discriminator says for every token whether it is the original. A proposal that happens to be
 * right counts as original.
 */
export function detected(tokens: readonly string[], next: Stream): Example {
  const chosen = new Set(choose(next, tokens.length, shareOf(tokens.length, chosenShare)));
  const columns = tokens.map((token, index): Column => {
    const proposal = chosen.has(index) ? toyProposal(next, token) : token;
    const isReplaced = proposal !== token;
    const say = { text: isReplaced ? 'replaced' : 'original', kind: 'answer' } as const;
    return isReplaced
      ? { read: { text: proposal, kind: 'replaced' }, say, was: token }
      : { read: piece(token), say };
  });
  const replaced = columns.filter(({ was }) => was !== undefined).length;
  const right = chosen.size - replaced;
  return {
    source: [],
    columns,
    mask: fullMask(tokens.length),
    told: `The toy generator filled ${plural(chosen.size, 'position')} of ${tokens.length} and hit the original at ${right}, so ${replaced} ${replaced === 1 ? 'is' : 'are'} replaced.`,
  };
}
