import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageMinorUnits, parseMoney, toMajorUnits, toMinorUnits } from './money.ts';

describe('money', () => {
  it('goes to minor units and back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(toMinorUnits(toMajorUnits(minor))).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });

  it.each([
    [1.005, 101],
    [-1.005, -101],
    [0.1 + 0.2, 30],
    [1e-9, 0],
    [-0, 0],
  ])('rounds %d to %d minor units', (major, minor) => expect(toMinorUnits(major)).toBe(minor));

  it.each([
    ['1,234.50', 123_450],
    ['-3.2', -320],
    ['£12', 1_200],
    ['-£12.01', -1_201],
    ['12,50', null],
    ['1.234', null],
    ['1e5', null],
    ['', null],
    ['99999999999999999', null],
  ])('reads %j as %j', (text, minor) => expect(parseMoney(text)).toBe(minor));

  it('averages are rounded half up', () => {
    expect(averageMinorUnits(3, 2)).toBe(2);
    expect(averageMinorUnits(10, 3)).toBe(3);
    expect(averageMinorUnits(5, 2)).toBe(3);
    expect(averageMinorUnits(0, 4)).toBe(0);
    expect(averageMinorUnits(0, 0)).toBeNull();
  });
});
