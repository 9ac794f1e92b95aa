import { expect, it } from 'vitest';
import { dayOf, expiryOf } from './expiry.ts';

const now = new Date(2026, 10, 25, 13, 30);

it('is so many days from now, or never', () => {
  expect(expiryOf('30', '', now)).toEqual(new Date(now.getTime() + 30 * 86_400_000));
  expect(expiryOf('never', '', now)).toBeNull();
});

it('is the end of a chosen day, today at the earliest', () => {
  expect(expiryOf('custom', '2026-11-25', now)).toEqual(new Date(2026, 10, 25, 23, 59, 59));
  expect(expiryOf('custom', '2026-12-31', now)).toEqual(new Date(2026, 11, 31, 23, 59, 59));
  for (const wrong of ['2026-11-24', '', 'tomorrow']) expect(expiryOf('custom', wrong, now)).toBeUndefined();
  expect(dayOf(now)).toBe('2026-11-25');
});
