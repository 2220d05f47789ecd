import type { Shape } from './count.ts';
import type { Preset } from './presets.ts';

/** What the reader sets by hand; all else comes from the preset. */
export type Settable = Pick<
  Shape,
  | 'encoderLayers'
  | 'decoderLayers'
  | 'width'
  | 'heads'
  | 'keyValueHeads'
  | 'headSize'
  | 'feedForward'
  | 'gated'
  | 'vocabulary'
  | 'tied'
  | 'positions'
  | 'biases'
  | 'experts'
  | 'activeExperts'
>;

export interface ParametersState {
  /** The id of a preset. */
  preset: string;
  changed: Partial<Settable>;
}

export const initial: ParametersState = { preset: 'transformer/Base', changed: {} };

/** The numbers that can be set: their key in an address, label and bounds. */
export const numbers = [
  { field: 'encoderLayers', key: 'encoder', label: 'Encoder layers', min: 0, max: 200 },
  { field: 'decoderLayers', key: 'decoder', label: 'Decoder layers', min: 0, max: 200 },
  { field: 'width', key: 'width', label: 'Width d', min: 1, max: 100_000 },
  { field: 'heads', key: 'heads', label: 'Heads h', min: 1, max: 1024 },
  { field: 'keyValueHeads', key: 'kv', label: 'Key and value heads g', min: 1, max: 1024 },
  { field: 'headSize', key: 'head', label: 'Width of a head s', min: 1, max: 100_000 },
  { field: 'feedForward', key: 'ff', label: 'Feed-forward width f', min: 1, max: 500_000 },
  { field: 'vocabulary', key: 'vocab', label: 'Vocabulary V', min: 1, max: 10_000_000 },
  { field: 'positions', key: 'positions', label: 'Learned positions P', min: 0, max: 1_000_000 },
  { field: 'experts', key: 'experts', label: 'Experts E', min: 1, max: 4096 },
  { field: 'activeExperts', key: 'active', label: 'Active experts', min: 1, max: 4096 },
] as const satisfies readonly {
  field: keyof Settable;
  key: string;
  label: string;
  min: number;
  max: number;
}[];

const switches = ['gated', 'tied'] as const;
const biases = ['none', 'feed-forward', 'all'] as const;

export function read(parameters: URLSearchParams): ParametersState {
  const changed: Partial<Settable> = {};
  for (const { field, key, min, max } of numbers) {
    const text = parameters.get(key);
    const value = text === null || text === '' ? NaN : Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) changed[field] = value;
  }
  for (const key of switches) {
    const text = parameters.get(key);
    if (text === 'yes' || text === 'no') changed[key] = text === 'yes';
  }
  const chosen = biases.find((value) => value === parameters.get('biases'));
  if (chosen) changed.biases = chosen;
  return { preset: parameters.get('preset') || initial.preset, changed };
}

export function write({ preset, changed }: ParametersState): Record<string, string | undefined> {
  return {
    preset: preset === initial.preset ? undefined : preset,
    ...Object.fromEntries(numbers.map(({ field, key }) => [key, changed[field]?.toString()])),
    ...Object.fromEntries(
      switches.map((key) => [key, changed[key] === undefined ? undefined : changed[key] ? 'yes' : 'no']),
    ),
    biases: changed.biases,
  };
}

/** The preset of a state; the first where an address names one that there is not. */
export function presetOf({ preset }: ParametersState, presets: readonly Preset[]): Preset {
  const found =
    presets.find(({ id }) => id === preset) ?? presets.find(({ id }) => id === initial.preset) ?? presets[0];
  if (!found) throw new Error('no entry of the catalog has a full configuration to count from');
  return found;
}

/**
 * The shape of a state. What follows from a changed number in the preset goes on following from it: heads share the
 * width, each query head has its key head, and no more experts are active than there are.
 */
export function shapeOfState({ changed }: ParametersState, { shape }: Preset): Shape {
  const next: Shape = { ...shape, ...changed };
  if (changed.headSize === undefined && shape.headSize === Math.round(shape.width / shape.heads))
    next.headSize = Math.max(1, Math.round(next.width / next.heads));
  if (changed.keyValueHeads === undefined && shape.keyValueHeads === shape.heads)
    next.keyValueHeads = next.heads;
  next.keyValueHeads = Math.min(next.keyValueHeads, next.heads);
  next.activeExperts = Math.min(next.activeExperts, next.experts);
  if (shape.embeddingWidth === shape.width) next.embeddingWidth = next.width;
  return next;
}

/**
 * Whether a count, rounded as a reported number is, gives that number: 109.5M is "110M", 6.74B is not "6.6B". Zeros at
 * the end are taken for rounding, except that of two written digits both count: "20B" stands for 19.5B to 20.5B.
 */
export function roundsTo(computed: number, reported: number): boolean {
  const digits = String(reported);
  const written = ((digits.length - 1) % 3) + 1;
  const exact = Math.max(digits.replace(/0+$/, '').length, Math.min(written, 2));
  const unit = 10 ** (digits.length - exact);
  return Math.round(computed / unit) * unit === reported;
}
