import { uniform } from '../random.ts';
import { corrupted, denoised, type Noise } from './denoising.ts';
import type { Example } from './example.ts';
import { knownObjectives, type KnownObjective } from './known.ts';
import { backward, causal, moved, prefixed } from './left-to-right.ts';
import { detected, masked, permuted } from './masked.ts';
import { paired } from './pairs.ts';

/** What the reader can set beside the text, the objective and the seed. */
export interface Settings {
  noise: Noise;
  /** Language modelling from the end of the text to its beginning. */
  isBackward: boolean;
}

/**
 * A text prepared under an objective. The same text, seed and settings give the same example; objectives draw
 * independently of each other. Throws a RangeError for a text without tokens.
 */
export function exampleOf(
  tokens: readonly string[],
  objective: KnownObjective,
  seed: number,
  { noise, isBackward }: Settings,
): Example {
  if (tokens.length === 0) throw new RangeError('a text without tokens teaches nothing');
  const next = uniform(
    Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(knownObjectives.indexOf(objective) + 1, 0x85ebca6b),
  );
  switch (objective) {
    case 'lm':
      return isBackward ? backward(tokens) : causal(tokens);
    case 'clm':
      return causal(tokens);
    case 'causal-masking':
      return moved(tokens, next);
    case 'prefix-lm':
      return prefixed(tokens, next);
    case 'mlm':
      return masked(tokens, next);
    case 'plm':
      return permuted(tokens, next);
    case 'dae':
      return denoised(tokens, noise, next);
    case 'span-corruption':
      return corrupted(tokens, next);
    case 'rtd':
      return detected(tokens, next);
    case 'nsp':
      return paired(tokens, next);
  }
}
