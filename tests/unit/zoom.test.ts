import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedZoom, leastZoom, mostZoom, nextZoom, scrollAfterZoom } from '../../src/views/tree/zoom.ts';

test('the point under the pointer stays there', () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.nat(1200),
      fc.double({ min: 0.25, max: 4, noNaN: true }),
      (scroll, pointer, factor) => {
        const point = scroll + pointer;
        expect(scrollAfterZoom(scroll, pointer, factor) + pointer).toBeCloseTo(point * factor, 6);
      },
    ),
  );
});

test('a step in and a step out lead back, and no scale leaves the limits', () => {
  expect(nextZoom(nextZoom(1, 1), -1)).toBe(1);
  expect(allowedZoom(100)).toBe(mostZoom);
  expect(allowedZoom(0)).toBe(leastZoom);
  expect(allowedZoom(1.004)).toBe(1);
});
