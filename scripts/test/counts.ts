/** How many tests of a run passed and failed. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A run whose exit code tells of a failure that no test shows counts as one: a file that did not load, a crash. */
const atLeastOne = (failed: number, ok: boolean): number => (ok ? failed : Math.max(1, failed));

/** No test run is no success, whatever the exit code says. */
const orNothingRan = (counts: Counts): Counts =>
  counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts;

/** Vitest's JSON report. `ok` says whether the command exited 0; a report that is missing is null. */
export function countVitest(report: unknown, ok: boolean): Counts {
  return orNothingRan({
    passed: numberAt(report, 'numPassedTests'),
    failed: atLeastOne(numberAt(report, 'numFailedTests'), ok),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  });
}

/** Playwright's JSON report; a test that passed only on a retry counts as passed, as its exit code has it. */
export function countPlaywright(report: unknown, ok: boolean): Counts {
  const stats = isRecord(report) ? report.stats : undefined;
  return orNothingRan({
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: atLeastOne(numberAt(stats, 'unexpected'), ok),
    skipped: numberAt(stats, 'skipped'),
  });
}

/** The report of scripts/api-fuzz.ts: operations of the API. */
export function countFuzz(report: unknown, ok: boolean): Counts {
  return orNothingRan({
    passed: numberAt(report, 'passed'),
    failed: atLeastOne(numberAt(report, 'failed'), ok),
    skipped: 0,
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function numberAt(value: unknown, key: string): number {
  const n = isRecord(value) ? value[key] : undefined;
  return typeof n === 'number' ? n : 0;
}
