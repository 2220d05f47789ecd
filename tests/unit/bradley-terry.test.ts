import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparisonLoss,
  descent,
  gradient,
  hasFiniteOptimum,
  optimum,
  penalisedLoss,
  seededStart,
  sigmoid,
  surprise,
  winTable,
  type Comparison,
} from '../../src/views/figures/preference/bradley-terry.ts';

/** Win tables of 3 to 5 answers with up to three judgements each way, at least one in all. */
const winTables = fc
  .integer({ min: 3, max: 5 })
  .chain((n) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .map((table) => table.map((row, i) => row.map((count, j) => (i === j ? 0 : count))))
  .filter((table) => table.flat().some((count) => count > 0));

/** Adds at least one win to each cell off the diagonal, so that a finite optimum exists. */
const contradictory = winTables.map((table) =>
  table.map((row, i) => row.map((count, j) => (i === j ? 0 : count + 1))),
);

/** The iteration of Zermelo (1929) and Hunter (2004): γ_i ← wins of i / Σ_j games_ij / (γ_i + γ_j). Returns log γ, mean 0. */
function minorised(wins: number[][]): number[] {
  let strength = wins.map(() => 1);
  for (let round = 0; round < 5000; round++) {
    strength = strength.map((own, i) => {
      const won = wins[i]!.reduce((sum, count) => sum + count, 0);
      const against = strength.reduce(
        (sum, other, j) => (j === i ? sum : sum + (wins[i]![j]! + wins[j]![i]!) / (own + other)),
        0,
      );
      return won / against;
    });
  }
  return centred(strength.map(Math.log));
}

function centred(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function expectClose(found: readonly number[], wanted: readonly number[], digits: number): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, digits));
}

describe('the model', () => {
  test('σ and −log σ hold at the ends of the range', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(1000)).toBe(1);
    expect(sigmoid(-1000)).toBe(0);
    expect(surprise(-1000)).toBe(1000);
    expect(surprise(0)).toBeCloseTo(Math.LN2, 15);
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
        expect(surprise(z)).toBeCloseTo(-Math.log(sigmoid(z)), 9);
        expect(sigmoid(z) + sigmoid(-z)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('the loss of one comparison is the surprise at it', () => {
    const wins = winTable(2, [{ winner: 0, loser: 1 }]);
    expect(comparisonLoss([1.2, 0.2], wins)).toBeCloseTo(Math.log(1 + Math.exp(-1)), 12);
  });

  test('only differences of rewards matter without the penalty', () => {
    fc.assert(
      fc.property(winTables, fc.double({ min: -5, max: 5, noNaN: true }), (wins, shift) => {
        const rewards = wins.map((_, i) => Math.sin(i + 1));
        expect(
          comparisonLoss(
            rewards.map((r) => r + shift),
            wins,
          ),
        ).toBeCloseTo(comparisonLoss(rewards, wins), 10);
      }),
    );
  });

  test('an answer is not compared with itself or with one that does not exist', () => {
    const wrong: Comparison[] = [
      { winner: 1, loser: 1 },
      { winner: 0, loser: 3 },
      { winner: -1, loser: 0 },
    ];
    for (const comparison of wrong) expect(() => winTable(3, [comparison])).toThrow(RangeError);
  });
});

describe('the gradient', () => {
  test('is the slope of the loss, by differences', () => {
    fc.assert(
      fc.property(winTables, fc.double({ min: 0, max: 1, noNaN: true }), (wins, decay) => {
        const rewards = wins.map((_, i) => 2 * Math.cos(3 * i));
        gradient(rewards, wins, decay).forEach((slope, i) => {
          const moved = (by: number) => rewards.map((r, k) => (k === i ? r + by : r));
          const difference =
            (penalisedLoss(moved(1e-5), wins, decay) - penalisedLoss(moved(-1e-5), wins, decay)) / 2e-5;
          expect(slope).toBeCloseTo(difference, 7);
        });
      }),
    );
  });

  test('every step lowers the loss at rate 1', () => {
    fc.assert(
      fc.property(
        winTables,
        fc.constantFrom(0, 0.02, 0.1),
        fc.integer({ min: 0, max: 1000 }),
        (wins, decay, seed) => {
          const path = descent(seededStart(wins.length, seed), wins, { rate: 1, decay, steps: 40 });
          const losses = path.map((rewards) => penalisedLoss(rewards, wins, decay));
          losses.slice(1).forEach((loss, i) => expect(loss).toBeLessThanOrEqual(losses[i]! + 1e-12));
        },
      ),
    );
  });

  test('the start depends on the seed alone', () => {
    expect(seededStart(5, 7)).toEqual(seededStart(5, 7));
    expect(seededStart(5, 7)).not.toEqual(seededStart(5, 8));
  });
});

describe('the fit', () => {
  test('of two answers is the log of the ratio of their wins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (forth, back) => {
        const [first = NaN, second = NaN] =
          optimum(
            [
              [0, forth],
              [back, 0],
            ],
            0,
          ) ?? [];
        expect(first - second).toBeCloseTo(Math.log(forth / back), 8);
        expect(first + second).toBeCloseTo(0, 8);
      }),
    );
  });

  test('of two answers with a penalty solves its one equation, by bisection', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0.01, 0.1, 1),
        (forth, back, decay) => {
          // The difference d solves decay · d / 2 = (forth σ(−d) − back σ(d)) / (forth + back); the left side rises, the right falls.
          let low = -50;
          let high = 50;
          for (let i = 0; i < 200; i++) {
            const d = (low + high) / 2;
            const pull = (forth / (1 + Math.exp(d)) - back / (1 + Math.exp(-d))) / (forth + back);
            if ((decay * d) / 2 < pull) low = d;
            else high = d;
          }
          const [first = NaN, second = NaN] =
            optimum(
              [
                [0, forth],
                [back, 0],
              ],
              decay,
            ) ?? [];
          expect(first - second).toBeCloseTo(low, 7);
        },
      ),
    );
  });

  test('agrees with the iteration of Zermelo and Hunter', () => {
    fc.assert(
      fc.property(contradictory, (wins) => {
        expectClose(optimum(wins, 0) ?? [], minorised(wins), 6);
      }),
      { numRuns: 30 },
    );
  });

  test('is where gradient descent ends', () => {
    fc.assert(
      fc.property(winTables, fc.integer({ min: 0, max: 100 }), (wins, seed) => {
        const end = descent(seededStart(wins.length, seed), wins, { rate: 1, decay: 0.05, steps: 1500 }).at(
          -1,
        )!;
        expectClose(end, optimum(wins, 0.05) ?? [], 6);
      }),
      { numRuns: 30 },
    );
  });

  test('is finite exactly where no group of answers beat all others without a loss', () => {
    fc.assert(
      fc.property(winTables, (wins) => {
        const n = wins.length;
        // Every split into two groups must see wins both ways (Hunter 2004, assumption 1).
        const splits = Array.from({ length: 2 ** n - 2 }, (_, i) => i + 1);
        const both = splits.every((mask) =>
          wins.some((row, i) =>
            row.some((count, j) => count > 0 && (mask >> i) % 2 === 1 && (mask >> j) % 2 === 0),
          ),
        );
        expect(hasFiniteOptimum(wins)).toBe(both);
        if (both) expect(optimum(wins, 0)!.every(Number.isFinite)).toBe(true);
        else expect(optimum(wins, 0)).toBeUndefined();
        expect(optimum(wins, 0.02)!.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('of a single ranking grows for ever without the penalty', () => {
    const wins = winTable(2, [{ winner: 0, loser: 1 }]);
    const gaps = [10, 100, 1000].map((steps) => {
      const [better = NaN, worse = NaN] = descent([0, 0], wins, { rate: 1, decay: 0, steps }).at(-1)!;
      return better - worse;
    });
    expect(gaps[1]).toBeGreaterThan(gaps[0]! + 1);
    expect(gaps[2]).toBeGreaterThan(gaps[1]! + 1);
  });
});
