import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInZone, fromZonedText, toZonedText } from './zoned-time.ts';

const iso = (text: string, zone: string) => fromZonedText(text, zone)?.toISOString();

describe('a time in a zone', () => {
  it('is the moment its clocks show it', () => {
    expect(iso('2026-07-01T09:00', 'Europe/London')).toBe('2026-07-01T08:00:00.000Z');
    expect(iso('2026-12-01T09:00', 'Europe/London')).toBe('2026-12-01T09:00:00.000Z');
    expect(iso('2026-12-01T09:00', 'Asia/Kolkata')).toBe('2026-12-01T03:30:00.000Z');
    expect(iso('2026-12-01T09:00', 'America/New_York')).toBe('2026-12-01T14:00:00.000Z');
  });

  it('that is left out is moved on with the clocks; one that comes twice is its first', () => {
    expect(iso('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(toZonedText(new Date('2026-03-29T01:30:00Z'), 'Europe/London')).toBe('2026-03-29T02:30');
    expect(iso('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('that is none is told', () => {
    for (const text of ['', 'tomorrow', '2026-13-01T09:00', '2026-12-01'])
      expect(fromZonedText(text, 'UTC')).toBeNull();
  });

  it('read back is the same moment, but for the hour that comes twice', () => {
    const zones = ['UTC', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(
        fc
          .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
          .map((at) => Math.floor(at / 60_000) * 60_000),
        fc.constantFrom(...zones),
        (at, zone) => {
          const text = toZonedText(new Date(at), zone);
          const back = fromZonedText(text, zone);
          expect(back && toZonedText(back, zone)).toBe(text);
          expect(at - (back?.getTime() ?? 0)).toBeGreaterThanOrEqual(0);
          expect(at - (back?.getTime() ?? 0)).toBeLessThanOrEqual(3_600_000);
        },
      ),
    );
  });

  it('is written with its zone', () => {
    expect(formatInZone(new Date('2026-07-01T08:00:00Z'), 'Europe/London')).toBe(
      '1 Jul 2026, 09:00 (Europe/London)',
    );
  });
});
