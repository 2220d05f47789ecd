import type { Catalog, Model } from '../../../catalog/catalog.ts';
import { covers } from '../../../catalog/facts.ts';
import type { Variant } from '../../../schema/variant.ts';
import type { Shape } from './count.ts';

/** A size of a model of the catalog whose configuration is recorded, and what is reported of it. */
export interface Preset {
  /** "bert/Base". */
  id: string;
  label: string;
  shape: Shape;
  /** The parameters that its makers report, in all and for one token. */
  reported?: number;
  reportedActive?: number;
  /** What the entry says about the number: notes of its evidence, and why it is unresolved. */
  notes: string[];
}

/** What a configuration of the catalog does not hold. */
type Habits = Partial<
  Pick<
    Shape,
    | 'biases'
    | 'norm'
    | 'stackNorms'
    | 'expertEvery'
    | 'embeddingWidth'
    | 'oneLayer'
    | 'positionMatrices'
    | 'relativeBiases'
    | 'segments'
    | 'pooler'
  >
> & {
  /** Learned positions: of this number, or as many as the context is long. */
  positions?: number | 'context';
};

const plain: Habits = { biases: 'none', norm: 'rms', stackNorms: 1 };
const t5: Habits = { ...plain, relativeBiases: 32 };
const bert: Habits = { positions: 512, stackNorms: 1 };
const gpt: Habits = { positions: 'context', stackNorms: 1 };

/**
 * By size or by model. With these, many counts equal those of the published checkpoints to the last number, which
 * tests/unit/figure-parameters.test.ts holds. Sources: Vaswani et al. 2017, sections 3.1 to 3.5; google-research/bert,
 * modeling.py; openai/gpt-2, src/model.py; Touvron et al. 2023, section 2.2; mistralai/mistral-inference;
 * microsoft/DeBERTa, disentangled_attention.py; Fedus et al. 2022 (every other layer); and the entries' own evidence.
 */
const habits: Record<string, Habits> = {
  transformer: { biases: 'feed-forward' },
  bert: { ...bert, segments: 2, pooler: true },
  e5: { ...bert, segments: 2, pooler: true },
  electra: { ...bert, segments: 2 },
  'electra/Small': { ...bert, segments: 2, embeddingWidth: 128 },
  distilbert: bert,
  roberta: bert,
  'xlm-roberta': bert,
  deberta: { positions: 1024, stackNorms: 1, positionMatrices: 2 },
  'deberta/V2-XLarge': { positions: 512, stackNorms: 1 },
  'deberta/V2-XXLarge': { positions: 512, stackNorms: 1 },
  albert: { ...bert, segments: 2, pooler: true, embeddingWidth: 128, oneLayer: true },
  xlnet: { positionMatrices: 1 },
  bart: { positions: 1026, stackNorms: 1 },
  mbart: { positions: 1026, stackNorms: 2 },
  gpt: { positions: 'context' },
  'gpt-2': gpt,
  'gpt-3': gpt,
  'gpt-neo': gpt,
  dialogpt: gpt,
  opt: gpt,
  galactica: { ...gpt, biases: 'none' },
  bloom: { stackNorms: 2 },
  gopher: { positionMatrices: 1, norm: 'rms', stackNorms: 1 },
  t5,
  'flan-t5': t5,
  t0: t5,
  ul2: t5,
  switch: { ...t5, expertEvery: 2 },
  glam: { ...plain, expertEvery: 2 },
  llama: plain,
  'mixtral-8x7b': plain,
  palm: { biases: 'none', stackNorms: 1 },
};

const otherwise: Habits = { stackNorms: 1 };

/** The shape of a size, or undefined where its configuration lacks a number that the count needs. */
export function shapeOf(
  { slug, architecture }: Pick<Model, 'slug' | 'architecture'>,
  { name, config = {}, context }: Pick<Variant, 'name' | 'config' | 'context'>,
): Shape | undefined {
  const { layers, width, heads, vocabulary } = config;
  if (!layers || !width || !heads || !vocabulary || !architecture || architecture === 'other')
    return undefined;
  const headSize = config.headSize ?? width / heads;
  if (!Number.isInteger(headSize)) return undefined;
  const { positions, ...habit } = habits[`${slug}/${name}`] ?? habits[slug] ?? otherwise;
  return {
    encoderLayers: architecture === 'decoder' ? 0 : layers,
    decoderLayers: architecture === 'encoder' ? 0 : layers,
    width,
    heads,
    keyValueHeads: config.keyValueHeads ?? heads,
    headSize,
    feedForward: config.feedForward ?? 4 * width,
    gated: config.gatedFeedForward ?? false,
    vocabulary,
    tied: config.tiedEmbeddings ?? true,
    positions: positions === 'context' ? (context ?? 0) : (positions ?? 0),
    experts: config.experts ?? 1,
    activeExperts: config.activeExperts ?? 1,
    biases: 'all',
    norm: 'layer',
    stackNorms: 0,
    expertEvery: 1,
    embeddingWidth: width,
    oneLayer: false,
    positionMatrices: 0,
    relativeBiases: 0,
    segments: 0,
    pooler: false,
    ...habit,
  };
}

/** Every size with a full configuration, by model and as the entry lists them. */
export function presetsOf({ models }: Pick<Catalog, 'models'>): Preset[] {
  return models.flatMap((model) =>
    model.variants.flatMap((variant): Preset[] => {
      const shape = shapeOf(model, variant);
      if (!shape) return [];
      const facts = ['parameters', 'active'].map((field) => `variants.${variant.name}.${field}`);
      const speaks = (path: string) => facts.some((fact) => covers(path, fact));
      const notes = [
        ...model.evidence.filter((row) => row.for?.some(speaks)).map((row) => row.note),
        ...(model.unresolved ?? []).filter((row) => speaks(row.for)).map((row) => row.why),
      ];
      return [
        {
          id: `${model.slug}/${variant.name}`,
          label: `${model.name}, ${variant.name}`,
          shape,
          ...(variant.parameters && { reported: variant.parameters }),
          ...(variant.active && { reportedActive: variant.active }),
          notes: notes.filter((note) => note !== undefined),
        },
      ];
    }),
  );
}
