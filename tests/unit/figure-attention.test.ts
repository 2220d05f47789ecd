import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attention, multiHeadAttention, softmax } from '../../src/views/figures/attention/attention.ts';
import { initial, read, tokensOf, write } from '../../src/views/figures/attention/attention-state.ts';

const component = fc.double({ min: -5, max: 5, noNaN: true });
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(component, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

/** Attention written out anew: a sum over keys of exp(q·k) v, over the sum of the exponentials. */
function byDefinition(q: number[][], k: number[][], v: number[][], scale: number, causal: boolean) {
  return q.map((query, i) => {
    let total = 0;
    const sums = v[0]!.map(() => 0);
    for (let j = 0; j < k.length; j++) {
      if (causal && j > i) continue;
      let product = 0;
      for (let c = 0; c < query.length; c++) product += query[c]! * k[j]![c]!;
      const power = Math.exp(product * scale);
      total += power;
      for (let c = 0; c < sums.length; c++) sums[c]! += power * v[j]![c]!;
    }
    return sums.map((sum) => sum / total);
  });
}

describe('attention', () => {
  test('gives what its definition gives', () => {
    fc.assert(
      fc.property(
        matrix(4, 4),
        matrix(4, 4),
        matrix(4, 3),
        fc.boolean(),
        fc.boolean(),
        (q, k, v, scaled, causal) => {
          const { output } = attention(q, k, v, { scaled, causal });
          const expected = byDefinition(q, k, v, scaled ? 0.5 : 1, causal);
          for (const [i, row] of output.entries())
            for (const [c, value] of row.entries()) expect(value).toBeCloseTo(expected[i]![c]!, 8);
        },
      ),
    );
  });

  test('by hand: equal scores give the mean, a score of ln 3 gives three quarters', () => {
    const one = attention([[0]], [[1], [1]].slice(0, 1), [[5]], { scaled: true, causal: false });
    expect(one.output).toEqual([[5]]);
    const { weights, output } = attention([[Math.log(3)], [0]], [[1], [0]], [[4], [0]], {
      scaled: false,
      causal: false,
    });
    expect(weights[0]![0]).toBeCloseTo(0.75, 12);
    expect(output[0]![0]).toBeCloseTo(3, 12);
    expect(output[1]![0]).toBeCloseTo(2, 12);
  });

  test('weights are positive and sum to one; the mask leaves none to later tokens', () => {
    fc.assert(
      fc.property(matrix(4, 2), matrix(4, 2), (q, k) => {
        const { weights } = attention(q, k, q, { scaled: true, causal: true });
        weights.forEach((row, i) => {
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
          row.forEach((weight, j) => expect(weight > 0).toBe(j <= i));
        });
      }),
    );
  });

  test('a softmax does not change when all scores move together, nor overflow', () => {
    expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
    const [moved, plain] = [softmax([101, 102, 104]), softmax([1, 2, 4])];
    moved.forEach((weight, index) => expect(weight).toBeCloseTo(plain[index]!, 12));
  });

  test('two heads are two attentions on half of the columns each', () => {
    const { output } = multiHeadAttention(initial.q, initial.k, initial.v, 2, {
      scaled: true,
      causal: false,
    });
    const halves = [0, 2].map((from) =>
      byDefinition(
        ...([initial.q, initial.k, initial.v].map((m) => m.map((row) => row.slice(from, from + 2))) as [
          number[][],
          number[][],
          number[][],
        ]),
        1 / Math.sqrt(2),
        false,
      ),
    );
    output.forEach((row, i) =>
      [...halves[0]![i]!, ...halves[1]![i]!].forEach((value, c) => expect(row[c]).toBeCloseTo(value, 12)),
    );
  });
});

describe('the state in an address', () => {
  const state = fc.record({
    words: fc.constantFrom('the cat licks itself', 'a b', 'one two three'),
    q: matrix(4, 4).map((rows) => rows.map((row) => row.map((cell) => Math.round(cell * 10) / 10))),
    scaled: fc.boolean(),
    causal: fc.boolean(),
    heads: fc.constantFrom(1, 2),
    row: fc.constantFrom(0, 1),
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(state, (part) => {
        const full = { ...initial, ...part };
        const written = Object.entries(write(full)).filter(([, value]) => value !== undefined);
        const back = read(new URLSearchParams(written as [string, string][]));
        expect({ ...back, q: back.q.map((row) => row.map((cell) => cell + 0)) }).toEqual({
          ...full,
          q: full.q.map((row) => row.map((cell) => cell + 0)),
        });
      }),
    );
  });

  test('is empty for the first state, and nonsense reads as the first state', () => {
    expect(Object.values(write(initial)).filter((value) => value !== undefined)).toEqual([]);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'k', 'v', 'head', 'query', 'words'), fc.string()),
        (given) => {
          const { q, row, head, words } = read(new URLSearchParams(given));
          expect(q.flat().every((cell) => Math.abs(cell) <= 9)).toBe(true);
          expect(row).toBeLessThan(tokensOf(words).length);
          expect(head).toBe(0);
        },
      ),
    );
  });
});
