import { attentionParameters, feedForwardParameters, type Shape } from '../parameters/count.ts';

/** The base model of 2017 (Vaswani et al., table 3), with the 37,000 tokens of section 5.1. */
export const base: Shape = {
  encoderLayers: 6,
  decoderLayers: 6,
  width: 512,
  heads: 8,
  keyValueHeads: 8,
  headSize: 64,
  feedForward: 2048,
  gated: false,
  vocabulary: 37_000,
  tied: true,
  positions: 0,
  biases: 'feed-forward',
  norm: 'layer',
  stackNorms: 0,
  experts: 1,
  activeExperts: 1,
  expertEvery: 1,
  embeddingWidth: 512,
  oneLayer: false,
  positionMatrices: 0,
  relativeBiases: 0,
  segments: 0,
  pooler: false,
};

export const partIds = [
  'embedding',
  'positions',
  'self-attention',
  'cross-attention',
  'feed-forward',
  'add-norm',
  'output',
] as const;
export type PartId = (typeof partIds)[number];

/** A part of the block: what it does in words, the shapes that go through it, and what it has to learn. */
export interface BlockPart {
  id: PartId;
  label: string;
  does: string;
  /** The formula in words. */
  formula: string;
  /** Shapes in the base model; n source tokens, m target tokens. */
  shapes: string;
  /** How often the part stands in the model. */
  copies: number;
  /** Parameters of one copy. */
  parameters: number;
  /** How these are counted. */
  counted: string;
}

const { width, vocabulary, encoderLayers, decoderLayers } = base;

export const blockParts: BlockPart[] = [
  {
    id: 'embedding',
    label: 'Embedding',
    does: 'Gives each token its vector. One table serves source, target and output.',
    formula: 'row of the table for this token, times the root of 512',
    shapes: 'n tokens → n × 512',
    copies: 1,
    parameters: vocabulary * width,
    counted: '37,000 × 512',
  },
  {
    id: 'positions',
    label: 'Positions',
    does: 'Tells where a token stands, which attention alone could not know.',
    formula: 'vector + sines and cosines of its place',
    shapes: 'n × 512 + n × 512 → n × 512',
    copies: 2,
    parameters: 0,
    counted: 'computed, not learned',
  },
  {
    id: 'self-attention',
    label: 'Self-attention',
    does: 'Lets each token read the others of its own sentence: all of them in the encoder, itself and earlier ones in the decoder.',
    formula: 'softmax(query · keys / √64) · values, in 8 heads; heads side by side, times one more matrix',
    shapes: 'n × 512 → 8 heads of n × 64; weights 8 × n × n; out n × 512',
    copies: encoderLayers + decoderLayers,
    parameters: attentionParameters(base),
    counted: '4 × 512 × 512',
  },
  {
    id: 'cross-attention',
    label: 'Cross-attention',
    does: 'Lets each target token read the encoder’s output: its queries, the source’s keys and values.',
    formula: 'softmax(query of the target · keys of the source / √64) · values of the source, in 8 heads',
    shapes: 'queries from m × 512, keys and values from n × 512; weights 8 × m × n; out m × 512',
    copies: decoderLayers,
    parameters: attentionParameters(base),
    counted: '4 × 512 × 512',
  },
  {
    id: 'feed-forward',
    label: 'Feed-forward',
    does: 'Works on each token by itself, the same way at every place.',
    formula: 'widen to 2,048 and add a bias; negative numbers become 0; narrow to 512 and add a bias',
    shapes: 'n × 512 → n × 2,048 → n × 512',
    copies: encoderLayers + decoderLayers,
    parameters: feedForwardParameters(base),
    counted: '512 × 2,048 + 2,048 + 2,048 × 512 + 512',
  },
  {
    id: 'add-norm',
    label: 'Add & norm',
    does: 'Adds what a sub-layer found to the vector that went in, and brings the sum to a common scale.',
    formula: '(sum − its mean) / its standard deviation, times a gain, plus a bias',
    shapes: 'n × 512 → n × 512',
    copies: 2 * encoderLayers + 3 * decoderLayers,
    parameters: 2 * width,
    counted: '512 gains + 512 biases',
  },
  {
    id: 'output',
    label: 'Output',
    does: 'Turns the last vector of each target token into a probability for every token that could come next.',
    formula: 'softmax(vector · every row of the embedding table)',
    shapes: 'm × 512 → m × 37,000',
    copies: 1,
    parameters: 0,
    counted: 'the embedding table again',
  },
];

/** All parameters of a part in the base model. */
export function totalOf({ copies, parameters }: BlockPart): number {
  return copies * parameters;
}
