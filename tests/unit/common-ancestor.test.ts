import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonAncestorOf, type AncestryNode } from '../../src/catalog/common-ancestor.ts';
import type { DescentKind } from '../../src/schema/descent.ts';

/** A family written as "child: parent parent"; a parent with ~ gave an idea only. */
function family(text: string): Map<string, AncestryNode> {
  const nodes = new Map<string, AncestryNode>();
  for (const line of text.trim().split(/\s*\n\s*/)) {
    const [id = '', parents = ''] = line.split(/:\s*/);
    nodes.set(id, {
      id,
      name: id.toUpperCase(),
      released: `20${String(nodes.size).padStart(2, '0')}`,
      parents: parents
        .split(' ')
        .filter(Boolean)
        .map((parent) => ({
          parent: parent.replace('~', ''),
          by: [parent.startsWith('~') ? 'inspiration' : 'weights'] as DescentKind[],
        })),
    });
  }
  return nodes;
}

function ancestry(nodes: Map<string, AncestryNode>, id: string): AncestryNode[] {
  const ids = new Set([id]);
  for (const next of ids) for (const { parent } of nodes.get(next)?.parents ?? []) ids.add(parent);
  return [...ids].flatMap((one) => nodes.get(one) ?? []);
}

function commonOf(nodes: Map<string, AncestryNode>, ...ids: string[]) {
  return commonAncestorOf(ids.map((id) => ancestry(nodes, id)));
}

const words = (nodes: ReturnType<typeof commonOf>) =>
  nodes?.ways.map((way) => way.map(({ node }) => node.id).join('>'));

describe('the nearest common ancestor', () => {
  const tree = family('root:\na: root\nb: a\nc: a\nd: c\nlone:');

  test('is that of which no descendant is common, with the way to each', () => {
    const common = commonOf(tree, 'b', 'd')!;
    expect(common.ancestor.id).toBe('a');
    expect(words(common)).toEqual(['a>b', 'a>c>d']);
    expect(common.ways[1]!.map(({ by }) => by)).toEqual([[], ['weights'], ['weights']]);
    expect(common.others).toEqual([]);
  });

  test('may be one of the models itself', () => {
    expect(words(commonOf(tree, 'a', 'd'))).toEqual(['a', 'a>c>d']);
    expect(words(commonOf(tree, 'd', 'd'))).toEqual(['d', 'd']);
  });

  test('is none where nothing recorded is common', () => {
    expect(commonOf(tree, 'a', 'lone')).toBeUndefined();
    expect(commonAncestorOf([])).toBeUndefined();
  });

  test('of three models is common to all three', () => {
    expect(commonOf(tree, 'b', 'd', 'root')?.ancestor.id).toBe('root');
  });

  test('does not count a line of ideas where another leads on', () => {
    const nodes = family('root:\ngpt: root\nbert: root ~gpt\ngpt2: gpt');
    expect(commonOf(nodes, 'bert', 'gpt2')).toMatchObject({ ancestor: { id: 'root' }, byIdea: false });
    const ideas = family('gpt:\nbert: ~gpt\ngpt2: gpt');
    expect(commonOf(ideas, 'bert', 'gpt2')).toMatchObject({ ancestor: { id: 'gpt' }, byIdea: true });
  });

  test('names a second one that is as near, and no ancestor of either', () => {
    const nodes = family('root:\nclip: root\ndiffusion:\nsd: clip diffusion\ndalle: clip diffusion');
    const common = commonOf(nodes, 'sd', 'dalle')!;
    expect([common.ancestor.id, ...common.others.map(({ id }) => id)]).toEqual(['diffusion', 'clip']);
  });

  test('is reached along main parents where they lead there, though another way be shorter', () => {
    const nodes = family('root:\ngpt: root\ngpt3: gpt\nmegatron: root\nbloom: gpt3 megatron\nother: root');
    expect(words(commonOf(nodes, 'bloom', 'other'))).toEqual(['root>gpt>gpt3>bloom', 'root>other']);
  });

  test('does not lose its way where lines go round', () => {
    expect(commonOf(family('a: b\nb: a\nc: a\nd: b'), 'c', 'd')).toBeUndefined();
  });

  test('in any family: common to all, with no common descendant, by ways whose steps are lines of descent', () => {
    const families = fc
      .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 40 })
      .map((all) => {
        const lines = all.map((parents, at) => {
          const ids = [...new Set(at === 0 ? [] : parents.map((parent) => `m${parent % at}`))];
          return `m${at}: ${ids.join(' ')}`;
        });
        return family(lines.join('\n'));
      });
    fc.assert(
      fc.property(families, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (nodes, picks) => {
        const ids = picks.map((pick) => `m${pick % nodes.size}`);
        const above = (id: string) => new Set(ancestry(nodes, id).map((node) => node.id));
        const shared = [...nodes.keys()].filter((id) => ids.every((one) => above(one).has(id)));
        const common = commonOf(nodes, ...ids);
        if (!common) {
          expect(shared).toEqual([]);
          return;
        }
        const lowest = [common.ancestor, ...common.others].map(({ id }) => id);
        expect(lowest.toSorted()).toEqual(
          shared.filter((id) => !shared.some((other) => other !== id && above(other).has(id))).toSorted(),
        );
        common.ways.forEach((way, at) => {
          expect(way[0]!.node.id).toBe(common.ancestor.id);
          expect(way.at(-1)!.node.id).toBe(ids[at]);
          way.slice(1).forEach(({ node, by }, step) => {
            expect(node.parents).toContainEqual({ parent: way[step]!.node.id, by });
          });
        });
      }),
    );
  });
});
