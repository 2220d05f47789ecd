import { answers, firstDecay, firstJudgements } from './answers.ts';
import type { Comparison } from './bradley-terry.ts';

export interface State {
  judged: readonly Comparison[];
  /** Gradient steps taken from the seeded start. */
  steps: number;
  seed: number;
  /** Weight of the penalty on large rewards. */
  decay: number;
  /** Which pair is asked about, among `pairs`. */
  pair: number;
}

export const mostSteps = 300;
export const mostJudgements = 60;
export const decays = [0, firstDecay, 0.1] as const;

/** Every pair of answers, in an order in which neighbours differ. */
export const pairs: readonly (readonly [number, number])[] = [1, 2].flatMap((distance) =>
  answers.map((_, i) => [i, (i + distance) % answers.length] as const),
);

export const initial: State = { judged: firstJudgements, steps: 30, seed: 1, decay: firstDecay, pair: 0 };

const letters = answers.map(({ letter }) => letter);
const letterOf = (place: number): string => letters[place] ?? '?';

/** "DA.DC.AC": who beat whom; "none" where nobody did. */
export function judgementsText(judged: readonly Comparison[]): string {
  return judged.map(({ winner, loser }) => letterOf(winner) + letterOf(loser)).join('.') || 'none';
}

/** The comparisons that such a text lists; undefined where it is not one. */
export function readJudgements(text: string): Comparison[] | undefined {
  if (text === 'none') return [];
  const judged = text.split('.').map((pair) => {
    const [winner = -1, loser = -1] = [...pair].map((letter) => letters.indexOf(letter));
    return pair.length === 2 && winner >= 0 && loser >= 0 && winner !== loser ? { winner, loser } : undefined;
  });
  if (judged.length > mostJudgements) return undefined;
  return judged.every((one) => one !== undefined) ? judged : undefined;
}

function wholeNumber(text: string | null, least: number, most: number): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

export function read(parameters: URLSearchParams): State {
  const decay = parameters.get('decay');
  return {
    judged: readJudgements(parameters.get('judged') ?? '') ?? initial.judged,
    steps: wholeNumber(parameters.get('steps'), 0, mostSteps) ?? initial.steps,
    seed: wholeNumber(parameters.get('seed'), 1, 999_999) ?? initial.seed,
    decay: decays.find((one) => String(one) === decay) ?? initial.decay,
    pair: wholeNumber(parameters.get('pair'), 0, pairs.length - 1) ?? initial.pair,
  };
}

function texts({ judged, steps, seed, decay, pair }: State): Record<string, string> {
  return {
    judged: judgementsText(judged),
    steps: String(steps),
    seed: String(seed),
    decay: String(decay),
    pair: String(pair),
  };
}

export function write(state: State): Record<string, string> {
  const first = texts(initial);
  return Object.fromEntries(Object.entries(texts(state)).filter(([key, value]) => first[key] !== value));
}
