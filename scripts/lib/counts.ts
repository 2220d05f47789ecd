/** How many tests passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** What a stage counts as that either works or does not. */
export function countOutcome(worked: boolean): Counts {
  return { passed: worked ? 1 : 0, failed: worked ? 0 : 1, skipped: 0 };
}

/** Counts Vitest's tests. A file that fails as a whole, such as at an import, is one failure. */
export function countVitest(report: VitestReport): Counts {
  return addCounts(
    report.testResults.map(({ status, assertionResults }) => {
      const tests = addCounts(assertionResults.map((test) => countVitestStatus(test.status)));
      const failedAsAWhole = status === 'failed' && tests.failed === 0;
      return failedAsAWhole ? addCounts([tests, countOutcome(false)]) : tests;
    }),
  );
}

/** Counts Playwright's tests. What passes at the second attempt has passed; an error outside of any test is one failure. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** What is said of tests that passed at the second attempt only; nothing where there were none. */
export function waveringText({ stats: { flaky } }: PlaywrightReport): string {
  return flaky === 0
    ? ''
    : `${flaky} browser test${flaky === 1 ? '' : 's'} passed at the second attempt only, named above as flaky.`;
}

/**
 * The counts of a stage that says it tested something: when no test ran, or the
 * program failed although no test did, that is a failure too.
 */
export function withStageFailure(counts: Counts, exitCode: number): Counts {
  const ranNothing = counts.passed + counts.failed === 0;
  const failedElsewhere = exitCode !== 0 && counts.failed === 0;
  return ranNothing || failedElsewhere ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** The sum of several counts. */
export function addCounts(all: Counts[]): Counts {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** Counts as the line that `npm test` ends with. */
export function countsAsText({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function countVitestStatus(status: string): Counts {
  if (status === 'passed' || status === 'failed') return countOutcome(status === 'passed');
  return { passed: 0, failed: 0, skipped: 1 };
}
