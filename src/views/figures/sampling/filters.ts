import { softmax } from '../attention/attention.ts';

/** How a token is chosen: all filters at once, in the order temperature, top-k, top-p. */
export interface Settings {
  /** Above 0; 1 leaves the probabilities as they are. */
  temperature: number;
  /** How many tokens are kept at most. */
  topK: number;
  /** The share of the probability that is kept at least, above 0 and up to 1. */
  topP: number;
}

/** What became of one token. */
export interface Outcome {
  /** Before anything is done. */
  before: number;
  /** With the temperature alone. */
  tempered: number;
  /** After all: 0 where a filter took the token away. */
  after: number;
  cut: 'top-k' | 'top-p' | undefined;
}

/** The indices from the greatest value to the least; of equals the first comes first. */
function byValue(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[b]! - values[a]!);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Logits divided by the temperature and made probabilities; of these the k greatest, made to sum to one; of these the
 * fewest, from the greatest on, that together reach p, made to sum to one again (Holtzman et al. 2020, sections 3.1 to
 * 3.3, in the order in which the Transformers library applies them). At least one token always stays.
 */
export function filtered(logits: readonly number[], { temperature, topK, topP }: Settings): Outcome[] {
  const before = softmax(logits);
  const tempered = softmax(logits.map((logit) => logit / temperature));
  const order = byValue(tempered);
  const amongK = order.slice(0, Math.max(1, topK));
  const massK = sum(amongK.map((index) => tempered[index]!));
  const nucleus: number[] = [];
  let reached = 0;
  for (const index of amongK) {
    // A hair below p counts as p, so that rounding in the sum does not let one token more in.
    if (nucleus.length > 0 && reached >= topP - 1e-12) break;
    nucleus.push(index);
    reached += tempered[index]! / massK;
  }
  const mass = sum(nucleus.map((index) => tempered[index]!));
  const [kept, ofK] = [new Set(nucleus), new Set(amongK)];
  return logits.map((_, index) => ({
    before: before[index]!,
    tempered: tempered[index]!,
    after: kept.has(index) ? tempered[index]! / mass : 0,
    cut: kept.has(index) ? undefined : ofK.has(index) ? 'top-p' : 'top-k',
  }));
}

/** The entropy of a distribution in bits: how many yes-or-no questions a draw is worth. */
export function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((total, p) => (p > 0 ? total - p * Math.log2(p) : total), 0);
}

/** Which of the probabilities a uniform number from 0 up to 1 falls upon. */
export function pick(probabilities: readonly number[], uniform: number): number {
  let below = 0;
  for (const [index, probability] of probabilities.entries()) {
    below += probability;
    if (uniform < below) return index;
  }
  return probabilities.findLastIndex((probability) => probability > 0);
}
