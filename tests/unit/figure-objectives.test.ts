import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownObjectives, playgroundAddress } from '../../src/views/figures/objectives/known.ts';
import { lossesOf, type Example, type Piece } from '../../src/views/figures/objectives/example.ts';
import { exampleOf } from '../../src/views/figures/objectives/examples.ts';
import { noises, spanLengths } from '../../src/views/figures/objectives/denoising.ts';
import { cut, poisson } from '../../src/views/figures/objectives/draw.ts';
import figure from '../../src/views/figures/objectives/figure.tsx';
import { initial } from '../../src/views/figures/objectives/objectives-state.ts';
import { mostTokens, sentencesOf, tokensOf } from '../../src/views/figures/objectives/tokens.ts';
import { vocabulary } from '../../src/views/figures/objectives/words.ts';
import { uniform } from '../../src/views/figures/random.ts';

const settings = { noise: 'infill-shuffle', isBackward: false } as const;
const someWord = fc.constantFrom(
  'the',
  'Ship',
  'left',
  ',',
  '.',
  'Müller',
  '[',
  'MASK',
  '<',
  'X',
  '🦊',
  '!',
  'a',
);
const texts = fc.array(someWord, { minLength: 1, maxLength: mostTokens });
const seeds = fc.integer({ min: 0, max: 999_999 });
const long = tokensOf(initial.text);

const textsOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text);
const readOf = ({ columns }: Example) => columns.map(({ read }) => read);
const saidOf = ({ columns }: Example) => columns.flatMap(({ say }) => (say ? [say] : []));

/** The pieces between special ones: what each special piece leads in. */
function behindMarks(pieces: readonly Piece[]): { mark: string; words: string[] }[] {
  const parts: { mark: string; words: string[] }[] = [];
  for (const { text, kind } of pieces) {
    if (kind === 'special') parts.push({ mark: text, words: [] });
    else parts.at(-1)!.words.push(text);
  }
  return parts;
}

function each(check: (tokens: string[], seed: number) => void): void {
  fc.assert(fc.property(texts, seeds, check), { numRuns: 120 });
}

describe('input and target together give the original back', () => {
  test('causal: what is said is the text, each from what was read just before', () => {
    each((tokens, seed) => {
      const example = exampleOf(tokens, 'clm', seed, settings);
      expect(textsOf(saidOf(example))).toEqual(tokens);
      expect(textsOf(readOf(example)).slice(1)).toEqual(tokens.slice(0, -1));
      expect(example.source).toEqual([]);
    });
  });

  test('from the end: the same, read in the order of the numbers', () => {
    each((tokens, seed) => {
      const { columns } = exampleOf(tokens, 'lm', seed, { ...settings, isBackward: true });
      const inOrder = [...columns].sort((a, b) => a.order! - b.order!);
      expect(inOrder.map(({ say }) => say!.text)).toEqual([...tokens].reverse());
    });
  });

  test('prefix: the words read as prefix and the words said', () => {
    each((tokens, seed) => {
      const example = exampleOf(tokens, 'prefix-lm', seed, settings);
      const prefix = textsOf(readOf(example)).slice(1, example.border);
      expect([...prefix, ...textsOf(saidOf(example))]).toEqual(tokens);
      // Both parts have a word wherever the text has two.
      if (tokens.length > 1) expect(prefix.length).toBeGreaterThan(0);
      expect(lossesOf(example)).toBeGreaterThan(0);
    });
  });

  test('masked: the chosen positions put right', () => {
    each((tokens, seed) => {
      const { columns } = exampleOf(tokens, 'mlm', seed, settings);
      expect(columns.map(({ read, say }) => (say ?? read).text)).toEqual(tokens);
    });
  });

  test('permuted: every token stays where it is; the numbers are an order', () => {
    each((tokens, seed) => {
      const { columns } = exampleOf(tokens, 'plm', seed, settings);
      expect(columns.map(({ read, say }) => (say ?? read).text)).toEqual(tokens);
      expect(columns.map(({ order }) => order!).sort((a, b) => a - b)).toEqual(
        tokens.map((_, index) => index + 1),
      );
    });
  });

  test('causal masking: the words behind the second mark, put at the first', () => {
    each((tokens, seed) => {
      const { columns } = exampleOf(tokens, 'causal-masking', seed, settings);
      // All that was read, without the start symbol, and the last word said.
      const sequence = [...columns.slice(1).map(({ read }) => read), columns.at(-1)!.say!];
      const isMark = ({ kind }: Piece) => kind === 'special';
      const first = sequence.findIndex(isMark);
      const second = sequence.findLastIndex(isMark);
      expect(second).toBeGreaterThan(first);
      const span = sequence.slice(second + 1);
      expect(textsOf([...sequence.slice(0, first), ...span, ...sequence.slice(first + 1, second)])).toEqual(
        tokens,
      );
      expect(columns.filter(({ say }) => !say)).toHaveLength(2);
    });
  });

  test('span corruption: each sentinel replaced by what follows it in the target', () => {
    each((tokens, seed) => {
      const example = exampleOf(tokens, 'span-corruption', seed, settings);
      const spans = behindMarks(saidOf(example));
      const restored = example.source.flatMap(({ text, kind }) =>
        kind === 'special' ? spans.find(({ mark }) => mark === text)!.words : [text],
      );
      expect(restored).toEqual(tokens);
      // The target ends with a sentinel of which nothing stands in the input.
      expect(spans.at(-1)!.words).toEqual([]);
      expect(textsOf(example.source)).not.toContain(spans.at(-1)!.mark);
    });
  });

  test('denoising: the decoder says the whole text, whatever the damage', () => {
    each((tokens, seed) => {
      for (const noise of noises)
        expect(textsOf(saidOf(exampleOf(tokens, 'dae', seed, { ...settings, noise })))).toEqual(tokens);
    });
  });

  test('replaced token detection: replaced where, and only where, the token is another', () => {
    each((tokens, seed) => {
      const { columns } = exampleOf(tokens, 'rtd', seed, settings);
      columns.forEach(({ read, say, was }, index) => {
        expect(say!.text).toBe(read.text === tokens[index] ? 'original' : 'replaced');
        expect(was ?? read.text).toBe(tokens[index]);
      });
    });
  });

  test('next sentence: the two segments are the text, or begin with its first sentence', () => {
    each((tokens, seed) => {
      const example = exampleOf(tokens, 'nsp', seed, settings);
      const read = readOf(example);
      const [answer] = saidOf(example);
      const [first, second] = behindMarks(read);
      expect(saidOf(example)).toHaveLength(1);
      expect(first!.mark + second!.mark + read.at(-1)!.text).toBe('[CLS][SEP][SEP]');
      if (answer!.text === 'IsNext') expect([...first!.words, ...second!.words]).toEqual(tokens);
      else expect(tokens.slice(0, first!.words.length)).toEqual(first!.words);
      if (sentencesOf(tokens).length === 1) expect(answer!.text).toBe('NotNext');
    });
  });
});

describe('what is damaged, and how much', () => {
  test('something is predicted under every objective', () => {
    each((tokens, seed) => {
      for (const objective of knownObjectives)
        expect(lossesOf(exampleOf(tokens, objective, seed, settings)), objective).toBeGreaterThan(0);
    });
  });

  test('over many seeds 15 % are chosen, of which 80 % are hidden, 10 % random, 10 % kept', () => {
    const counts = { chosen: 0, hidden: 0, replaced: 0, kept: 0, all: 0 };
    for (let seed = 0; seed < 4000; seed++) {
      for (const { read, say } of exampleOf(long, 'mlm', seed, settings).columns) {
        counts.all++;
        if (!say) continue;
        counts.chosen++;
        if (read.kind === 'special') counts.hidden++;
        else if (read.kind === 'replaced') counts.replaced++;
        else counts.kept++;
      }
    }
    // 5 of 31 in every draw; the shares within four standard deviations of 20,000 draws.
    expect(counts.chosen / counts.all).toBeCloseTo(5 / 31, 10);
    expect(Math.abs(counts.hidden / counts.chosen - 0.8)).toBeLessThan(0.012);
    expect(Math.abs(counts.replaced / counts.chosen - 0.1)).toBeLessThan(0.009);
    expect(Math.abs(counts.kept / counts.chosen - 0.1)).toBeLessThan(0.009);
  });

  test('every position is chosen equally often', () => {
    const often = long.map(() => 0);
    for (let seed = 0; seed < 6200; seed++)
      exampleOf(long, 'mlm', seed, settings).columns.forEach(
        ({ say }, index) => (often[index]! += say ? 1 : 0),
      );
    // 1,000 on average, with a standard deviation of 29.
    for (const count of often) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  test('an order draws each position for each place equally often', () => {
    const sums = long.map(() => 0);
    for (let seed = 0; seed < 3000; seed++)
      exampleOf(long, 'plm', seed, settings).columns.forEach(({ order }, index) => (sums[index]! += order!));
    // The mean place is 16; its standard deviation over 3,000 draws is 0.163.
    for (const sum of sums) expect(Math.abs(sum / 3000 - 16)).toBeLessThan(0.75);
  });

  test('a permuted position reads exactly those earlier in the order, and a sixth is predicted, the last ones', () => {
    each((tokens, seed) => {
      const { columns, mask } = exampleOf(tokens, 'plm', seed, settings);
      expect(mask).toEqual(columns.map(({ order }) => columns.map((other) => other.order! < order!)));
      const predicted = columns.filter(({ say }) => say);
      expect(predicted).toHaveLength(Math.max(1, Math.round(tokens.length / 6)));
      const known = columns.filter(({ say }) => !say).map(({ order }) => order!);
      for (const { order } of predicted) expect(order).toBeGreaterThan(Math.max(0, ...known));
    });
  });

  test('T5 cuts as many tokens and spans as its code computes, no two spans touching', () => {
    each((tokens, seed) => {
      const { source, columns } = exampleOf(tokens, 'span-corruption', seed, settings);
      const noise = Math.max(1, Math.round(tokens.length * 0.15));
      const spans = Math.max(1, Math.round(noise / 3));
      expect(source.filter(({ kind }) => kind === 'special')).toHaveLength(spans);
      expect(source).toHaveLength(tokens.length - noise + spans);
      expect(columns).toHaveLength(noise + spans + 1);
      source.forEach(({ kind }, index) => {
        if (kind === 'special') expect(source[index + 1]?.kind).not.toBe('special');
      });
    });
  });

  test('infilling hides 30 % rounded up; one mask a span', () => {
    each((tokens, seed) => {
      const { source } = exampleOf(tokens, 'dae', seed, { ...settings, noise: 'infill' });
      const kept = source.filter(({ kind }) => kind === 'text');
      expect(tokens.length - kept.length).toBe(Math.ceil(tokens.length * 0.3));
      expect(source.length).toBeGreaterThan(kept.length);
    });
  });

  test('lengths of spans have the distribution of Poisson with mean 3', () => {
    const next = uniform(7);
    const draws = Array.from({ length: 50_000 }, () => poisson(next, 3));
    const mean = draws.reduce((sum, length) => sum + length, 0) / draws.length;
    expect(Math.abs(mean - 3)).toBeLessThan(0.04);
    let probability = Math.exp(-3);
    for (let length = 0; length <= 8; length++) {
      const share = draws.filter((draw) => draw === length).length / draws.length;
      expect(Math.abs(share - probability)).toBeLessThan(0.01);
      probability *= 3 / (length + 1);
    }
  });

  test('lengths of spans fill their budget exactly', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 30 }), (seed, budget) => {
        const lengths = spanLengths(uniform(seed), budget, 3);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(budget);
      }),
    );
  });

  test('deletion leaves the text with gaps, shuffling the same sentences', () => {
    each((tokens, seed) => {
      const deleted = textsOf(exampleOf(tokens, 'dae', seed, { ...settings, noise: 'delete' }).source);
      expect(deleted).toHaveLength(tokens.length - Math.max(1, Math.round(tokens.length * 0.15)));
      let at = 0;
      for (const token of tokens) if (token === deleted[at]) at++;
      expect(at).toBe(deleted.length);
      const shuffled = textsOf(exampleOf(tokens, 'dae', seed, { ...settings, noise: 'shuffle' }).source);
      expect([...shuffled].sort()).toEqual([...tokens].sort());
    });
  });

  test('half of the pairs of a text with two sentences belong together', () => {
    const together = Array.from(
      { length: 4000 },
      (_, seed) => saidOf(exampleOf(long, 'nsp', seed, settings))[0]!.text,
    ).filter((answer) => answer === 'IsNext').length;
    expect(Math.abs(together / 4000 - 0.5)).toBeLessThan(0.04);
  });

  test('the prefix is as long as any other with the same chance, from 1 to all but one', () => {
    const often = new Map<number, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const length = exampleOf(long, 'prefix-lm', seed, settings).border! - 1;
      often.set(length, (often.get(length) ?? 0) + 1);
    }
    expect([...often.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    for (const count of often.values()) expect(Math.abs(count - 200)).toBeLessThan(75);
  });

  test('a cut gives lengths that add up, none below its least', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        (seed, parts, extra) => {
          for (const least of [0, 1] as const) {
            const total = parts * least + extra;
            const lengths = cut(uniform(seed), total, parts, least);
            expect(lengths).toHaveLength(parts);
            expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(total);
            expect(Math.min(...lengths)).toBeGreaterThanOrEqual(least);
          }
        },
      ),
    );
  });

  test('the same seed gives the same example, another seed sometimes another', () => {
    for (const objective of knownObjectives)
      expect(exampleOf(long, objective, 5, settings)).toEqual(exampleOf(long, objective, 5, settings));
    const draws = new Set(
      Array.from({ length: 20 }, (_, seed) => JSON.stringify(exampleOf(long, 'mlm', seed, settings).columns)),
    );
    expect(draws.size).toBe(20);
  });

  test('the mask is as large as what is read, and no position reads what it has yet to say', () => {
    each((tokens, seed) => {
      for (const objective of knownObjectives) {
        const { source, columns, mask } = exampleOf(tokens, objective, seed, settings);
        const size = source.length + columns.length;
        expect(mask.map((row) => row.length)).toEqual(Array.from({ length: size }, () => size));
      }
      for (const objective of ['clm', 'prefix-lm', 'dae', 'span-corruption', 'causal-masking'] as const) {
        const { source, columns, mask } = exampleOf(tokens, objective, seed, settings);
        const peeking = columns.filter(
          ({ say }, index) => say && mask[source.length + index]!.lastIndexOf(true) > source.length + index,
        );
        expect(peeking, objective).toEqual([]);
      }
    });
  });
});

describe('tokens', () => {
  test('words and signs; what is typed like a special token is signs and a word', () => {
    expect(tokensOf("Don't stop, Anne-Marie!")).toEqual(["Don't", 'stop', ',', 'Anne-Marie', '!']);
    expect(tokensOf('[MASK] <X>')).toEqual(['[', 'MASK', ']', '<', 'X', '>']);
    expect(tokensOf('猫 кот 🦊')).toEqual(['猫', 'кот', '🦊']);
    expect(tokensOf(' \n\t')).toEqual([]);
    expect(tokensOf('a\u202eb\u0000c')).toEqual(['a', 'b', 'c']);
    expect(tokensOf('x '.repeat(200))).toHaveLength(mostTokens);
  });

  test('no typed text gives a special token', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (codes) => {
        expect(
          tokensOf(String.fromCharCode(...codes)).filter((token) => /^(\[\w+\]|<.+>)$/.test(token)),
        ).toEqual([]);
      }),
    );
  });

  test('sentences end with their marks and closing quotes', () => {
    expect(sentencesOf(tokensOf('“Go!” she said. “Now?!” Yes'))).toEqual([
      ['“', 'Go', '!', '”'],
      ['she', 'said', '.'],
      ['“', 'Now', '?', '!', '”'],
      ['Yes'],
    ]);
    expect(sentencesOf([])).toEqual([]);
  });

  test('sentences in a row are the text', () => {
    each((tokens) => {
      expect(sentencesOf(tokens).flat()).toEqual(tokens);
    });
  });

  test('no word of the vocabulary is there twice or would be cut', () => {
    expect(new Set(vocabulary).size).toBe(vocabulary.length);
    for (const word of vocabulary) expect(tokensOf(word)).toEqual([word]);
  });
});

describe('the figure of objectives', () => {
  const states = fc.record({
    objective: fc.constantFrom(...knownObjectives),
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    seed: seeds,
    noise: fc.constantFrom(...noises),
    isBackward: fc.boolean(),
    isSorted: fc.boolean(),
  });
  const parametersOf = (written: Record<string, string | undefined>) =>
    new URLSearchParams(
      Object.entries(written).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as [string, string]],
      ),
    );
  const labels = figure.data!({ objectives: new Map() } as never);

  test('an address holds every state, whatever was typed', () => {
    fc.assert(
      fc.property(states, (state) => {
        const address = parametersOf(figure.write(state)).toString();
        expect(figure.read(new URLSearchParams(address))).toEqual(state);
      }),
    );
  });

  test('what an address says wrongly is as in the still picture', () => {
    const wrong = 'objective=rlhf&seed=-1&noise=loud&direction=up';
    expect(figure.read(new URLSearchParams(wrong))).toEqual(initial);
    expect(figure.read(new URLSearchParams('seed=1e3')).seed).toBe(initial.seed);
    expect(figure.read(new URLSearchParams({ text: 'x'.repeat(5000) })).text.length).toBeLessThan(300);
  });

  test('the description counts, and says what to do with an empty text', () => {
    expect(figure.describe(initial, labels)).toContain('5 tokens of 31 were chosen');
    expect(figure.describe(initial, labels)).toContain(
      'The loss is taken at 5 positions of the 31 that are read.',
    );
    expect(figure.describe({ ...initial, text: ' ' }, labels)).toContain('Type a word');
  });

  test('only objectives that the figure knows have an address in it, and only where the chapter is there', () => {
    const explainers = new Map([['pretraining-objectives', {} as never]]);
    expect(playgroundAddress({ explainers }, 'mlm')).toBe(
      '/learn/pretraining-objectives/?objectives.objective=mlm#figure-objectives',
    );
    expect(playgroundAddress({ explainers }, 'denoising-diffusion')).toBeUndefined();
    expect(playgroundAddress({ explainers: new Map() }, 'mlm')).toBeUndefined();
  });
});
