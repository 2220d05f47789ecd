import { expect, test } from 'vitest';
import {
  addCounts,
  countOutcome,
  countPlaywright,
  countsAsText,
  countVitest,
  waveringText,
  withStageFailure,
} from '../../scripts/lib/counts.ts';
import { chosenStages } from '../../scripts/test.ts';

test('counts are added', () => {
  expect(addCounts([countOutcome(true), { passed: 3, failed: 2, skipped: 1 }, countOutcome(false)])).toEqual({
    passed: 4,
    failed: 3,
    skipped: 1,
  });
});

test('the last line names the skipped only when there are any', () => {
  expect(countsAsText({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(countsAsText({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});

test('tests of Vitest are counted by their status', () => {
  const statuses = ['passed', 'passed', 'failed', 'skipped', 'todo', 'pending'];
  const report = {
    testResults: [{ status: 'failed', assertionResults: statuses.map((status) => ({ status })) }],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('a test file that fails before its first test is one failure', () => {
  expect(countVitest({ testResults: [{ status: 'failed', assertionResults: [] }] }).failed).toBe(1);
});

test('an error outside of the browser tests is a failure; a test that passes at the second attempt is named', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(countPlaywright(report)).toEqual({ passed: 6, failed: 2, skipped: 2 });
  expect(waveringText(report)).toBe(
    '1 browser test passed at the second attempt only, named above as flaky.',
  );
  expect(waveringText({ ...report, stats: { ...report.stats, flaky: 0 } })).toBe('');
});

test.each([
  ['in which no test ran', { passed: 0, failed: 0, skipped: 4 }, 0, 1],
  ['whose program fails although no test did', { passed: 5, failed: 0, skipped: 0 }, 1, 1],
  ['whose failures are counted already', { passed: 5, failed: 2, skipped: 0 }, 1, 2],
  ['in which all is well', { passed: 5, failed: 0, skipped: 0 }, 0, 0],
])('a stage %s', (_, counts, exitCode, failed) => {
  expect(withStageFailure(counts, exitCode).failed).toBe(failed);
});

test('all stages are run, or those that are named', () => {
  expect(chosenStages([])).toEqual(['types', 'unit', 'build', 'site', 'browser']);
  expect(chosenStages(['--only', 'unit'])).toEqual(['unit']);
  expect(chosenStages(['--only', 'build,site', '--only', 'browser'])).toEqual(['build', 'site', 'browser']);
});

test('a stage that does not exist is refused with those that do', () => {
  expect(() => chosenStages(['--only', 'units'])).toThrow(
    'There is no stage "units". The stages are types, unit, build, site, browser.',
  );
});
