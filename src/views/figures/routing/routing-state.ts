export interface RoutingState {
  /** By how much the router's logits favour the first expert. */
  favour: number;
  /** The capacity factor. */
  factor: number;
  seed: number;
}

export const tokens = 16;
export const experts = 4;

export const initial: RoutingState = { favour: 1.5, factor: 1.25, seed: 2 };
export const bounds = {
  favour: { min: 0, max: 4, step: 0.25 },
  factor: { min: 0.5, max: 2, step: 0.25 },
  seed: { min: 0, max: 999, step: 1 },
} as const;

function readNumber(parameters: URLSearchParams, name: keyof RoutingState): number {
  const { min, max, step } = bounds[name];
  const text = parameters.get(name) ?? '';
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max && Number.isInteger(value / step) ? value : initial[name];
}

export function read(parameters: URLSearchParams): RoutingState {
  return {
    favour: readNumber(parameters, 'favour'),
    factor: readNumber(parameters, 'factor'),
    seed: readNumber(parameters, 'seed'),
  };
}

export function write(state: RoutingState): Record<string, string | undefined> {
  const changed = (name: keyof RoutingState) =>
    state[name] === initial[name] ? undefined : String(state[name]);
  return { favour: changed('favour'), factor: changed('factor'), seed: changed('seed') };
}
