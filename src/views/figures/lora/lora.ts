/** A weight matrix: it makes vectors of `outputs` numbers from vectors of `inputs`. */
export interface Shape {
  outputs: number;
  inputs: number;
}

/** Widths of a block: of the stream, of all queries and all keys or values together, of the feed-forward layer. */
export interface Block {
  width: number;
  queries: number;
  keysAndValues: number;
  feedForward: number;
  /** The feed-forward layer has a third matrix, which gates. */
  isGated: boolean;
}

/** What can be adapted: the four matrices of attention one by one, those of the feed-forward layer together. */
export const targets = ['q', 'k', 'v', 'o', 'mlp'] as const;

export type Target = (typeof targets)[number];

/** A block as in GPT-3 and BERT: heads that fill the width, a feed-forward layer four times as wide. */
export function plainBlock(width: number): Block {
  return { width, queries: width, keysAndValues: width, feedForward: 4 * width, isGated: false };
}

/** The matrices of one block that belong to a target. Biases and normalisation are no matrices. */
export function matricesOf({
  width,
  queries,
  keysAndValues,
  feedForward,
  isGated,
}: Block): Record<Target, Shape[]> {
  const up = { outputs: feedForward, inputs: width };
  return {
    q: [{ outputs: queries, inputs: width }],
    k: [{ outputs: keysAndValues, inputs: width }],
    v: [{ outputs: keysAndValues, inputs: width }],
    o: [{ outputs: width, inputs: queries }],
    mlp: [up, ...(isGated ? [up] : []), { outputs: width, inputs: feedForward }],
  };
}

/** Entries of a matrix. */
export function entriesOf({ outputs, inputs }: Shape): number {
  return outputs * inputs;
}

/** Entries of B (outputs × rank) and A (rank × inputs), which are trained in place of the matrix. */
export function lowRankEntries({ outputs, inputs }: Shape, rank: number): number {
  return rank * (outputs + inputs);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export interface Count {
  /** Entries of all matrices of all blocks. */
  inBlocks: number;
  /** Entries of the matrices that get a B and an A. */
  adapted: number;
  /** Entries of all B and A. */
  trainable: number;
}

/** Counts what is there and what is trained. Biases, normalisation and embeddings are in none of the numbers. */
export function countOf(block: Block, layers: number, chosen: readonly Target[], rank: number): Count {
  const matrices = matricesOf(block);
  const adapted = chosen.flatMap((target) => matrices[target]);
  return {
    inBlocks: layers * sum(Object.values(matrices).flat().map(entriesOf)),
    adapted: layers * sum(adapted.map(entriesOf)),
    trainable: layers * sum(adapted.map((shape) => lowRankEntries(shape, rank))),
  };
}

/**
 * Bytes that training keeps for a parameter that changes, with Adam in mixed precision: 2 for the weight, 2 for its
 * gradient, and 12 of the optimiser, which are a copy of the weight and two moments in 32 bits. Rajbhandari et al.
 * 2020 (ZeRO), by way of the annotated implementation of labml.ai.
 */
export const trainedBytes = { weight: 2, gradient: 2, optimiser: 12 } as const;

const bytesOfTrained = trainedBytes.weight + trainedBytes.gradient + trainedBytes.optimiser;

/** Bits in which weights that do not change can be kept. */
export const frozenBits = [16, 4] as const;

export type FrozenBits = (typeof frozenBits)[number];

/** Bytes for weights, gradients and optimiser where all parameters are trained. Activations come on top. */
export function fullBytes(parameters: number): number {
  return bytesOfTrained * parameters;
}

/**
 * Bytes for the same where only B and A are trained: the rest is kept in 16 bits, or in 4 as in QLoRA, whose
 * constants of quantisation are left out. Activations come on top.
 */
export function loraBytes(parameters: number, trainable: number, bits: FrozenBits): number {
  return (bits / 8) * parameters + bytesOfTrained * trainable;
}
