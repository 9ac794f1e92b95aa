import { expect, it } from 'vitest';
import { momentsOf } from './local-day.ts';

it('a period takes in its last day, by the reader’s clock', () => {
  expect(momentsOf({ from: '2026-01-31', until: '2026-01-31' })).toEqual({
    from: new Date(2026, 0, 31),
    until: new Date(2026, 1, 1),
  });
});

it('an open end, half a date and a day beyond all calendars are no limit', () => {
  expect(momentsOf({ from: '', until: '' })).toEqual({});
  expect(momentsOf({ from: 'soon', until: '2026-13-01' })).toEqual({});
  expect(momentsOf({ from: '9999-12-31', until: '20245-01-01' })).toEqual({ from: new Date(9999, 11, 31) });
  expect(momentsOf({ from: '', until: '9999-12-31' })).toEqual({});
});

it('a year that is still being typed is that year', () => {
  expect(momentsOf({ from: '0020-03-01', until: '' }).from?.getFullYear()).toBe(20);
});
