/**
 * The policy that is best for a reward with a price on moving away from a reference.
 *
 * Over a finite set of answers with reference probabilities q_i > 0 and rewards r_i, the sum
 * Σ p_i r_i − β KL(p ‖ q) is greatest at p_i = q_i exp(r_i / β) / Z (derived on the page;
 * Rafailov et al. 2023, equation 4). Divergences are in nats.
 */

const at = (values: readonly number[], i: number): number => values[i] ?? 0;

/**
 * The optimum for a price β ≥ 0. β = ∞ gives the reference; β = 0 puts all weight on the answers of
 * the greatest reward, shared among them in proportion to the reference. Throws a RangeError for a
 * negative β or one that is no number.
 */
export function optimalPolicy(
  reference: readonly number[],
  rewards: readonly number[],
  beta: number,
): number[] {
  if (!(beta >= 0)) throw new RangeError(`β must not be negative, and is ${beta}`);
  const best = Math.max(...rewards);
  const weights = reference.map((q, i) => {
    const behind = at(rewards, i) - best;
    if (beta === 0) return behind === 0 ? q : 0;
    return q * Math.exp(behind / beta);
  });
  const z = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / z);
}

/** Kullback-Leibler divergence KL(p ‖ q) = Σ p_i log(p_i / q_i) in nats; terms with p_i = 0 count nothing. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  const sum = p.reduce(
    (soFar, share, i) => (share > 0 ? soFar + share * Math.log(share / at(q, i)) : soFar),
    0,
  );
  return Math.max(0, sum);
}

/** Σ p_i v_i. */
export function expectation(p: readonly number[], values: readonly number[]): number {
  return p.reduce((sum, share, i) => sum + share * at(values, i), 0);
}

/** What the optimum maximises: expected reward less β times the divergence from the reference. */
export function regularisedReward(
  p: readonly number[],
  reference: readonly number[],
  rewards: readonly number[],
  beta: number,
): number {
  return expectation(p, rewards) - beta * divergence(p, reference);
}

/** A point of the curve that optimal policies trace as β falls. */
export interface CurvePoint {
  beta: number;
  divergence: number;
  /** Expected reward by the score that is optimised. */
  optimised: number;
  /** Expected reward by another score, which is only watched. */
  watched: number;
}

/** Where the policy that is optimal for `optimised` stands at each β. */
export function policyCurve(
  reference: readonly number[],
  optimised: readonly number[],
  watched: readonly number[],
  betas: readonly number[],
): CurvePoint[] {
  return betas.map((beta) => {
    const policy = optimalPolicy(reference, optimised, beta);
    return {
      beta,
      divergence: divergence(policy, reference),
      optimised: expectation(policy, optimised),
      watched: expectation(policy, watched),
    };
  });
}

/** `count` numbers from `from` to `to`, each in the same ratio to the one before. */
export function geometric(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
}
