import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  divergence,
  expectation,
  geometric,
  optimalPolicy,
  policyCurve,
  regularisedReward,
} from '../../src/views/figures/policy/regularised-policy.ts';

const shares = (n: number) =>
  fc.array(fc.integer({ min: 1, max: 100 }), { minLength: n, maxLength: n }).map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
const rewardLists = (n: number) =>
  fc.array(
    fc.integer({ min: -30, max: 30 }).map((r) => r / 10),
    { minLength: n, maxLength: n },
  );
const cases = fc
  .integer({ min: 2, max: 6 })
  .chain((n) => fc.tuple(shares(n), rewardLists(n), fc.constantFrom(0.05, 0.2, 0.5, 1, 3, 20)));

describe('the divergence', () => {
  test('is never negative and zero only between equals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }).chain((n) => fc.tuple(shares(n), shares(n))),
        ([p, q]) => {
          expect(divergence(p, q)).toBeGreaterThanOrEqual(0);
          expect(divergence(p, p)).toBeCloseTo(0, 12);
          if (p.some((share, i) => Math.abs(share - q[i]!) > 1e-6))
            expect(divergence(p, q)).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('of a certain answer is minus the log of its share', () => {
    expect(divergence([0, 1, 0], [0.5, 0.01, 0.49])).toBeCloseTo(Math.log(100), 12);
  });
});

describe('the optimum', () => {
  test('by hand: two answers, equal at first, rewards 1 and 0, β 1', () => {
    const [first = NaN] = optimalPolicy([0.5, 0.5], [1, 0], 1);
    expect(first).toBeCloseTo(Math.E / (Math.E + 1), 12);
  });

  test('is a distribution, and the ratio to the reference goes as exp(r / β)', () => {
    fc.assert(
      fc.property(cases, ([reference, rewards, beta]) => {
        const policy = optimalPolicy(reference, rewards, beta);
        expect(policy.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        policy.forEach((share, i) => {
          if (share < 1e-200 || policy[0]! < 1e-200) return;
          const ratio = Math.log(share / reference[i]!) - Math.log(policy[0]! / reference[0]!);
          expect(ratio).toBeCloseTo((rewards[i]! - rewards[0]!) / beta, 6);
        });
      }),
    );
  });

  test('no point of a fine grid on the simplex does better, and the best one is near', () => {
    fc.assert(
      fc.property(shares(3), rewardLists(3), fc.constantFrom(0.3, 1, 4), (reference, rewards, beta) => {
        const policy = optimalPolicy(reference, rewards, beta);
        const reached = regularisedReward(policy, reference, rewards, beta);
        const steps = 120;
        let best = { value: -Infinity, p: [0, 0, 0] };
        for (let i = 0; i <= steps; i++) {
          for (let j = 0; j <= steps - i; j++) {
            const p = [i / steps, j / steps, (steps - i - j) / steps];
            // Written out anew, so that no mistake is shared with what is tested.
            const value = p.reduce(
              (sum, share, k) =>
                sum + (share === 0 ? 0 : share * (rewards[k]! - beta * Math.log(share / reference[k]!))),
              0,
            );
            if (value > best.value) best = { value, p };
          }
        }
        expect(best.value).toBeLessThanOrEqual(reached + 1e-9);
        best.p.forEach((share, k) => expect(Math.abs(share - policy[k]!)).toBeLessThan(3 / steps));
      }),
      { numRuns: 25 },
    );
  });

  test('reaches β log Z', () => {
    fc.assert(
      fc.property(cases, ([reference, rewards, beta]) => {
        const z = reference.reduce((sum, q, i) => sum + q * Math.exp(rewards[i]! / beta), 0);
        const reached = regularisedReward(optimalPolicy(reference, rewards, beta), reference, rewards, beta);
        expect(reached).toBeCloseTo(beta * Math.log(z), 8);
      }),
    );
  });

  test('adding a constant to all rewards changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -50, max: 50 }), ([reference, rewards, beta], shift) => {
        const moved = optimalPolicy(
          reference,
          rewards.map((r) => r + shift),
          beta,
        );
        optimalPolicy(reference, rewards, beta).forEach((share, i) => expect(moved[i]).toBeCloseTo(share, 9));
      }),
    );
  });

  test('an endless price leaves the reference, no price all but the best answers', () => {
    fc.assert(
      fc.property(cases, ([reference, rewards]) => {
        const kept = optimalPolicy(reference, rewards, Infinity);
        const near = optimalPolicy(reference, rewards, 1e9);
        reference.forEach((q, i) => {
          expect(kept[i]).toBeCloseTo(q, 12);
          expect(near[i]).toBeCloseTo(q, 6);
        });
        const free = optimalPolicy(reference, rewards, 0);
        const almost = optimalPolicy(reference, rewards, 1e-4);
        const best = Math.max(...rewards);
        const shared = reference.reduce((sum, q, i) => (rewards[i] === best ? sum + q : sum), 0);
        free.forEach((share, i) => {
          expect(share).toBeCloseTo(rewards[i] === best ? reference[i]! / shared : 0, 12);
          expect(almost[i]).toBeCloseTo(share, 9);
        });
      }),
    );
  });

  test('a price below nothing is refused', () => {
    expect(() => optimalPolicy([0.5, 0.5], [1, 0], -1)).toThrow(RangeError);
    expect(() => optimalPolicy([0.5, 0.5], [1, 0], NaN)).toThrow(RangeError);
  });
});

describe('the curve', () => {
  test('as β falls, divergence and the optimised reward never fall', () => {
    fc.assert(
      fc.property(cases, ([reference, rewards]) => {
        const curve = policyCurve(reference, rewards, rewards, geometric(20, 0.05, 40));
        curve.slice(1).forEach((point, i) => {
          expect(point.divergence).toBeGreaterThanOrEqual(curve[i]!.divergence - 1e-9);
          expect(point.optimised).toBeGreaterThanOrEqual(curve[i]!.optimised - 1e-9);
        });
      }),
    );
  });

  test('its slope is β: what a little more divergence buys', () => {
    const reference = [0.16, 0.28, 0.2, 0.08, 0.27, 0.01];
    const rewards = [1, -2.1, 0, 2.1, -1, 2.5];
    const [before, after] = policyCurve(reference, rewards, rewards, [0.5005, 0.4995]);
    expect((after!.optimised - before!.optimised) / (after!.divergence - before!.divergence)).toBeCloseTo(
      0.5,
      3,
    );
  });

  test('geometric steps keep their ends and ratio', () => {
    const steps = geometric(20, 0.05, 5);
    expect(steps[0]).toBe(20);
    expect(steps.at(-1)).toBeCloseTo(0.05, 12);
    expect(steps[1]! / steps[0]!).toBeCloseTo(steps[3]! / steps[2]!, 12);
  });

  test('the expectation is the weighted mean', () => {
    expect(expectation([0.25, 0.75], [4, 8])).toBe(7);
  });
});
