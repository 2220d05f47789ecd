import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countParameters, type Shape } from '../../src/views/figures/parameters/count.ts';
import figure from '../../src/views/figures/parameters/figure.tsx';
import {
  initial,
  numbers,
  presetOf,
  roundsTo,
  shapeOfState,
  type ParametersState,
} from '../../src/views/figures/parameters/parameters-state.ts';
import { presetsOf, type Preset } from '../../src/views/figures/parameters/presets.ts';
import { siteCatalog } from './site-catalog.ts';

let presets: Preset[] = [];
beforeAll(async () => {
  presets = presetsOf(await siteCatalog());
}, 120_000);
const preset = (id: string) => presets.find((one) => one.id === id)!;
const computed = (id: string) => countParameters(preset(id).shape).parameters;

// Counted from the checkpoints themselves: keras-team/keras-hub, keras_hub/src/models/*/…_presets.py, commit
// 71453d08f59e; BLOOM's largest on its model card. LLaMA 7B is the shape of Llama 2 7B there.
const published: Record<string, number> = {
  'bert/Base': 109_482_240,
  'bert/Large': 335_141_888,
  'gpt-2/124M': 124_439_808,
  'gpt-2/355M': 354_823_168,
  'gpt-2/774M': 774_030_080,
  'gpt-2/1.5B': 1_557_611_200,
  't5/Small': 60_506_624,
  't5/Base': 222_903_552,
  't5/Large': 737_668_096,
  't5/v1.1 Base': 247_577_856,
  't5/v1.1 XL': 2_849_757_184,
  't5/v1.1 XXL': 11_135_332_352,
  'flan-t5/Small': 76_961_152,
  'flan-t5/Large': 783_150_080,
  'llama/7B': 6_738_415_616,
  'mixtral-8x7b/8x7B': 46_702_792_704,
  'distilbert/Base uncased': 66_362_880,
  'roberta/Base': 124_052_736,
  'roberta/Large': 354_307_072,
  'xlm-roberta/Base': 277_450_752,
  'albert/Base': 11_683_584,
  'albert/XXLarge': 222_595_584,
  'opt/125M': 125_237_760,
  'bloom/560M': 559_214_592,
  'bloom/176B': 176_247_271_424,
  'e5/Small': 33_360_000,
};

describe('the count', () => {
  test.each(Object.entries(published))('of %s equals that of the checkpoint', (id, parameters) => {
    expect(computed(id)).toBe(parameters);
  });

  test('of the models of 2017, by hand from the paper', () => {
    const byHand = (d: number, f: number) => {
      const attention = 4 * d * d;
      const network = d * f + f + f * d + d;
      const norm = d + d;
      return 37_000 * d + 6 * (attention + network + 2 * norm) + 6 * (2 * attention + network + 3 * norm);
    };
    expect(computed('transformer/Base')).toBe(byHand(512, 2048));
    expect(computed('transformer/Big')).toBe(byHand(1024, 4096));
    expect(byHand(512, 2048)).toBe(63_045_632);
    // Table 3 reports 65 and 213 million; the text says what is known of the difference.
    expect(Math.abs(computed('transformer/Base') / 65e6 - 1)).toBeLessThan(0.031);
    expect(Math.abs(computed('transformer/Big') / 213e6 - 1)).toBeLessThan(0.006);
  });

  // Table 3 of the paper: what differs from the base model, and millions of parameters.
  const table3: [Partial<Shape> & { keySize?: number }, number][] = [
    [{}, 65],
    [{ keySize: 16 }, 58],
    [{ keySize: 32 }, 60],
    [{ encoderLayers: 2, decoderLayers: 2 }, 36],
    [{ encoderLayers: 4, decoderLayers: 4 }, 50],
    [{ encoderLayers: 8, decoderLayers: 8 }, 80],
    [{ width: 256, headSize: 32, embeddingWidth: 256 }, 28],
    [{ width: 1024, headSize: 128, embeddingWidth: 1024 }, 168],
    [{ feedForward: 1024 }, 53],
    [{ feedForward: 4096 }, 90],
  ];

  /** The fewest and most rows of embedding with which a size rounds to its reported millions. */
  function rowsOf(shape: Shape, millions: number, keySize = shape.headSize): [number, number] {
    const narrower = 2 * shape.width * shape.heads * (shape.headSize - keySize);
    const attentions = shape.encoderLayers + 2 * shape.decoderLayers;
    const inLayers = countParameters({ ...shape, vocabulary: 0 }).parameters - attentions * narrower;
    return [-0.5, 0.5].map((off) => ((millions + off) * 1e6 - inLayers) / shape.width) as [number, number];
  }

  test('of ten sizes of table 3 of 2017 agrees on 41,000 to 41,200 rows of embedding, of the big one on fewer', () => {
    const { shape } = preset('transformer/Base');
    const rows = table3.map(([{ keySize, ...change }, millions]) =>
      rowsOf({ ...shape, ...change }, millions, keySize),
    );
    const [fewest, most] = [Math.max(...rows.map(([low]) => low)), Math.min(...rows.map(([, high]) => high))];
    expect([Math.round(fewest / 100) * 100, Math.round(most / 100) * 100]).toEqual([41_000, 41_200]);
    const big = rowsOf(preset('transformer/Big').shape, 213);
    expect(big.map((value) => Math.round(value / 100) * 100)).toEqual([35_400, 36_300]);
  });

  test('is the sum of its parts, and counts idle experts for no token', () => {
    for (const { id, shape } of presets) {
      const { parts, parameters, active } = countParameters(shape);
      expect(
        parts.reduce((sum, part) => sum + part.parameters, 0),
        id,
      ).toBe(parameters);
      expect(active <= parameters, id).toBe(true);
    }
    const { shape } = preset('mixtral-8x7b/8x7B');
    const idle = 32 * 6 * 3 * 4096 * 14_336;
    expect(countParameters(shape).active).toBe(46_702_792_704 - idle);
  });

  test('of a model with as many active experts as experts uses all', () => {
    const { shape } = preset('mixtral-8x7b/8x7B');
    const { active, parameters } = countParameters({ ...shape, activeExperts: shape.experts });
    expect(active).toBe(parameters);
  });

  test('one matrix for the output more or less is a vocabulary of rows', () => {
    for (const { shape } of presets) {
      const [tied, apart] = [true, false].map(
        (value) => countParameters({ ...shape, tied: value }).parameters,
      );
      expect(apart! - tied!).toBe(shape.vocabulary * shape.width);
    }
  });
});

test('a reported number is compared as it was rounded', () => {
  expect(roundsTo(109_482_240, 110_000_000)).toBe(true);
  expect(roundsTo(335_141_888, 340_000_000)).toBe(true);
  expect(roundsTo(6_738_415_616, 6_700_000_000)).toBe(true);
  expect(roundsTo(20_554_567_680, 20_000_000_000)).toBe(false);
  expect(roundsTo(737_668_096, 770_000_000)).toBe(false);
  expect(roundsTo(63_045_632, 65_000_000)).toBe(false);
  expect(roundsTo(2_849_757_184, 3_000_000_000)).toBe(true);
});

describe('the state', () => {
  const changed = fc.record(
    {
      ...Object.fromEntries(numbers.map(({ field, min, max }) => [field, fc.integer({ min, max })])),
      gated: fc.boolean(),
      tied: fc.boolean(),
      biases: fc.constantFrom('none', 'feed-forward', 'all'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<ParametersState['changed']>;

  test('comes back from an address as it was written', () => {
    fc.assert(
      fc.property(changed, fc.constantFrom('bert/Base', initial.preset), (part, id) => {
        const state = { preset: id, changed: part };
        const written = Object.entries(figure.write(state)).filter(([, value]) => value !== undefined);
        expect(figure.read(new URLSearchParams(written as [string, string][]))).toEqual(state);
      }),
    );
  });

  test('nonsense in an address is left out, and an unknown preset is the first', () => {
    const state = figure.read(
      new URLSearchParams('preset=none/such&width=-3&heads=2.5&gated=maybe&biases=some'),
    );
    expect(state.changed).toEqual({});
    expect(presetOf(state, presets).id).toBe(initial.preset);
    expect(Object.values(figure.write(initial)).every((value) => value === undefined)).toBe(true);
  });

  test('what follows from a changed number follows', () => {
    const base = preset('bert/Base');
    const shape = shapeOfState({ preset: 'bert/Base', changed: { width: 1024, heads: 16 } }, base);
    expect(shape).toMatchObject<Partial<Shape>>({ headSize: 64, keyValueHeads: 16, embeddingWidth: 1024 });
    const grouped = shapeOfState({ preset: 'bert/Base', changed: { keyValueHeads: 64 } }, base);
    expect(grouped.keyValueHeads).toBe(12);
  });

  test('every number that follows is a count', () => {
    fc.assert(
      fc.property(changed, fc.nat(), (part, index) => {
        const base = presets[index % presets.length]!;
        const { parameters, active } = countParameters(
          shapeOfState({ preset: base.id, changed: part }, base),
        );
        expect(Number.isFinite(parameters) && parameters > 0 && active <= parameters).toBe(true);
      }),
    );
  });
});

test('the description has the numbers and whether they agree', () => {
  expect(figure.describe(initial, presets)).toBe(
    'Transformer, Base has 63,045,632 parameters, 25.2M of them in this part: feed-forward. Reported: 65M. The computed number is 3.0 % below the reported one.',
  );
  const silent = presets.map((one) => ({ ...one, notes: [] }));
  expect(figure.describe(initial, silent)).toMatch(/below the reported one\. Not explained\.$/);
  expect(figure.describe({ preset: 'llama/7B', changed: {} }, presets)).toContain(
    '6,738,415,616 parameters, 4.33B of them in this part: feed-forward. Reported: 6.7B. The reported number is the computed one, rounded.',
  );
  expect(figure.describe({ preset: 'llama/7B', changed: { tied: true } }, presets)).not.toContain('eported');
});

test('every formula with numbers comes to the number beside it', () => {
  for (const { id, shape } of presets) {
    for (const part of countParameters(shape).parts) {
      const sum = part.numbers.replaceAll(',', '').replaceAll('×', '*');
      expect(sum, `${id}: ${part.label}`).toMatch(/^[\d\s*+()]+$/);
      expect(Function(`return ${sum}`)(), `${id}: ${part.label}`).toBe(part.parameters);
    }
  }
});
