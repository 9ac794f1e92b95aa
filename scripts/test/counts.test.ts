import { describe, expect, it } from 'vitest';
import { add, countFuzz, countPlaywright, countVitest, NONE } from './counts.ts';

describe('the counts of a test run', () => {
  it('are those of the reports', () => {
    expect(
      countVitest({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, false),
    ).toEqual({
      passed: 7,
      failed: 2,
      skipped: 2,
    });
    expect(countFuzz({ passed: 90, failed: 2 }, false)).toEqual({ passed: 90, failed: 2, skipped: 0 });
    expect(countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 } }, true)).toEqual({
      passed: 4,
      failed: 0,
      skipped: 2,
    });
  });

  it('hold a failure when the command failed though no test did', () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0 }, false)).toMatchObject({
      passed: 7,
      failed: 1,
    });
    expect(countPlaywright({ stats: { expected: 3, unexpected: 0 } }, false)).toMatchObject({ failed: 1 });
  });

  it.each([null, {}, { stats: {} }, { numPassedTests: 0 }])(
    'of a run without a test (%j) are one failure',
    (report) => {
      expect(countVitest(report, true)).toMatchObject({ passed: 0, failed: 1 });
      expect(countPlaywright(report, true)).toMatchObject({ passed: 0, failed: 1 });
      expect(countFuzz(report, true)).toMatchObject({ passed: 0, failed: 1 });
    },
  );

  it('add up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(add(add(NONE, one), one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
