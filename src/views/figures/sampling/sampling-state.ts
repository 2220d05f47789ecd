import type { Settings } from './filters.ts';

/** Two places in a text: one where few tokens fit, one where many do. */
export const places = {
  narrow: {
    label: 'one word fits',
    prompt: 'The capital of France is',
    tokens: ['Paris', 'the', 'a', 'located', 'in', 'Lyon', 'home', 'called', 'not', 'Rome'],
    logits: [6.2, 2.6, 2.2, 2, 1.7, 1.4, 1, 0.6, 0.4, 0],
  },
  wide: {
    label: 'many fit',
    prompt: 'On my way home I saw a',
    tokens: ['man', 'car', 'woman', 'cat', 'dog', 'sign', 'fox', 'light', 'bus', 'whale'],
    logits: [2, 1.9, 1.8, 1.6, 1.6, 1.2, 1, 0.8, 0.6, -1],
  },
} as const;
export type Place = keyof typeof places;

/** Tokens of a place. */
export const count = 10;
export const draws = 20;

export interface SamplingState extends Settings {
  place: Place;
  /** Of the draws. */
  seed: number;
}

export const initial: SamplingState = { place: 'wide', temperature: 1, topK: count, topP: 0.9, seed: 1 };
export const bounds = {
  temperature: { min: 0.1, max: 2, step: 0.05 },
  topK: { min: 1, max: count, step: 1 },
  topP: { min: 0.05, max: 1, step: 0.05 },
  seed: { min: 0, max: 999, step: 1 },
} as const;

/** Two decimals, without what binary fractions add. */
export const tidy = (value: number): number => Number(value.toFixed(2));

function readNumber(parameters: URLSearchParams, name: keyof typeof bounds): number {
  const { min, max, step } = bounds[name];
  const text = parameters.get(name) ?? '';
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  const isStep = Math.abs(Math.round(value / step) * step - value) < 1e-9;
  return value >= min && value <= max && isStep ? value : initial[name];
}

export function read(parameters: URLSearchParams): SamplingState {
  const place = parameters.get('place');
  return {
    place: place === 'narrow' || place === 'wide' ? place : initial.place,
    temperature: readNumber(parameters, 'temperature'),
    topK: readNumber(parameters, 'topK'),
    topP: readNumber(parameters, 'topP'),
    seed: readNumber(parameters, 'seed'),
  };
}

export function write(state: SamplingState): Record<string, string | undefined> {
  const changed = (name: keyof SamplingState) =>
    state[name] === initial[name] ? undefined : String(state[name]);
  return {
    place: changed('place'),
    temperature: changed('temperature'),
    topK: changed('topK'),
    topP: changed('topP'),
    seed: changed('seed'),
  };
}
