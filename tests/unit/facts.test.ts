import { describe, expect, test } from 'vitest';
import { basisOf, covers, evidenceFor, factsOf, knowledgeOf } from '../../src/catalog/facts.ts';
import { model, type ModelEntry } from '../../src/schema/model.ts';
import { checkOverlay } from './trees.ts';

const { content } = await checkOverlay({});
const entryOf = (slug: string): ModelEntry => content.models.find((entry) => entry.slug === slug)!.data;

/** A valid model with some fields of its own. */
function modelWith(fields: object): ModelEntry {
  return model.parse({
    name: 'Birch',
    summary: 'A model made up for this test.',
    family: 'oak',
    labs: ['forest-lab'],
    released: '2019-05',
    evidence: [{ source: 'https://forest.example.org/birch', kind: 'primary' }],
    added: '2026-01-02',
    ...fields,
  });
}

/** A row of evidence, checked where it says so. */
function row(source: string, fields: object): object {
  return {
    source: `https://${source}.example.org/`,
    kind: 'primary',
    read: `https://${source}.example.org/`,
    ...fields,
  };
}

describe('factsOf', () => {
  test('names every stated value once, in the order of the page', () => {
    expect(factsOf(entryOf('oak')).map(({ path }) => path)).toEqual([
      'released',
      'labs',
      'architecture',
      'traits',
      'modalities',
      'extends',
      'weights',
      'links.code',
      'objectives.pretraining',
      'objectives.posttraining',
      'variants.1.5B.parameters',
      'variants.1.5B.context',
      'variants.1.5B.parts.router',
      'variants.8x7B.parameters',
      'variants.8x7B.active',
      'variants.8x7B.context',
      'variants.8x7B.released',
      'variants.8x7B.config',
      'license.code',
      'license.weights',
    ]);
  });

  test('leaves out what is not recorded', () => {
    expect(factsOf(modelWith({})).map(({ path }) => path)).toEqual(['released', 'labs']);
    const empty = { traits: [], dates: {}, links: {}, license: {}, variants: [{ name: 'base', config: {} }] };
    expect(factsOf(modelWith(empty)).map(({ path }) => path)).toEqual(['released', 'labs']);
  });

  test('leads to the value in the front matter', () => {
    const entry = entryOf('oak');
    for (const { keys, value, path } of factsOf(entry)) {
      const there = keys.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], entry);
      expect(there, path).toEqual(value);
    }
  });

  test('tells which figures evidence must repeat', () => {
    const figures = Object.fromEntries(factsOf(entryOf('oak')).map(({ path, figure }) => [path, figure]));
    expect(figures).toMatchObject({
      released: 'date',
      'variants.8x7B.parameters': 'count',
      'variants.8x7B.active': 'count',
      'variants.8x7B.context': 'tokens',
      'variants.8x7B.released': 'date',
      'variants.1.5B.parts.router': 'count',
      'variants.8x7B.config': 'other',
      'license.code': 'license',
      architecture: 'other',
    });
  });
});

describe('covers', () => {
  test.for([
    ['released', 'released'],
    ['license', 'license.weights'],
    ['objectives', 'objectives.pretraining'],
    ['variants', 'variants.7B.parameters'],
    ['variants.7B', 'variants.7B.parameters'],
    ['variants.1.5B', 'variants.1.5B.context'],
    ['variants.7B', 'variants.7B.parts.U-Net'],
    ['variants.7B.parts', 'variants.7B.parts.U-Net 1.5'],
    ['variants.7B.parts.U-Net', 'variants.7B.parts.U-Net'],
    ['parameters', 'variants.7B.parameters'],
    ['parameters', 'variants.7B.active'],
    ['parameters', 'variants.7B.parts.U-Net'],
    ['active', 'variants.7B.active'],
    ['context', 'variants.1.5B.context'],
    ['config', 'variants.7B.config'],
  ] as const)('%s covers %s', ([path, fact]) => expect(covers(path, fact)).toBe(true));

  test.for([
    ['released', 'variants.7B.released'],
    ['variants.1', 'variants.1.5B.context'],
    ['variants.3', 'variants.3.5 Sonnet.parameters'],
    ['variants.7', 'variants.7B.parameters'],
    ['variants.7B', 'variants.7B-chat.parameters'],
    ['variants.7B.parameters', 'variants.7B.active'],
    ['license.code', 'license.weights'],
    ['licen', 'license'],
    ['context', 'dates.context'],
    ['active', 'variants.7B.parameters'],
    ['architecture', 'released'],
    ['', 'released'],
    ['constructor', 'variants.7B.parameters'],
    ['__proto__', 'variants.7B.parameters'],
    ['toString', 'released'],
  ] as const)('%s does not cover %s', ([path, fact]) => expect(covers(path, fact)).toBe(false));
});

describe('evidence', () => {
  const entry = modelWith({
    architecture: 'decoder',
    weights: 'open',
    modalities: ['text'],
    corpus: ['leaves'],
    traits: ['recurrence'],
    labs: ['forest-lab', 'grove'],
    evidence: [
      row('rest', { read: undefined }),
      row('unchecked', { for: ['architecture', 'modalities'] }),
      row('report', { for: ['architecture', 'weights'], kind: 'secondary', checked: '2026-01-02' }),
      row('copy', { for: ['architecture', 'corpus'], kind: 'mirror', checked: '2026-01-02' }),
      row('paper', { for: ['architecture', 'traits'], checked: '2026-01-02' }),
    ],
    unresolved: [{ for: 'traits', why: 'Two pages differ.' }],
  });
  const sourcesOf = (fact: string) =>
    evidenceFor(entry, fact).map(({ source }) => /\/\/(\w+)/.exec(source)![1]);

  test('comes strongest first: checked before unchecked, primary before mirror before secondary', () => {
    expect(sourcesOf('architecture')).toEqual(['paper', 'copy', 'report', 'unchecked']);
  });

  test('without `for` is for what no other evidence names', () => {
    expect(sourcesOf('labs')).toEqual(['rest']);
    expect(sourcesOf('modalities')).toEqual(['unchecked']);
  });

  test('says how well a fact is known', () => {
    expect(knowledgeOf(entry, 'architecture')).toBe('checked');
    expect(knowledgeOf(entry, 'corpus')).toBe('mirrored');
    expect(knowledgeOf(entry, 'weights')).toBe('reported');
    expect(knowledgeOf(entry, 'modalities')).toBe('unchecked');
    expect(knowledgeOf(entry, 'labs')).toBe('unchecked');
    expect(knowledgeOf(entry, 'traits')).toBe('unresolved');
    expect(knowledgeOf(entry, 'nothing.of.the.kind')).toBe('unchecked');
  });

  test('of parts counts for no more than its weakest, unless other evidence shows the whole', () => {
    const checked = { checked: '2026-01-02' };
    const sizes = { for: ['variants.1.config'], says: '12 layers', ...checked };
    const code = row('code', { for: ['config'], part: ['config'], says: 'two matrices', ...checked });
    const variants = [{ name: '1', config: { layers: 12, tiedEmbeddings: false } }];
    const pieced = modelWith({
      variants,
      evidence: [code, row('copy', { ...sizes, part: ['variants.1.config'], kind: 'mirror' })],
    });
    expect(knowledgeOf(pieced, 'variants.1.config')).toBe('mirrored');
    expect(basisOf(pieced, 'variants.1.config').map(({ kind }) => kind)).toEqual(['mirror', 'primary']);
    const whole = modelWith({ variants, evidence: [code, row('copy', { ...sizes, kind: 'mirror' })] });
    expect(knowledgeOf(whole, 'variants.1.config')).toBe('mirrored');
    expect(basisOf(whole, 'variants.1.config')).toHaveLength(1);
  });

  test('of a whole variant does not reach one of a similar name', () => {
    const similar = modelWith({
      variants: [
        { name: '1', context: 512 },
        { name: '1.5B', context: 1024 },
      ],
      evidence: [
        row('rest', { read: undefined }),
        row('paper', { for: ['variants.1'], says: '512 tokens', checked: '2026-01-02' }),
      ],
    });
    expect(knowledgeOf(similar, 'variants.1.context')).toBe('checked');
    expect(knowledgeOf(similar, 'variants.1.5B.context')).toBe('unchecked');
  });

  test('of the valid tree', () => {
    expect(knowledgeOf(entryOf('acorn'), 'variants.110M.parameters')).toBe('checked');
    expect(knowledgeOf(entryOf('acorn'), 'license.weights')).toBe('mirrored');
    expect(knowledgeOf(entryOf('oak'), 'variants.1.5B.context')).toBe('reported');
    expect(knowledgeOf(entryOf('oak'), 'variants.8x7B.released')).toBe('unresolved');
    expect(knowledgeOf(entryOf('willow'), 'released')).toBe('unchecked');
  });
});
