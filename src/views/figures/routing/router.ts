import { softmax } from '../attention/attention.ts';
import { normal } from '../random.ts';

/** What happens to one token. */
export interface Routed {
  /** The router's probability for each expert. */
  probabilities: number[];
  /** The likeliest expert; of equals the first. */
  expert: number;
  /** True where that expert had no room left: the token goes past it. */
  dropped: boolean;
}

/** How many tokens an expert takes: its even share times the factor, whole (Fedus et al. 2022, equation 3). */
export function capacityOf(tokens: number, experts: number, factor: number): number {
  // A hair is added so that 4 · 1.25 does not come to 4.999….
  return Math.floor((tokens / experts) * factor + 1e-9);
}

/** Sends each token, in order, to its likeliest expert, as long as that has room. */
export function route(logits: readonly (readonly number[])[], capacity: number): Routed[] {
  const sent = (logits[0] ?? []).map(() => 0);
  return logits.map((row) => {
    const probabilities = softmax(row);
    const expert = probabilities.indexOf(Math.max(...probabilities));
    sent[expert]! += 1;
    return { probabilities, expert, dropped: sent[expert]! > capacity };
  });
}

/** For each expert the share of the tokens sent to it, f, and the mean of its probability, P. */
export function loads(routed: readonly Routed[], experts: number): { f: number[]; p: number[] } {
  const share = (of: (token: Routed, expert: number) => number) =>
    Array.from(
      { length: experts },
      (_, expert) => routed.reduce((sum, token) => sum + of(token, expert), 0) / routed.length,
    );
  return {
    f: share(({ expert }, index) => (expert === index ? 1 : 0)),
    p: share(({ probabilities }, index) => probabilities[index]!),
  };
}

/** The balancing loss without its coefficient: the number of experts times the product of f and P (equation 4). */
export function balanceLoss({ f, p }: { f: readonly number[]; p: readonly number[] }): number {
  return f.length * f.reduce((sum, share, expert) => sum + share * p[expert]!, 0);
}

/** Random logits of a router, one row a token; the first expert's are raised by `favour`. */
export function randomLogits(tokens: number, experts: number, favour: number, seed: number): number[][] {
  return Array.from({ length: tokens }, (_, token) => {
    const next = normal(seed, token);
    return Array.from({ length: experts }, (_, expert) => 1.5 * next() + (expert === 0 ? favour : 0));
  });
}
