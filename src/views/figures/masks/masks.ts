/**
 * Attention masks: which positions of a sequence each position may read.
 *
 * mask[i][j] is true where position i reads position j, both counted from 0. The first three are those of Raffel et
 * al. 2019, figure 3 (fully visible, causal, causal with prefix); the fourth joins the three masks of an
 * encoder-decoder into one over input and output together.
 */
export type Mask = readonly (readonly boolean[])[];

function maskOf(size: number, reads: (i: number, j: number) => boolean): boolean[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => reads(i, j)));
}

/** Every position reads every position: an encoder. */
export function fullMask(size: number): boolean[][] {
  return maskOf(size, () => true);
}

/** Every position reads itself and what stands before it: a decoder. */
export function causalMask(size: number): boolean[][] {
  return maskOf(size, (i, j) => j <= i);
}

/** The first `prefix` positions read each other both ways, the others everything up to themselves: a prefix decoder. */
export function prefixMask(size: number, prefix: number): boolean[][] {
  return maskOf(size, (i, j) => j <= i || j < prefix);
}

/**
 * An encoder-decoder whose encoder holds the first `source` positions and whose decoder the others: encoder positions
 * read the encoder both ways, decoder positions read the whole encoder (by cross-attention) and the decoder up to
 * themselves.
 */
export function encoderDecoderMask(size: number, source: number): boolean[][] {
  return maskOf(size, (i, j) => j < source || (i >= source && j <= i));
}

/** Each position reads those that come earlier in an order: rank[i] is the place of position i in it. Itself is not read. */
export function orderMask(rank: readonly number[]): boolean[][] {
  return maskOf(rank.length, (i, j) => rank[j]! < rank[i]!);
}

/** A mask with rows and columns in another order: order[i] is the position that comes i-th in it. */
export function sortedMask(mask: Mask, order: readonly number[]): boolean[][] {
  return order.map((i) => order.map((j) => mask[i]![j]!));
}

/** The positions that a position reads. */
export function readBy(mask: Mask, position: number): number[] {
  return mask[position]!.flatMap((reads, j) => (reads ? [j] : []));
}

/** The positions that read a position. */
export function readersOf(mask: Mask, position: number): number[] {
  return mask.flatMap((row, i) => (row[position] ? [i] : []));
}

/** How many pairs of positions may be read. */
export function pairsOf(mask: Mask): number {
  return mask.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
}
