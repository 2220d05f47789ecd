import type { Comparison } from './bradley-terry.ts';

/** One of several answers to the same prompt. */
export interface Answer {
  letter: string;
  text: string;
}

/** The prompt of the two figures on preferences, made up for them. */
export const prompt = 'Why is the sky blue?';

/** Five answers, made up as well. */
export const answers: readonly Answer[] = [
  { letter: 'A', text: 'Air scatters blue light more than red, so blue reaches us from all sides.' },
  { letter: 'B', text: 'It reflects the sea.' },
  { letter: 'C', text: 'Great question! It comes from the way light behaves in air.' },
  {
    letter: 'D',
    text: 'Air scatters the short, blue waves of sunlight most, so blue comes from the whole sky. At sunset the longer path leaves the red.',
  },
  { letter: 'E', text: 'The sky is blue because that is its colour.' },
];

/** The comparisons that a ranking contains, best first: K answers make K (K − 1) / 2 of them. */
export function comparisonsOf(ranking: readonly number[]): Comparison[] {
  return ranking.flatMap((winner, place) => ranking.slice(place + 1).map((loser) => ({ winner, loser })));
}

/** The first judge's ranking: D, A, C, E, B. */
export const firstJudgements: readonly Comparison[] = comparisonsOf([3, 0, 2, 4, 1]);

/** The weight of the penalty in the first state; the scores of the policy figure are fitted with it. */
export const firstDecay = 0.02;

/** A signed number as it is printed: with a true minus, and no sign at zero. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) > 0 ? `−${text}` : text;
}
