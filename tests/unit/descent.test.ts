import { expect, test } from 'vitest';
import { ancestorsIn, descendantsIn, neighbourIn } from '../../src/views/tree/descent.ts';

const familyOf = (parents: Record<string, string | undefined>) =>
  new Map(Object.entries(parents).map(([id, parent]) => [id, { id, parent }]));
const family = familyOf({ root: undefined, a: 'root', b: 'root', a1: 'a', a2: 'a', lone: undefined });

test('ancestors lead to the root, the nearest first', () => {
  expect(ancestorsIn(family, 'a2')).toEqual(['a', 'root']);
  expect(ancestorsIn(family, 'root')).toEqual([]);
});

test('a circle ends', () => {
  expect(ancestorsIn(familyOf({ x: 'y', y: 'x' }), 'x')).toEqual(['y', 'x']);
  expect(descendantsIn(familyOf({ x: 'y', y: 'x' }), 'x')).toEqual(['y']);
});

test('descendants are all that have the node among their ancestors', () => {
  expect(descendantsIn(family, 'root').toSorted()).toEqual(['a', 'a1', 'a2', 'b']);
  expect(descendantsIn(family, 'lone')).toEqual([]);
});

test('arrow keys walk along the lines, up and down as siblings stand in the picture', () => {
  const places = { root: [0, 0], a: [10, 40], b: [20, 20], a1: [15, 60], a2: [30, 60], lone: [5, 90] };
  const nodes = Object.entries(places).map(([id, [x, y]]) => ({ ...family.get(id)!, x: x!, y: y! }));
  expect(neighbourIn(nodes, 'a', 'ArrowLeft')).toBe('root');
  expect(neighbourIn(nodes, 'root', 'ArrowRight')).toBe('a');
  expect(neighbourIn(nodes, 'a', 'ArrowUp')).toBe('b');
  expect(neighbourIn(nodes, 'b', 'ArrowDown')).toBe('a');
  expect(neighbourIn(nodes, 'a1', 'ArrowDown')).toBe('a2');
  expect(neighbourIn(nodes, 'root', 'ArrowDown')).toBe('lone');
  expect(neighbourIn(nodes, 'a2', 'ArrowDown')).toBeUndefined();
  expect(neighbourIn(nodes, 'root', 'ArrowLeft')).toBeUndefined();
  expect(neighbourIn(nodes, 'a', 'Enter')).toBeUndefined();
  expect(neighbourIn(nodes, 'nobody', 'ArrowUp')).toBeUndefined();
});
