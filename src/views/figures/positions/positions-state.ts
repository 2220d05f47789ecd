/** What the reader has chosen in the figure. */
export interface PositionsState {
  /** The position of the key, from 0. */
  key: number;
  /** How far after the key the query stands. */
  distance: number;
  /** The head of ALiBi, 1 to 8. */
  head: number;
}

/** Positions drawn: each query reads itself and the keys before it. */
export const count = 12;
/** So that key and distance can be moved without regard to each other, their greatest values end at the last position. */
export const greatestKey = 5;
export const greatestDistance = count - 1 - greatestKey;
export const heads = 8;

export const initial: PositionsState = { key: 2, distance: 3, head: 3 };

function readWhole(text: string | null, least: number, most: number, otherwise: number): number {
  const value = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : otherwise;
}

export function read(parameters: URLSearchParams): PositionsState {
  return {
    key: readWhole(parameters.get('key'), 0, greatestKey, initial.key),
    distance: readWhole(parameters.get('distance'), 0, greatestDistance, initial.distance),
    head: readWhole(parameters.get('head'), 1, heads, initial.head),
  };
}

export function write(state: PositionsState): Record<string, string | undefined> {
  const changed = (name: keyof PositionsState) =>
    state[name] === initial[name] ? undefined : String(state[name]);
  return { key: changed('key'), distance: changed('distance'), head: changed('head') };
}
