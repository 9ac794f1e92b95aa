import { describe, expect, it } from 'vitest';
import { readDay, readFigure, showDay, showFigure } from './figures.ts';

describe('figures', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['£1,234', '1234'],
    ['1 000', '1000'],
    ['20 €', '20'],
    ['-£5', '-5'],
    ['1.5k', '1500'],
    ['2M', '2000000'],
    ['12.', '12.'],
    ['1,23', '1,23'],
    ['lots', 'lots'],
    ['', ''],
    ['£', '£'],
  ])('reads “%s” as %s', (typed, read) => {
    expect(readFigure(typed)).toBe(read);
  });

  it.each([
    ['1234.5', true, '1,234.50'],
    ['1234', true, '1,234'],
    ['1234', false, '1,234'],
    ['0.125', true, '0.125'],
    ['lots', true, 'lots'],
    ['', true, ''],
  ])('shows %s (money: %s) as “%s”', (text, money, shown) => {
    expect(showFigure(text, money)).toBe(shown);
  });
});

describe('days', () => {
  it.each([
    ['2011-06-01', '2011-06-01'],
    ['1/6/2011', '2011-06-01'],
    ['01.06.2011', '2011-06-01'],
    ['1 June 2011', '2011-06-01'],
    ['1st jun 2011', '2011-06-01'],
    ['June 1, 2011', '2011-06-01'],
    ['31/2/2011', null],
    ['13/13/2011', null],
    ['1 Foo 2011', null],
    ['soon', null],
    ['', null],
  ])('reads “%s” as %s', (typed, read) => {
    expect(readDay(typed)).toBe(read);
  });

  it('reads what it shows', () => {
    for (const day of ['2011-06-01', '1999-12-31', '2024-02-29', '2024-09-09'])
      expect(readDay(showDay(day))).toBe(day);
  });
});
