import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, withParameters } from '../../src/views/figures/figure.ts';
import { scoredAnswers } from '../../src/views/figures/policy/answer-set.ts';
import policy from '../../src/views/figures/policy/figure.tsx';
import { optimalPolicy } from '../../src/views/figures/policy/regularised-policy.ts';
import { greatestBeta, leastBeta, rounded } from '../../src/views/figures/policy/state.ts';
import {
  comparisonsOf,
  firstDecay,
  firstJudgements,
  signed,
} from '../../src/views/figures/preference/answers.ts';
import { descent, optimum, seededStart, winTable } from '../../src/views/figures/preference/bradley-terry.ts';
import preference from '../../src/views/figures/preference/figure.tsx';
import { decays, mostJudgements, mostSteps, pairs } from '../../src/views/figures/preference/state.ts';

const judgements = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), {
    maxLength: mostJudgements,
  })
  .map((drawn) => drawn.map(([winner, other]) => ({ winner, loser: other >= winner ? other + 1 : other })));
const preferenceStates = fc.record({
  judged: judgements,
  steps: fc.integer({ min: 0, max: mostSteps }),
  seed: fc.integer({ min: 1, max: 999_999 }),
  decay: fc.constantFrom(...decays),
  pair: fc.integer({ min: 0, max: pairs.length - 1 }),
});
const policyStates = fc.record({
  beta: fc.double({ min: leastBeta, max: greatestBeta, noNaN: true }).map(rounded),
  target: fc.constantFrom('score' as const, 'worth' as const),
});

/** What a figure reads from an address that holds what it wrote. */
function throughAddress(written: Record<string, string | undefined>): URLSearchParams {
  return parametersOf('it', withParameters('it', written, new URLSearchParams()));
}

describe('the figure of preferences', () => {
  test('its address brings the state back', () => {
    fc.assert(
      fc.property(preferenceStates, (state) => {
        expect(preference.read(throughAddress(preference.write(state)))).toEqual(state);
      }),
    );
    expect(preference.write(preference.initial)).toEqual({});
  });

  test('an address that makes no sense shows the first state', () => {
    for (const search of [
      'judged=AA',
      'judged=AX',
      'judged=A.B',
      'steps=-1',
      'steps=1e9',
      'seed=0',
      'decay=7',
      'pair=99',
      `judged=${Array(61).fill('AB').join('.')}`,
    ]) {
      expect(preference.read(new URLSearchParams(search)), search).toEqual(preference.initial);
    }
  });

  test('a ranking of K answers holds K (K − 1) / 2 comparisons, the earlier one winning', () => {
    expect(comparisonsOf([2, 0, 1])).toEqual([
      { winner: 2, loser: 0 },
      { winner: 2, loser: 1 },
      { winner: 0, loser: 1 },
    ]);
    expect(firstJudgements).toHaveLength(10);
  });

  test('every pair is asked about once, no two in a row the same', () => {
    const names = pairs.map((pair) => [...pair].sort().join());
    expect(new Set(names).size).toBe(10);
    expect(names).toHaveLength(10);
  });

  test('the text tells the rewards that the steps lead to', () => {
    const wins = winTable(5, [{ winner: 1, loser: 0 }]);
    const state = { ...preference.initial, judged: [{ winner: 1, loser: 0 }], steps: 7, seed: 3 };
    const rewards = descent(seededStart(5, 3), wins, { rate: 1, decay: firstDecay, steps: 7 }).at(-1)!;
    const text = preference.describe(state, undefined);
    'ABCDE'.split('').forEach((letter, i) => expect(text).toContain(`${letter} ${signed(rewards[i]!, 2)}`));
    expect(text).toContain('After 7 steps on 1 comparison ');
  });

  test('the text says so where there is nothing to learn, or no end', () => {
    expect(preference.describe({ ...preference.initial, judged: [] }, undefined)).toContain(
      'Nothing has been compared',
    );
    expect(preference.describe({ ...preference.initial, decay: 0 }, undefined)).toContain('no finite end');
    expect(preference.describe(preference.initial, undefined)).toContain('training ends at 2.09');
  });
});

describe('the figure of the policy', () => {
  test('its address brings the state back', () => {
    fc.assert(
      fc.property(policyStates, (state) => {
        expect(policy.read(throughAddress(policy.write(state)))).toEqual(state);
      }),
    );
    expect(policy.write(policy.initial)).toEqual({});
  });

  test('an address that makes no sense shows the first state', () => {
    for (const search of ['beta=0', 'beta=-1', 'beta=21', 'beta=x', 'beta=0.001', 'target=money']) {
      expect(policy.read(new URLSearchParams(search)), search).toEqual(policy.initial);
    }
  });

  test('the reference is a distribution', () => {
    expect(scoredAnswers.reduce((sum, { reference }) => sum + reference, 0)).toBeCloseTo(1, 12);
  });

  test('A to E have the scores that the figure of preferences fits, and deserve them', () => {
    const fitted = optimum(winTable(5, firstJudgements), firstDecay)!;
    scoredAnswers.slice(0, 5).forEach(({ score, worth }, i) => {
      expect(score).toBeCloseTo(Number(fitted[i]!.toFixed(1)), 12);
      expect(worth).toBe(score);
    });
  });

  test('as the price falls the score only rises, while the worth rises and then falls below its start', () => {
    const reference = scoredAnswers.map((answer) => answer.reference);
    const scores = scoredAnswers.map(({ score }) => score);
    const prices = [20, 10, 5, 2, 1, 0.5, 0.3, 0.2, 0.1, 0.05];
    const [score, worth] = (['score', 'worth'] as const).map((key) =>
      prices.map((beta) =>
        optimalPolicy(reference, scores, beta).reduce((sum, p, i) => sum + p * scoredAnswers[i]![key], 0),
      ),
    );
    expect(score).toEqual([...score!].sort((a, b) => a - b));
    const peak = worth!.indexOf(Math.max(...worth!));
    expect(prices[peak]).toBe(0.5);
    expect(worth!.at(-1)).toBeLessThan(worth![0]!);
    expect(worth!.at(-1)).toBeCloseTo(-2, 1);
  });

  test('the text tells divergence, score, worth and the two most probable answers', () => {
    // Computed anew from the formula for β = 0.5.
    const weights = scoredAnswers.map(({ reference, score }) => reference * Math.exp(score / 0.5));
    const z = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = weights.map((weight) => weight / z);
    const score = shares.reduce((sum, p, i) => sum + p * scoredAnswers[i]!.score, 0);
    const worth = shares.reduce((sum, p, i) => sum + p * scoredAnswers[i]!.worth, 0);
    const text = policy.describe({ beta: 0.5, target: 'score' }, undefined);
    expect(text).toContain(`${(score / 0.5 - Math.log(z)).toFixed(2)} nats`);
    expect(text).toContain(`score is ${score.toFixed(2)}`);
    expect(text).toContain(`worth ${worth.toFixed(2)}`);
    expect(text).toContain(`D with ${(100 * shares[3]!).toFixed(0)} %`);
  });
});

test('numbers are printed with a true minus and no sign at zero', () => {
  expect(signed(-1.25, 1)).toMatch(/^−1\.[23]$/);
  expect(signed(-0.001, 2)).toBe('0.00');
  expect(signed(2, 1)).toBe('2.0');
});
