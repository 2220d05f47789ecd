/** What the reader has chosen in the figure. Both are counted from 0. */
export interface MasksState {
  /** The position that is followed. */
  position: number;
  /** How many positions belong to the prefix, and to the encoder. */
  border: number;
}

/** The sentence of the figure. */
export const words = ['the', 'cat', 'sat', 'on', 'the', 'mat'] as const;

export const initial: MasksState = { position: 2, border: 4 };

function readWhole(text: string | null, least: number, most: number): number | undefined {
  const value = text !== null && /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** In an address positions are counted from 1. */
export function read(parameters: URLSearchParams): MasksState {
  const position = readWhole(parameters.get('position'), 1, words.length);
  return {
    position: position === undefined ? initial.position : position - 1,
    border: readWhole(parameters.get('border'), 1, words.length - 1) ?? initial.border,
  };
}

export function write({ position, border }: MasksState): Record<string, string | undefined> {
  return {
    position: position === initial.position ? undefined : String(position + 1),
    border: border === initial.border ? undefined : String(border),
  };
}
