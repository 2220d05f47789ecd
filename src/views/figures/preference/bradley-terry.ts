/**
 * The Bradley-Terry model of paired comparisons, fitted by gradient descent.
 *
 * Each of n answers has a reward r_i (a number without unit; only differences matter). Answer i is
 * preferred to answer j with probability σ(r_i − r_j), where σ(z) = 1 / (1 + exp(−z)): Bradley and
 * Terry 1952, written with r_i = log γ_i. The loss that a reward model minimises is the mean of
 * −log σ(r_winner − r_loser) over the comparisons, here with a penalty (decay / 2) Σ r_i², which
 * keeps the rewards finite where the comparisons never contradict each other.
 */

import { normal } from '../random.ts';

/** One judgement: the places of the preferred and of the other answer. */
export interface Comparison {
  winner: number;
  loser: number;
}

/** wins[i][j]: how often answer i was preferred to answer j. Square, with zeros on the diagonal. */
export type Wins = readonly (readonly number[])[];

/** Counts comparisons of n answers. Throws a RangeError where an answer is compared with itself or does not exist. */
export function winTable(n: number, comparisons: readonly Comparison[]): number[][] {
  const wins = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { winner, loser } of comparisons) {
    const row = wins[winner];
    if (row === undefined || wins[loser] === undefined || winner === loser) {
      throw new RangeError(`no comparison of answers ${winner} and ${loser} among ${n}`);
    }
    row[loser] = (row[loser] ?? 0) + 1;
  }
  return wins;
}

/** The logistic function, without overflow for large |z|. */
export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

/** −log σ(z) = log(1 + exp(−z)), without overflow or loss of digits. */
export function surprise(z: number): number {
  return Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
}

const at = (values: readonly number[], i: number): number => values[i] ?? 0;

function total(wins: Wins): number {
  return wins.flat().reduce((sum, count) => sum + count, 0);
}

/** Mean of −log σ(r_winner − r_loser) over all comparisons, in nats; 0 where there are none. */
export function comparisonLoss(rewards: readonly number[], wins: Wins): number {
  const count = total(wins);
  if (count === 0) return 0;
  let sum = 0;
  wins.forEach((row, i) => {
    row.forEach((times, j) => {
      if (times > 0) sum += times * surprise(at(rewards, i) - at(rewards, j));
    });
  });
  return sum / count;
}

/** What gradient descent lowers: the mean comparison loss plus (decay / 2) Σ r². */
export function penalisedLoss(rewards: readonly number[], wins: Wins, decay: number): number {
  return comparisonLoss(rewards, wins) + (decay / 2) * rewards.reduce((sum, r) => sum + r * r, 0);
}

/**
 * Gradient of `penalisedLoss`: ∂/∂r_i = decay · r_i − (1/N) Σ_j [wins_ij σ(r_j − r_i) − wins_ji σ(r_i − r_j)].
 * A win raises the winner by as much as the model was surprised.
 */
export function gradient(rewards: readonly number[], wins: Wins, decay: number): number[] {
  const count = Math.max(1, total(wins));
  return rewards.map((r, i) => {
    let pull = 0;
    rewards.forEach((other, j) => {
      pull += at(wins[i] ?? [], j) * sigmoid(other - r) - at(wins[j] ?? [], i) * sigmoid(r - other);
    });
    return decay * r - pull / count;
  });
}

/**
 * Steps of gradient descent from `start`: the rewards before the first step and after each, so `steps` + 1 lists.
 * The curvature is at most 1/2 + decay, so that a rate below 2 / (1/2 + decay) lowers the loss at every step.
 */
export function descent(
  start: readonly number[],
  wins: Wins,
  { rate, decay, steps }: { rate: number; decay: number; steps: number },
): number[][] {
  const path = [[...start]];
  let rewards = path[0] ?? [];
  for (let step = 0; step < steps; step++) {
    const slope = gradient(rewards, wins, decay);
    rewards = rewards.map((r, i) => r - rate * at(slope, i));
    path.push(rewards);
  }
  return path;
}

/** n rewards near zero (normal, standard deviation 0.3) that depend on the seed alone. */
export function seededStart(n: number, seed: number): number[] {
  const next = normal(seed);
  return Array.from({ length: n }, () => 0.3 * next());
}

/**
 * Whether the loss without penalty has a finite minimum, one up to a constant: every answer can be
 * reached from every other along "was preferred to" (the graph of wins is strongly connected).
 * Otherwise some answers never lost to the rest, and raising them for ever lowers the loss for ever.
 */
export function hasFiniteOptimum(wins: Wins): boolean {
  const reaches = (edge: (from: number, to: number) => boolean): boolean => {
    const seen = new Set([0]);
    for (const from of seen) {
      wins.forEach((_, to) => {
        if (edge(from, to)) seen.add(to);
      });
    }
    return seen.size === wins.length;
  };
  return (
    reaches((from, to) => at(wins[from] ?? [], to) > 0) && reaches((from, to) => at(wins[to] ?? [], from) > 0)
  );
}

/**
 * The rewards with the least penalised loss, by Newton's method with halved steps, to about 1e−10.
 * With decay 0 the rewards are chosen to add up to 0; undefined where no finite optimum exists.
 */
export function optimum(wins: Wins, decay: number): number[] | undefined {
  if (decay <= 0 && !hasFiniteOptimum(wins)) return undefined;
  const n = wins.length;
  const count = Math.max(1, total(wins));
  let rewards = new Array<number>(n).fill(0);
  for (let round = 0; round < 200; round++) {
    const slope = gradient(rewards, wins, decay);
    if (Math.max(...slope.map(Math.abs)) < 1e-12) break;
    const curvature = rewards.map((_own, i) =>
      rewards.map((_other, j) => {
        // Without penalty, adding a constant to all rewards changes nothing; the 1/n settles their sum at 0.
        const settled = (i === j ? decay : 0) + (decay > 0 ? 0 : 1 / n);
        const bend = (a: number, b: number): number => {
          const games = at(wins[a] ?? [], b) + at(wins[b] ?? [], a);
          const p = sigmoid(at(rewards, a) - at(rewards, b));
          return (games * p * (1 - p)) / count;
        };
        if (i !== j) return settled - bend(i, j);
        return settled + rewards.reduce((sum, _, k) => (k === i ? sum : sum + bend(i, k)), 0);
      }),
    );
    const change = solve(curvature, slope);
    const before = penalisedLoss(rewards, wins, decay);
    let share = 1;
    let next = rewards;
    do {
      next = rewards.map((r, i) => r - share * at(change, i));
      share /= 2;
    } while (penalisedLoss(next, wins, decay) > before + 1e-15 && share > 1e-9);
    rewards = next;
  }
  return rewards;
}

/** Solves matrix · x = right by elimination with pivots; the matrix is square and regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(at(rows[i] ?? [], column)) > Math.abs(at(rows[pivot] ?? [], column))) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const head = rows[column] ?? [];
    for (let i = 0; i < n; i++) {
      const row = rows[i];
      if (row === undefined || i === column) continue;
      const factor = at(row, column) / at(head, column);
      for (let k = column; k <= n; k++) row[k] = at(row, k) - factor * at(head, k);
    }
  }
  return rows.map((row, i) => at(row, n) / at(row, i));
}
