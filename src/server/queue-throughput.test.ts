import { describe, expect, it } from 'vitest';
import { COUNTED_MINUTES, finishedPerMinute, perSecond } from './queue-throughput.ts';

const MINUTE = 60_000;
const now = Date.UTC(2011, 11, 9, 12, 30, 15);

describe('finished jobs per minute', () => {
  it('are none before the first', () => {
    const series = finishedPerMinute({ meta: { count: 0, prevTS: 0, prevCount: 0 }, data: [] }, now);
    expect(series).toEqual(Array(COUNTED_MINUTES).fill(0));
  });

  it('end with the present minute', () => {
    const series = finishedPerMinute(
      { meta: { count: 37, prevTS: now - 5_000, prevCount: 30 }, data: [10, 0, 20] },
      now,
    );
    expect(series.slice(-5)).toEqual([0, 20, 0, 10, 7]);
    expect(series).toHaveLength(COUNTED_MINUTES);
  });

  it('have gaps where nothing ended since', () => {
    const series = finishedPerMinute(
      { meta: { count: 7, prevTS: now - 3 * MINUTE, prevCount: 4 }, data: [4] },
      now,
    );
    expect(series.slice(-6)).toEqual([0, 4, 3, 0, 0, 0]);
  });

  it('forget what is older than the hour', () => {
    const counts = { meta: { count: 9, prevTS: now - 59 * MINUTE, prevCount: 4 }, data: [4] };
    expect(finishedPerMinute(counts, now)[0]).toBe(5);
    expect(finishedPerMinute(counts, now + MINUTE)).toEqual(Array(COUNTED_MINUTES).fill(0));
  });
});

describe('jobs per second', () => {
  it('weigh the minute before by what of it is less than a minute ago', () => {
    // A quarter of the present minute is over.
    expect(perSecond([600, 120, 30], now)).toBe(2);
    expect(perSecond([600, 0, 0], now)).toBe(0);
    expect(perSecond([], now)).toBe(0);
  });
});
