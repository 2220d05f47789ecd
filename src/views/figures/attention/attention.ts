/** Rows are tokens, columns components. */
export type Matrix = readonly (readonly number[])[];

export interface AttentionOptions {
  /** Whether scores are divided by the square root of the width of queries and keys. */
  scaled: boolean;
  /** Whether a token may read itself and earlier tokens only. */
  causal: boolean;
}

/** One attention head at work, every number of it. */
export interface Head {
  /** Dot products of queries (rows) with keys (columns). */
  products: Matrix;
  /** What the softmax gets: the products, scaled if so chosen; minus infinity where the mask forbids reading. */
  scores: Matrix;
  /** The softmax of each row of scores. */
  weights: Matrix;
  /** The weighted sums of the values. */
  output: Matrix;
}

/** The sum of the products of components. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

/**
 * Positive weights that sum to one, in the ratios of the exponentials. The greatest score is taken off first, which
 * changes nothing but keeps the exponentials finite. A score of minus infinity gets no weight; one score at least
 * has to be finite.
 */
export function softmax(scores: readonly number[]): number[] {
  const greatest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - greatest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Scaled dot-product attention, softmax(QKᵀ / √d) V (Vaswani et al. 2017, equation 1), with every step kept.
 * @param q queries, n × d
 * @param k keys, n × d
 * @param v values, n × any width
 */
export function attention(q: Matrix, k: Matrix, v: Matrix, { scaled, causal }: AttentionOptions): Head {
  const products = q.map((query) => k.map((key) => dot(query, key)));
  const scale = scaled ? Math.sqrt(q[0]?.length ?? 1) : 1;
  const scores = products.map((row, i) =>
    row.map((product, j) => (causal && j > i ? -Infinity : product / scale)),
  );
  const weights = scores.map(softmax);
  const output = weights.map((row) =>
    (v[0] ?? []).map((_, column) => row.reduce((sum, weight, j) => sum + weight * v[j]![column]!, 0)),
  );
  return { products, scores, weights, output };
}

/** The columns of a matrix cut into as many equal groups as there are heads; the width has to be a multiple of them. */
export function splitHeads(matrix: Matrix, heads: number): Matrix[] {
  const width = (matrix[0]?.length ?? 0) / heads;
  return Array.from({ length: heads }, (_, head) =>
    matrix.map((row) => row.slice(head * width, (head + 1) * width)),
  );
}

/** Attention in several heads: each works on its own columns, and the outputs stand side by side again. */
export function multiHeadAttention(
  q: Matrix,
  k: Matrix,
  v: Matrix,
  heads: number,
  options: AttentionOptions,
): { heads: Head[]; output: Matrix } {
  const [queries, keys, values] = [q, k, v].map((matrix) => splitHeads(matrix, heads)) as [
    Matrix[],
    Matrix[],
    Matrix[],
  ];
  const results = queries.map((query, head) => attention(query, keys[head]!, values[head]!, options));
  return {
    heads: results,
    output: q.map((_, row) => results.flatMap(({ output }) => output[row]!)),
  };
}
