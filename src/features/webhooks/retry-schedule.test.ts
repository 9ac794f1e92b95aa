import { describe, expect, it } from 'vitest';
import { pauseWhileAway, RETRY_SECONDS, retryDelayMs } from './retry-schedule.ts';

describe('tries of a webhook', () => {
  it('spread over about a day, each wait longer than the one before, a fifth by chance', () => {
    const total = RETRY_SECONDS.reduce((sum, s) => sum + s, 0);
    expect(total / 3_600).toBeGreaterThan(22);
    expect(total / 3_600).toBeLessThan(26);
    expect(retryDelayMs(1, undefined, 0)).toBe(5_000);
    expect(retryDelayMs(1, undefined, 1)).toBe(6_000);
    expect(retryDelayMs(10, undefined, 0)).toBe(28_800_000);
    expect(retryDelayMs(11, undefined)).toBeNull();
    expect(retryDelayMs(11, 1_000)).toBeNull();
  });

  it('wait as long as the other side asks, if that is longer', () => {
    expect(retryDelayMs(1, 60_000)).toBe(60_000);
    expect(retryDelayMs(3, 60_000, 0)).toBe(120_000);
  });

  it('of an endpoint that is away come seldom', () => {
    expect(pauseWhileAway(0)).toBe(5_000);
    expect(pauseWhileAway(600_000)).toBe(60_000);
    expect(pauseWhileAway(86_400_000)).toBe(300_000);
  });
});
