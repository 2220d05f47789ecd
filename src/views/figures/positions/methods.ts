import { dot } from '../attention/attention.ts';
import { alibiBias, alibiSlopes, rotate, sinusoid, untrainedRow } from './encodings.ts';
import { heads } from './positions-state.ts';

/** One way to tell attention about positions, as a number for each pair of them. */
export interface Method {
  id: 'sinusoidal' | 'learned' | 'rotary' | 'alibi';
  name: string;
  /** What the number is. */
  number: string;
  /** The number for a query and a key at two positions; only ALiBi heeds the head, 1 to 8. */
  at: (query: number, key: number, head: number) => number;
}

/** Width of the vectors in the figure: four pairs, so that the frequencies are 1, 1/10, 1/100 and 1/1000. */
export const width = 8;
const seed = 11;

/** The content of a query and of a key, before anything is done for their positions. */
export const query = [1, 0.2, 0.8, -0.4, 0.9, 0.3, 0.5, 0.6] as const;
export const key = [0.7, 0.5, 0.9, 0.1, 0.6, -0.2, 0.4, 0.8] as const;

export const methods: readonly Method[] = [
  {
    id: 'sinusoidal',
    name: 'Sinusoidal',
    number: 'product of the two encodings',
    at: (m, n) => dot(sinusoid(m, width), sinusoid(n, width)),
  },
  {
    id: 'learned',
    name: 'Learned, before training',
    number: 'product of two rows of the table',
    at: (m, n) => dot(untrainedRow(m, width, seed), untrainedRow(n, width, seed)),
  },
  {
    id: 'rotary',
    name: 'RoPE',
    number: 'product of one query and one key, turned',
    at: (m, n) => dot(rotate(query, m), rotate(key, n)),
  },
  {
    id: 'alibi',
    name: 'ALiBi',
    number: 'added to the score',
    at: (m, n, head) => alibiBias(alibiSlopes(heads)[head - 1]!, m, n),
  },
];
