import type { Mask } from '../masks/masks.ts';

/** Something read or said: a token of the text, a special token, a token put in place of another, an answer. */
export interface Piece {
  text: string;
  kind: 'text' | 'special' | 'replaced' | 'answer';
}

/** One position of the network that predicts: what it reads and, where the loss is taken, what it should say. */
export interface Column {
  read: Piece;
  say?: Piece;
  /** Its place in the order of prediction, from 1, where that is not the order of the text. */
  order?: number;
  /** The token that stood here before it was replaced. */
  was?: string;
}

/** A text prepared for training under an objective. */
export interface Example {
  /** What an encoder reads, where another network than the predicting one reads it. */
  source: Piece[];
  columns: Column[];
  /** Which positions each reads, those of `source` first and then the columns. */
  mask: Mask;
  /** How many positions, counted from the first, are read both ways, where the mask has a border. */
  border?: number;
  /** What happened in this draw, in a sentence or two. */
  told: string;
}

export const piece = (text: string): Piece => ({ text, kind: 'text' });
export const special = (text: string): Piece => ({ text, kind: 'special' });

/** The symbol that stands before the first token, so that this one can be predicted too. */
export const start = special('<s>');

/** How many positions the loss is taken at. */
export function lossesOf({ columns }: Example): number {
  return columns.filter(({ say }) => say).length;
}

/** How many tokens the networks read, in encoder and decoder together. */
export function readsOf({ source, columns }: Example): number {
  return source.length + columns.length;
}

/** A share of a number of tokens, rounded, and at least one. */
export function shareOf(count: number, share: number): number {
  return Math.max(1, Math.round(count * share));
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
