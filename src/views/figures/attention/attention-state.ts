import type { Matrix } from './attention.ts';

/** What the reader has chosen in the figure. */
export interface AttentionState {
  words: string;
  q: Matrix;
  k: Matrix;
  v: Matrix;
  scaled: boolean;
  causal: boolean;
  heads: number;
  /** The head that is shown, from 0. */
  head: number;
  /** The token whose query is followed, from 0. */
  row: number;
}

/** The width of the vectors in the figure, over all heads. */
export const width = 4;
export const mostWords = 4;
/** Components stay small enough to be read: one decimal, from -9 to 9. */
export const limit = 9;

export const initial: AttentionState = {
  words: 'the cat licks itself',
  q: [
    [0, 1, 1, 0],
    [0, 0, 2, 0],
    [1, 0, 2, 0],
    [3, 0, 0, 1],
  ],
  k: [
    [0, 1, 2, 0],
    [2, 0, 1, 0],
    [0, 1, 0, 2],
    [1, 0, 0, 0],
  ],
  v: [
    [0, 0, 1, 0],
    [1, 0, 0, 1],
    [0, 1, 1, 0],
    [0.5, 0.5, 0, 0],
  ],
  scaled: true,
  causal: false,
  heads: 1,
  head: 0,
  row: 3,
};

/** The words of a sentence that the figure shows: at most four of twelve letters each. */
export function tokensOf(words: string): string[] {
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, 12).join(''));
}

function readMatrix(text: string | null, otherwise: Matrix): Matrix {
  const rows = text?.split('_').map((row) => row.split('.').map((cell) => Number(cell) / 10));
  const isWell =
    rows?.length === mostWords &&
    rows.every((row) => row.length === width && row.every((cell) => Math.abs(cell) <= limit));
  return isWell ? rows : otherwise;
}

/** A matrix in an address: rows parted by `_`, cells by `.`, in tenths. */
function writeMatrix(matrix: Matrix, otherwise: Matrix): string | undefined {
  const text = matrix.map((row) => row.map((cell) => Math.round(cell * 10)).join('.')).join('_');
  return text === otherwise.map((row) => row.map((cell) => Math.round(cell * 10)).join('.')).join('_')
    ? undefined
    : text;
}

function readIndex(text: string | null, below: number, otherwise: number): number {
  const index = text === null || text === '' ? NaN : Number(text) - 1;
  return Number.isInteger(index) && index >= 0 && index < below ? index : otherwise;
}

export function read(parameters: URLSearchParams): AttentionState {
  const given = parameters.get('words')?.slice(0, 60) ?? '';
  const words = tokensOf(given).length >= 2 ? given : initial.words;
  const count = tokensOf(words).length;
  const heads = parameters.get('heads') === '2' ? 2 : 1;
  return {
    words,
    q: readMatrix(parameters.get('q'), initial.q),
    k: readMatrix(parameters.get('k'), initial.k),
    v: readMatrix(parameters.get('v'), initial.v),
    scaled: parameters.get('scale') !== 'no',
    causal: parameters.get('mask') === 'causal',
    heads,
    head: readIndex(parameters.get('head'), heads, 0),
    row: readIndex(parameters.get('query'), count, count - 1),
  };
}

export function write(state: AttentionState): Record<string, string | undefined> {
  const count = tokensOf(state.words).length;
  return {
    words: state.words === initial.words ? undefined : state.words,
    q: writeMatrix(state.q, initial.q),
    k: writeMatrix(state.k, initial.k),
    v: writeMatrix(state.v, initial.v),
    scale: state.scaled ? undefined : 'no',
    mask: state.causal ? 'causal' : undefined,
    heads: state.heads === 1 ? undefined : String(state.heads),
    head: state.heads === 1 || state.head === 0 ? undefined : String(state.head + 1),
    query: state.row === count - 1 ? undefined : String(state.row + 1),
  };
}
