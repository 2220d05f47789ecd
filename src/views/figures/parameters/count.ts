/** The numbers that a count of parameters follows from. Layers, rows and widths are whole numbers. */
export interface Shape {
  encoderLayers: number;
  decoderLayers: number;
  /** Numbers in the vector of a token, d. */
  width: number;
  /** Query heads of a layer, h. */
  heads: number;
  /** Key and value heads of a layer: h, or fewer where several query heads share one. */
  keyValueHeads: number;
  /** Width of a head. */
  headSize: number;
  /** Inner width of the feed-forward network, f; of one expert where there are several. */
  feedForward: number;
  /** Whether the feed-forward network has a third matrix, which gates. */
  gated: boolean;
  /** Tokens, V. */
  vocabulary: number;
  /** Whether the output matrix is the embedding matrix. */
  tied: boolean;
  /** Learned vectors of positions in each stack, P; 0 where positions are computed. */
  positions: number;
  biases: 'none' | 'feed-forward' | 'all';
  /** Layer normalisation has a gain and a bias, RMS normalisation a gain only. */
  norm: 'layer' | 'rms';
  /** Normalisations of a stack that belong to no sub-layer: after the embedding (BERT), or after the last layer (pre-LN). */
  stackNorms: number;
  /** Feed-forward networks of a layer, E; 1 where there are no experts. */
  experts: number;
  /** Experts that one token passes through. */
  activeExperts: number;
  /** Experts stand in every layer (1) or in every second (2); the others have one network. */
  expertEvery: number;
  /** Width of the token vectors where a further matrix widens them (ALBERT); else the width. */
  embeddingWidth: number;
  /** Whether all layers are one and the same (ALBERT). */
  oneLayer: boolean;
  /** Matrices from d to all heads in each self-attention that only serve relative positions. */
  positionMatrices: number;
  /** Learned offsets of a relative position for each head, a stack: 32 in T5. */
  relativeBiases: number;
  /** Vectors that tell first text from second (BERT has 2). */
  segments: number;
  /** Whether a dense layer stands on the first position (BERT). */
  pooler: boolean;
}

/** One part of a count. */
export interface Part {
  id: 'tokens' | 'positions' | 'attention' | 'cross' | 'feedForward' | 'norms' | 'output' | 'other';
  label: string;
  /** The formula in the symbols of the figure. */
  formula: string;
  /** The formula with the numbers of the shape. */
  numbers: string;
  parameters: number;
  /** Those that are used for one token; fewer only where there are experts. */
  active: number;
}

export interface Count {
  parts: Part[];
  parameters: number;
  active: number;
}

const whole = (value: number) => value.toLocaleString('en-GB');

/** Parameters of one attention sub-layer: queries and output have h heads, keys and values the heads they keep. */
export function attentionParameters(shape: Shape): number {
  const { width, heads, keyValueHeads, headSize, biases } = shape;
  const inner = (heads + keyValueHeads) * headSize;
  return 2 * width * inner + (biases === 'all' ? inner + keyValueHeads * headSize + width : 0);
}

/** Parameters of one feed-forward network, which is one expert where there are several. */
export function feedForwardParameters({ width, feedForward, gated, biases }: Shape): number {
  const inwards = gated ? 2 : 1;
  return (inwards + 1) * width * feedForward + (biases === 'none' ? 0 : inwards * feedForward + width);
}

/** How many layers hold several experts. */
export function sparseLayers({ encoderLayers, decoderLayers, experts, expertEvery }: Shape): number {
  return experts > 1 ? Math.floor(encoderLayers / expertEvery) + Math.floor(decoderLayers / expertEvery) : 0;
}

/**
 * The parameters of a Transformer, part by part. Matrices between a and b wide count a × b; what is computed (sine
 * positions, rotations, masks) counts nothing. Equals the checkpoints of BERT, GPT-2, T5 and LLaMA to the last number.
 */
export function countParameters(shape: Shape): Count {
  const { encoderLayers, decoderLayers, width: d, vocabulary, embeddingWidth } = shape;
  const layers = shape.oneLayer ? 1 : encoderLayers + decoderLayers;
  const hasBoth = encoderLayers > 0 && decoderLayers > 0;
  const stacks = (encoderLayers > 0 ? 1 : 0) + (decoderLayers > 0 ? 1 : 0);
  const crossLayers = hasBoth ? decoderLayers : 0;
  const isFactorised = embeddingWidth !== d;
  const layersName = shape.oneLayer ? '1 layer, shared by all' : 'L';
  const parts: Part[] = [];
  const add = (
    id: Part['id'],
    label: string,
    formula: string,
    numbers: string,
    parameters: number,
    active = parameters,
  ) => {
    if (parameters > 0) parts.push({ id, label, formula, numbers, parameters, active });
  };

  add(
    'tokens',
    'Token embeddings',
    isFactorised ? 'V × e' : 'V × d',
    `${whole(vocabulary)} × ${whole(embeddingWidth)}`,
    vocabulary * embeddingWidth,
  );
  add(
    'positions',
    'Learned positions',
    `${stacks === 2 ? '2 × ' : ''}P × ${isFactorised ? 'e' : 'd'}`,
    `${stacks === 2 ? '2 × ' : ''}${whole(shape.positions)} × ${whole(embeddingWidth)}`,
    stacks * shape.positions * embeddingWidth,
  );

  const isGrouped = shape.keyValueHeads !== shape.heads;
  const headsWidth = shape.heads * shape.headSize;
  const matrices = isGrouped
    ? '2 × d × h × s + 2 × d × g × s'
    : headsWidth === d
      ? '4 × d × d'
      : '4 × d × h × s';
  const attentionFormula = `(${matrices}${shape.biases === 'all' ? ' + biases' : ''})`;
  const attention = attentionParameters(shape);
  add(
    'attention',
    'Self-attention',
    `${layersName} × ${attentionFormula}`,
    `${layers} × ${whole(attention)}`,
    layers * attention,
  );
  add(
    'cross',
    'Cross-attention',
    `L decoder × ${attentionFormula}`,
    `${crossLayers} × ${whole(attention)}`,
    crossLayers * attention,
  );

  const network = feedForwardParameters(shape);
  const sparse = sparseLayers(shape);
  const dense = layers - sparse;
  const networkFormula = `(${shape.gated ? 3 : 2} × d × f${shape.biases === 'none' ? '' : ' + biases'})`;
  if (sparse === 0) {
    add(
      'feedForward',
      'Feed-forward',
      `${layersName} × ${networkFormula}`,
      `${layers} × ${whole(network)}`,
      layers * network,
    );
  } else {
    const router = d * shape.experts;
    add(
      'feedForward',
      'Feed-forward, experts and their router',
      `L × (E × ${networkFormula} + d × E)`,
      `${sparse} × (${shape.experts} × ${whole(network)} + ${whole(router)})${dense > 0 ? ` + ${dense} × ${whole(network)}` : ''}`,
      sparse * (shape.experts * network + router) + dense * network,
      sparse * (shape.activeExperts * network + router) + dense * network,
    );
  }

  const norms =
    (shape.oneLayer ? 2 : 2 * (encoderLayers + decoderLayers)) + crossLayers + stacks * shape.stackNorms;
  // After the embedding ALBERT normalises the narrow vectors.
  const narrow = isFactorised ? stacks * shape.stackNorms : 0;
  const normed = (norms - narrow) * d + narrow * embeddingWidth;
  const perNorm = shape.norm === 'layer' ? 2 : 1;
  const times = perNorm === 2 ? ' × 2' : '';
  add(
    'norms',
    'Normalisations',
    narrow > 0 ? `(norms × d + e)${times}` : `norms × d${times}`,
    narrow > 0
      ? `(${norms - narrow} × ${whole(d)} + ${whole(narrow * embeddingWidth)})${times}`
      : `${norms} × ${whole(d)}${times}`,
    normed * perNorm,
  );

  if (!shape.tied)
    add('output', 'Output matrix', 'V × d', `${whole(vocabulary)} × ${whole(d)}`, vocabulary * d);

  const others: [string, number][] = [
    ['widening the embeddings', isFactorised ? embeddingWidth * d + (shape.biases === 'all' ? d : 0) : 0],
    ['matrices for relative positions', layers * shape.positionMatrices * d * headsWidth],
    ['relative position biases', stacks * shape.relativeBiases * shape.heads],
    ['segments', shape.segments * embeddingWidth],
    ['pooler', shape.pooler ? d * d + d : 0],
  ];
  const present = others.filter(([, parameters]) => parameters > 0);
  add(
    'other',
    `Other: ${present.map(([label]) => label).join(', ')}`,
    '',
    present.map(([, parameters]) => whole(parameters)).join(' + '),
    present.reduce((sum, [, parameters]) => sum + parameters, 0),
  );
  return {
    parts,
    parameters: parts.reduce((sum, part) => sum + part.parameters, 0),
    active: parts.reduce((sum, part) => sum + part.active, 0),
  };
}
