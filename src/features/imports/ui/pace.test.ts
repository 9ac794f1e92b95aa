import { expect, it } from 'vitest';
import { nextPace, type Pace, timeLeft } from './pace.ts';

it('settles on how fast rows come, whatever single batches take, and says how long it will be', () => {
  let pace: Pace | null = null;
  for (let i = 0; i <= 60; i += 1)
    // A thousand rows in turns of 300 and 700 ms.
    pace = nextPace(pace, {
      at: i * 500 + (i % 2) * 200,
      rows: i * 1_000,
      progress: i / 100,
    });
  expect(pace?.rowsPerSecond).toBeGreaterThan(1_600);
  expect(pace?.rowsPerSecond).toBeLessThan(2_800);
  expect(pace && timeLeft(pace)).toBeGreaterThan(14_000);
  expect(pace && timeLeft(pace)).toBeLessThan(26_000);
});

it('knows nothing from one state, from none that moved, or when a check begins anew', () => {
  const first = nextPace(null, { at: 0, rows: 0, progress: 0 });
  expect(timeLeft(first)).toBeNull();
  expect(timeLeft(nextPace(first, { at: 1_000, rows: 0, progress: 0 }))).toBeNull();
  const going = nextPace(first, { at: 1_000, rows: 500, progress: 0.5 });
  expect(going.rowsPerSecond).toBe(500);
  expect(nextPace(going, { at: 2_000, rows: 10, progress: 0.01 }).rowsPerSecond).toBeNull();
});
