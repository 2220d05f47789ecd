import { answers, type Answer } from '../preference/answers.ts';

/** What the reward model has been asked and what a judge would say, for one answer. */
export interface ScoredAnswer extends Answer {
  /** Probability under the reference, before reinforcement learning. */
  reference: number;
  /** The score of the reward model. */
  score: number;
  /** What a judge would think it worth. */
  worth: number;
}

const references = [0.16, 0.28, 0.2, 0.08, 0.27];
/** The optimum of the preference figure's first comparisons, to one decimal (a test holds them together). */
const fitted = [1, -2.1, 0, 2.1, -1];

/**
 * The answers of the preference figure, whose score is right, and one that the reference writes once
 * in a hundred times and that nobody was asked about: the score that the model gives it is wrong.
 */
export const scoredAnswers: readonly ScoredAnswer[] = [
  ...answers.map((answer, i) => ({
    ...answer,
    reference: references[i] ?? 0,
    score: fitted[i] ?? 0,
    worth: fitted[i] ?? 0,
  })),
  {
    letter: 'F',
    text: 'Great question! Certainly, definitely and without any doubt: light, light and more light!',
    reference: 0.01,
    score: 2.5,
    worth: -2,
  },
];
