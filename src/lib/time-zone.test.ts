import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfSpan, isTimeZone, isWithin, timeZoneNames } from './time-zone.ts';

const NIGHT = { from: '21:00', to: '08:00' };
const end = (at: string, timeZone: string, span = NIGHT) =>
  endOfSpan(new Date(at), span, timeZone)?.toISOString() ?? null;

describe('the end of quiet hours', () => {
  it.each([
    ['an evening', '2026-01-10T22:30:00Z', 'Europe/London', '2026-01-11T08:00:00.000Z'],
    ['the small hours', '2026-01-10T03:00:00Z', 'Europe/London', '2026-01-10T08:00:00.000Z'],
    ['a summer evening', '2026-07-10T20:00:00Z', 'Europe/London', '2026-07-11T07:00:00.000Z'],
    ['the first minute', '2026-01-10T21:00:00Z', 'UTC', '2026-01-11T08:00:00.000Z'],
    ['another zone', '2026-01-10T12:00:00Z', 'Asia/Tokyo', '2026-01-10T23:00:00.000Z'],
    ['a zone half an hour off', '2026-01-10T16:00:00Z', 'Asia/Kolkata', '2026-01-11T02:30:00.000Z'],
    ['the night the clocks go forward', '2026-03-28T23:00:00Z', 'Europe/London', '2026-03-29T07:00:00.000Z'],
    ['the night they go back', '2026-10-24T22:00:00Z', 'Europe/London', '2026-10-25T08:00:00.000Z'],
  ])('in %s', (_, at, timeZone, expected) => {
    expect(end(at, timeZone)).toBe(expected);
  });

  it.each([
    ['the minute they end', '2026-01-10T08:00:00Z', 'UTC'],
    ['midday', '2026-01-10T12:00:00Z', 'Europe/London'],
    ['a summer’s nine in the morning', '2026-07-10T08:00:00Z', 'Europe/London'],
  ])('is none at %s', (_, at, timeZone) => {
    expect(end(at, timeZone)).toBeNull();
  });

  it('in the hour left out is when the clocks change, in the hour that comes twice its first time', () => {
    const span = { from: '23:00', to: '01:30' };
    expect(end('2026-03-29T00:30:00Z', 'Europe/London', span)).toBe('2026-03-29T01:00:00.000Z');
    expect(end('2026-10-24T23:00:00Z', 'Europe/London', span)).toBe('2026-10-25T00:30:00.000Z');
    expect(end('2026-10-25T01:10:00Z', 'Europe/London', span)).toBe('2026-10-25T01:30:00.000Z');
  });
});

// The moment is looked for minute by minute, with a clock of the test's own.
function clock(at: number, timeZone: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}
const quiet = (time: string, { from, to }: typeof NIGHT) =>
  from < to ? time >= from && time < to : time >= from || time < to;

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
const span = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
/** Around the changes of 2026: London's and Berlin's, New York's, Lord Howe's of half an hour, Chile's at midnight. */
const changes = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-09-06T04:00Z',
];
const moment = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }))
    .map(([change, away]) => Date.parse(change) + away),
  fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2029-01-01') }),
);
const zone = fc.constantFrom(
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'UTC',
);

it('is the first minute, in every zone and around every change of the clocks, at which they are over', () => {
  fc.assert(
    fc.property(moment, span, zone, (at, hours, timeZone) => {
      const found = endOfSpan(new Date(at), hours, timeZone);
      expect(isWithin(new Date(at), hours, timeZone)).toBe(quiet(clock(at, timeZone), hours));
      let minute = at;
      while (quiet(clock(minute, timeZone), hours)) minute = Math.floor(minute / 60_000) * 60_000 + 60_000;
      expect(found?.getTime() ?? at).toBe(minute);
    }),
    { numRuns: 150 },
  );
}, 60_000);

it('knows a zone by its name', () => {
  expect(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['', '+01:00', 'Nowhere/City', 'London', '{{', 'x'.repeat(1_000)].some(isTimeZone)).toBe(false);
  expect(timeZoneNames()).toContain('Europe/London');
});
