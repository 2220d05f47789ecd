import type { fits } from './law.ts';

/** A budget and how it is spent. */
export interface ScalingState {
  /** The budget of operations, as a power of ten. */
  budget: number;
  /** The parameters, as a power of ten. */
  size: number;
  /** Which constants the law has. */
  fit: keyof typeof fits;
}

export const initial: ScalingState = { budget: 23.75, size: 11.25, fit: 'refitted' };
export const bounds = {
  budget: { min: 19, max: 26, step: 0.25 },
  size: { min: 7, max: 13, step: 0.25 },
} as const;

function readNumber(parameters: URLSearchParams, name: keyof typeof bounds): number {
  const { min, max, step } = bounds[name];
  const text = parameters.get(name) ?? '';
  const value = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max && Number.isInteger(value / step) ? value : initial[name];
}

export const read = (parameters: URLSearchParams): ScalingState => ({
  budget: readNumber(parameters, 'budget'),
  size: readNumber(parameters, 'size'),
  fit: parameters.get('fit') === 'published' ? 'published' : initial.fit,
});

export function write(state: ScalingState): Record<string, string | undefined> {
  const changed = (name: keyof ScalingState) =>
    state[name] === initial[name] ? undefined : String(state[name]);
  return { budget: changed('budget'), size: changed('size'), fit: changed('fit') };
}
