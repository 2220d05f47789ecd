import { noises, type Noise } from './denoising.ts';
import { isKnown, type KnownObjective } from './known.ts';
import { mostLetters } from './tokens.ts';

export interface ObjectivesState {
  objective: KnownObjective;
  text: string;
  /** What the random draws come from. */
  seed: number;
  noise: Noise;
  isBackward: boolean;
  /** The mask with rows and columns in the order of prediction, instead of that of the text. */
  isSorted: boolean;
}

export const highestSeed = 999_999;

export const initial: ObjectivesState = {
  objective: 'mlm',
  text: 'The old ship left the harbour before dawn, and nobody on the quay saw it go. By noon the fog had lifted, but the sea was empty.',
  seed: 1,
  noise: 'infill-shuffle',
  isBackward: false,
  isSorted: false,
};

export function read(parameters: URLSearchParams): ObjectivesState {
  const objective = parameters.get('objective');
  const seed = parameters.get('seed') ?? '';
  const noise = parameters.get('noise');
  return {
    objective: isKnown(objective) ? objective : initial.objective,
    text: (parameters.get('text') ?? initial.text).slice(0, mostLetters),
    seed: /^\d{1,6}$/.test(seed) ? Number(seed) : initial.seed,
    noise: noises.find((known) => known === noise) ?? initial.noise,
    isBackward: parameters.get('direction') === 'backward',
    isSorted: parameters.get('mask') === 'sorted',
  };
}

export function write(state: ObjectivesState): Record<string, string | undefined> {
  return {
    objective: state.objective === initial.objective ? undefined : state.objective,
    text: state.text === initial.text ? undefined : state.text,
    seed: state.seed === initial.seed ? undefined : String(state.seed),
    noise: state.noise === initial.noise ? undefined : state.noise,
    direction: state.isBackward ? 'backward' : undefined,
    mask: state.isSorted ? 'sorted' : undefined,
  };
}
