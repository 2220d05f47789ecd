import { expect, test } from 'vitest';
import { buildChart, buildReport, medianOf, type SizeBuilt } from '../../scripts/bench/build-report.ts';

const run = (seconds: number, memory = 1e9) => ({ seconds, memory });
const sizes: SizeBuilt[] = [
  {
    models: 1000,
    hasSidebar: true,
    rounds: 3,
    measured: [
      { what: 'ours', cold: [run(30), run(10), run(20)], warm: [run(8, 2e9)] },
      { what: 'Starlight', cold: [run(40)], warm: [run(16)] },
      { what: 'Starlight, no sidebar', cold: [run(25)], warm: [run(10)] },
    ],
    withCards: 31,
  },
  {
    models: 10_000,
    hasSidebar: false,
    rounds: 1,
    measured: [
      { what: 'ours', cold: [run(150)], warm: [run(120)] },
      { what: 'Starlight', cold: [run(200)], warm: [run(200)] },
    ],
    withCards: undefined,
  },
];

test('the median is the middle number, or the mean of the two in the middle', () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  expect(medianOf([7])).toBe(7);
});

test('the report has medians, ratios of ours to the other, the most memory, and the growth', () => {
  const text = buildReport({
    command: 'npm run bench',
    date: '2026-11-28',
    machine: '2 cores',
    seconds: 9,
    sizes,
    edit: undefined,
  });
  expect(text).toContain('| 1,000 | this site | 20.0 s |  | 8.0 s |  | 2.00 GB |');
  expect(text).toContain('| 1,000 | Starlight | 40.0 s | 0.50 | 16.0 s | 0.50 | 1.00 GB |');
  expect(text).toContain('| 10,000 | Starlight, no sidebar | 200.0 s | 0.75 | 200.0 s | 0.60 | 1.00 GB |');
  expect(text).toContain(
    'From 1,000 to 10,000 models, 10.0 times as many, this site takes 7.5 times as long (cold).',
  );
  expect(text).toContain('With share cards, a warm build of 1,000 models takes 31.0 s.');
});

test('a builder that failed has no figures and no bar', () => {
  const failed: SizeBuilt = {
    ...sizes[1]!,
    measured: [sizes[1]!.measured[0]!, { what: 'Starlight', cold: [], warm: [] }],
  };
  const text = buildReport({
    command: 'npm run bench',
    date: '2026-11-28',
    machine: '2 cores',
    seconds: 9,
    sizes: [failed],
    edit: undefined,
  });
  expect(text).toContain('| 10,000 | this site | 150.0 s |  | 120.0 s |  | 1.00 GB |');
  expect(text).toContain('| 10,000 | Starlight, no sidebar | failed |  |  |  |  |');
  expect(buildChart([failed]).match(/<rect/g)).toHaveLength(1);
});

test('each bar of the chart is as long as its time', () => {
  const widths = [...buildChart(sizes).matchAll(/width="(\d+)" height="14"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toHaveLength(5);
  expect(widths[0]! / widths[1]!).toBeCloseTo(20 / 40, 2);
  expect(widths[3]! / widths[4]!).toBeCloseTo(150 / 200, 2);
});
