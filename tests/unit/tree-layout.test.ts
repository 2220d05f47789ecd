import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { treeLayout, type PlacedNode, type TreeNode } from '../../src/views/tree/tree-layout.ts';

const node = (
  id: string,
  parent: string | undefined,
  x: number,
  side: TreeNode['side'] = 'below',
): TreeNode => ({
  id,
  parent,
  x,
  labelWidth: 7 * id.length,
  side,
});

/** The layout as a drawing in text: a row a line, a node at its place. */
function drawing(nodes: readonly TreeNode[]): string {
  const { nodes: placed, rows } = treeLayout(nodes);
  const lines = Array.from({ length: rows }, () => ' '.repeat(60));
  for (const { id, x, row } of placed) {
    const at = Math.round(x / 10);
    lines[row] = lines[row]!.slice(0, at) + id + lines[row]!.slice(at + id.length);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** A random tree of up to `size` nodes, every child later than its parent. */
const forest = (size: number) =>
  fc
    .array(
      fc.record({
        parent: fc.nat(),
        step: fc.nat({ max: 300 }),
        above: fc.boolean(),
        label: fc.integer({ min: 1, max: 25 }),
      }),
      {
        minLength: 1,
        maxLength: size,
        // Else most would be of a dozen nodes.
        size: 'max',
      },
    )
    .map((steps) => {
      const nodes: TreeNode[] = [{ id: 'n0', parent: undefined, x: 10, labelWidth: 60, side: 'below' }];
      steps.forEach(({ parent, step, above, label }, index) => {
        const of = nodes[parent % nodes.length]!;
        nodes.push({
          id: `n${index + 1}`,
          parent: of.id,
          x: of.x + step,
          labelWidth: label * 7,
          side: above ? 'above' : 'below',
        });
      });
      return nodes;
    });

interface Extent {
  row: number;
  from: number;
  to: number;
  of: string;
}

/** What a node takes of its row: its mark, its label and the line of its branches. */
function extents(placed: readonly PlacedNode[]): Extent[] {
  return placed.map(({ id, row, x, labelWidth, label, lineEnd = 0 }) => ({
    of: id,
    row,
    from: label === 'before' ? x - 11 - labelWidth : x - 6,
    to: Math.max(label === 'before' ? x + 6 : x + 11 + labelWidth, lineEnd),
  }));
}

/** Siblings in the order in which they hang on their parent's line. */
function siblings(placed: readonly PlacedNode[]): Map<string | undefined, string[]> {
  const sorted = [...placed].sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
  const groups = Map.groupBy(sorted, ({ parent }) => parent);
  return new Map([...groups].map(([parent, nodes]) => [parent, nodes.map(({ id }) => id)]));
}

describe('tree layout', () => {
  test('the latest sibling hangs nearest to the line, decoders below, encoders above', () => {
    const nodes = [
      node('root', undefined, 10),
      node('a', 'root', 100),
      node('b', 'root', 200),
      node('e', 'root', 150, 'above'),
      node('c', 'a', 300),
    ];
    expect(drawing(nodes).split('\n')).toEqual([
      '               e',
      ' root',
      '                    b',
      '          a',
      '                              c',
    ]);
  });

  test('siblings of one day stand apart, in a stable order', () => {
    const { nodes } = treeLayout([
      node('root', undefined, 10),
      node('b', 'root', 100),
      node('a', 'root', 100),
    ]);
    const x = Object.fromEntries(nodes.map(({ id, x: place }) => [id, place]));
    expect(x.b! - x.a!).toBeGreaterThanOrEqual(10);
  });

  test('a second root takes rows of its own', () => {
    const { nodes } = treeLayout([node('one', undefined, 10), node('two', undefined, 20)]);
    expect(new Set(nodes.map(({ row }) => row)).size).toBe(2);
  });

  test('nothing at all is a drawing of one row', () => {
    expect(treeLayout([])).toEqual({ nodes: [], rows: 1 });
  });

  test('every node stands once, right of its parent, and the order of the input does not matter', () => {
    fc.assert(
      fc.property(forest(60), fc.infiniteStream(fc.nat()), (nodes, random) => {
        const { nodes: placed, rows } = treeLayout(nodes);
        expect(placed.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
        const byId = new Map(placed.map((one) => [one.id, one]));
        for (const { parent, x, row } of placed) {
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(rows);
          if (parent) expect(x).toBeGreaterThan(byId.get(parent)!.x);
        }
        const shuffled = nodes
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const again = treeLayout(shuffled.map(({ one }) => one)).nodes;
        for (const one of again) expect(one).toEqual(byId.get(one.id));
      }),
      { numRuns: 60 },
    );
  });

  test('no two marks, labels or lines touch, and no vertical runs through one', () => {
    fc.assert(
      fc.property(forest(1000), (nodes) => {
        const { nodes: placed } = treeLayout(nodes);
        const faults: string[] = [];
        const byRow = Map.groupBy(extents(placed), ({ row }) => row);
        for (const row of byRow.values()) {
          row.sort((a, b) => a.from - b.from);
          for (const [index, one] of row.entries()) {
            const next = row[index + 1];
            if (next && one.to > next.from) faults.push(`${one.of} touches ${next.of}`);
          }
        }
        const byId = new Map(placed.map((one) => [one.id, one]));
        for (const { id, parent, x, row } of placed) {
          if (!parent) continue;
          const [top, bottom] = [row, byId.get(parent)!.row].sort((a, b) => a - b) as [number, number];
          for (let between = top + 1; between < bottom; between++) {
            const hit = byRow.get(between)?.find(({ from, to }) => from < x && x < to);
            if (hit) faults.push(`the vertical of ${id} runs through ${hit.of}`);
          }
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a name stands after its mark, on its line where it has branches, before a mark with branches on both sides', () => {
    const { nodes } = treeLayout([
      node('root', undefined, 100),
      node('a', 'root', 200),
      node('e', 'root', 150, 'above'),
      node('c', 'a', 300),
      node('alone', undefined, 400),
    ]);
    expect(Object.fromEntries(nodes.map(({ id, label }) => [id, label]))).toEqual({
      root: 'before',
      a: 'on',
      e: 'after',
      c: 'after',
      alone: 'after',
    });
  });

  test('what hangs from a branch hangs on its far side, so its name stands on the near one', () => {
    fc.assert(
      fc.property(forest(200), (nodes) => {
        const { nodes: placed } = treeLayout(nodes);
        const byId = new Map(placed.map((one) => [one.id, one]));
        for (const { id, parent, row } of placed) {
          const of = parent === undefined ? undefined : byId.get(parent);
          if (of?.label !== 'on') continue;
          expect(Math.sign(row - of.row), id).toBe(of.towards === 'above' ? -1 : 1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the name of a root stands on the side that its branches leave free, and it is placed by its own side', () => {
    const { nodes } = treeLayout([
      node('tree', undefined, 50),
      node('a', 'tree', 100),
      { ...node('idea', undefined, 8, 'above'), isLast: true },
      node('of idea', 'idea', 400),
    ]);
    const [tree, , idea, branch] = nodes;
    expect(idea!.towards).toBe('below');
    expect(idea!.row).toBeLessThan(tree!.row);
    expect(branch!.row).toBeGreaterThan(idea!.row);
  });

  test('adding a model leaves the order of all others on their lines, and their sides', () => {
    fc.assert(
      fc.property(forest(120), fc.nat(), fc.nat({ max: 500 }), (nodes, parent, step) => {
        const before = treeLayout(nodes).nodes;
        const of = nodes[parent % nodes.length]!;
        const added: TreeNode = { ...of, id: 'added', parent: of.id, x: of.x + step, labelWidth: 70 };
        const after = treeLayout([...nodes, added]).nodes.filter(({ id }) => id !== 'added');
        expect(siblings(after)).toEqual(siblings(before));
        const root = (placed: readonly PlacedNode[]) =>
          placed.find(({ parent }) => parent === undefined)!.row;
        for (const [index, one] of before.entries()) {
          expect(Math.sign(after[index]!.row - root(after))).toBe(Math.sign(one.row - root(before)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a thousand nodes are laid out, ten thousand too, in whatever shape they come', () => {
    const [random] = fc.sample(forest(1000), { numRuns: 1, seed: 7 });
    expect(treeLayout(random!).nodes.length).toBe(random!.length);
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    const shapes: Record<string, (index: number) => number> = {
      chain: (index) => index - 1,
      star: () => 0,
      binary: (index) => Math.floor((index - 1) / 2),
      comb: (index) => (index % 2 ? Math.max(0, index - 2) : index - 1),
    };
    for (const [shape, parentOf] of Object.entries(shapes)) {
      const nodes = many.map((index) =>
        node(`n${index}`, index === 0 ? undefined : `n${parentOf(index)}`, 10 + index * 3),
      );
      const { nodes: placed, rows } = treeLayout(nodes);
      expect(placed.length, shape).toBe(10_000);
      expect(Number.isSafeInteger(rows), shape).toBe(true);
    }
  });
});
