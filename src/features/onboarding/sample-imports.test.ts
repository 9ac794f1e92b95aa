import { expect, it } from 'vitest';
import { daysToYesterday, shiftDates } from './sample-imports.ts';

it('moves the dates at the ends of lines by whole days, and nothing else', () => {
  const text = 'orderId,orderDate\n2010-12-01T08:26:00Z-x,2010-12-01T08:26:00Z\nB,2011-02-28T23:59:59Z\n';
  expect(shiftDates(text, 1)).toBe(
    'orderId,orderDate\n2010-12-01T08:26:00Z-x,2010-12-02T08:26:00Z\nB,2011-03-01T23:59:59Z\n',
  );
  expect(shiftDates(text, 0)).toBe(text);
  expect(shiftDates(shiftDates(text, 5_000), -5_000)).toBe(text);
});

it('knows by how much, so that the sample’s last order is of yesterday', async () => {
  // It is of 9 December 2011.
  expect(await daysToYesterday(new Date('2011-12-10T00:00:00Z'))).toBe(0);
  expect(await daysToYesterday(new Date('2011-12-10T23:59:59Z'))).toBe(0);
  expect(await daysToYesterday(new Date('2011-12-20T12:00:00Z'))).toBe(10);
  expect(await daysToYesterday(new Date('2026-11-26T02:00:00Z'))).toBe(5_465);
});
