import { attention, type Head } from '../attention/attention.ts';

/** What the five components of the hand-made vectors stand for. */
export const traits = ['article', 'quality', 'thing', 'action', 'denial'] as const;

export const source = ['the', 'black', 'cat', 'did', 'not', 'sleep'] as const;
/** What the decoder writes, place by place. */
export const written = ['die', 'schwarze', 'Katze', 'schlief', 'nicht', '⟨/s⟩'] as const;
/** What the decoder has been given at each place when it writes: the same words, shifted right. */
export const given = ['⟨s⟩', ...written.slice(0, -1)] as const;

/** Keys of the source words, made by hand: which traits each can be found by. */
export const keys = [
  [4, 0, 0, 0, 0],
  [0, 4, 0, 0, 0],
  [0, 0, 4, 0, 0],
  [0, 0, 0, 3, 1],
  [0, 0, 0, 0, 4],
  [0, 0, 0, 4, 0],
];

/** Queries of the target places, made by hand: which traits the next word needs. */
export const queries = [
  [3, 0, 2.5, 0, 0],
  [0, 3, 2, 0, 0],
  [0, 1, 3, 0, 0],
  [0, 0, 0, 3, 0],
  [0, 0, 0, 0, 3],
  [0, 0, 0, 0, 0],
];

/** Why each place reads what it reads. */
export const reasons = [
  'The article comes from the, but its form depends on the noun: Katze is feminine, hence die and not der.',
  'The adjective comes from black and takes its ending from the noun.',
  'One word for one word.',
  'One word for two: the meaning comes from sleep, the past tense from did.',
  'The denial stands before the verb in English and after it in German; nothing in attention minds.',
  'Nothing is left to translate, so the query asks for nothing, and all words weigh the same.',
] as const;

/** Cross-attention of the target places (rows) to the source words (columns). */
export function crossAttention(): Head {
  return attention(queries, keys, keys, { scaled: true, causal: false });
}
