import { linkCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import type { Content } from '../../src/catalog/content.ts';
import { tableRowOf } from '../../src/catalog/table-rows.ts';
import { collectionNames, collections } from '../../src/schema/collections.ts';

// A small catalog in which every kind of cell occurs, and its rows.

/** An entry as it is written. */
type Written = Record<string, unknown>;

const vocabulary: Record<string, Record<string, Written>> = {
  architectures: {
    encoder: { label: 'Encoder', order: 1 },
    decoder: { label: 'Decoder', order: 2 },
    'encoder-decoder': { label: 'Encoder-decoder', order: 3 },
    other: { label: 'Other', order: 4 },
  },
  branches: { bert: { label: 'BERT', hue: 'bert' }, gpt: { label: 'GPT', hue: 'gpt' } },
  families: { bert: { label: 'BERT', branch: 'bert' }, gpt: { label: 'GPT', branch: 'gpt' } },
  labs: { google: { label: 'Google' }, openai: { label: 'OpenAI' } },
  licenses: {
    'apache-2.0': { label: 'Apache License 2.0', spdx: 'Apache-2.0', commercial: 'yes' },
    proprietary: { label: 'Proprietary', commercial: 'conditions', proprietary: true },
    research: { label: 'Research only', commercial: 'no' },
  },
  modalities: { text: { label: 'Text' }, image: { label: 'Images' } },
  objectives: {
    lm: { label: 'Language modelling', abbreviation: 'LM', stage: 'pretraining' },
    clm: { label: 'Causal language modelling', abbreviation: 'CLM', stage: 'pretraining', kindOf: 'lm' },
    mlm: { label: 'Masked language modelling', abbreviation: 'MLM', stage: 'pretraining' },
    tuning: { label: 'Instruction tuning', stage: 'posttraining' },
  },
  traits: { 'mixture-of-experts': { label: 'Mixture of experts' } },
};

export const models: Record<string, Written> = {
  bert: {
    name: 'BERT',
    aliases: ['Bidirectional Encoder Representations'],
    family: 'bert',
    labs: ['google'],
    released: '2018-10-11',
    architecture: 'encoder',
    objectives: { pretraining: ['mlm'] },
    modalities: ['text'],
    variants: [
      { name: 'base', parameters: '110M', context: 512 },
      { name: 'large', parameters: '340M', context: 512 },
    ],
    weights: 'open',
    license: { code: 'apache-2.0', weights: 'apache-2.0' },
  },
  'gpt-4': {
    name: 'GPT-4',
    family: 'gpt',
    labs: ['openai'],
    released: '2023-03-14',
    architecture: 'decoder',
    objectives: { pretraining: ['clm'], posttraining: ['tuning'] },
    modalities: ['text', 'image'],
    variants: [{ name: 'Turbo', context: 128000 }],
    weights: 'api',
    undisclosed: ['parameters'],
    assumed: ['architecture'],
  },
  'gpt-9': {
    name: 'GPT-9',
    family: 'gpt',
    labs: ['openai', 'google'],
    released: '2023',
    traits: ['mixture-of-experts'],
    variants: [{ name: '7B', parameters: '7B', approx: true }],
    license: { code: 'research' },
  },
  painter: {
    name: 'Painter',
    family: 'gpt',
    labs: ['google'],
    released: '2022-08',
    variants: [
      {
        name: 'v1',
        parts: [
          { name: 'U-Net', parameters: '860M' },
          { name: 'text encoder', parameters: '123M' },
        ],
      },
    ],
  },
  unknown: { name: 'Unknown', family: 'gpt', labs: ['openai'], released: '2021' },
};

export function catalogOf(entries: Record<string, Written>): Catalog {
  const content = Object.fromEntries(
    collectionNames.map((name) => {
      const written = name === 'models' ? entries : (vocabulary[name] ?? {});
      const list = Object.entries(written).map(([slug, data]) => {
        const common =
          name === 'models'
            ? {
                summary: 'A model.',
                added: '2026-01-01',
                evidence: [{ source: 'arxiv:1810.04805', kind: 'primary' }],
              }
            : { description: 'What it means.' };
        const full =
          name === 'branches' || name !== 'models' ? { ...common, ...data } : { ...common, ...data };
        return { slug, data: collections[name].parse(full), body: '' };
      });
      return [name, list];
    }),
  );
  return linkCatalog(content as unknown as Content);
}

export const catalog = catalogOf(models);
export const rows = catalog.models.map((model) => tableRowOf(catalog, model));

export const namesOf = (list: readonly (typeof rows)[number][]) => list.map(({ model }) => model.name);
