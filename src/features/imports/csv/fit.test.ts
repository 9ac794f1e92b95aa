import { describe, expect, it } from 'vitest';
import { fitOf } from './fit.ts';

describe('how the first values of a column fit what it is taken for', () => {
  const since = { column: 'since', target: 'attribute', type: 'date' } as const;

  it('tells how many do not, one of them, and what was expected', () => {
    expect(fitOf({ ...since, dates: 'dmy' }, ['31.01.2024', '30.02.2024', 'soon'])).toMatchObject({
      misfits: 2,
      misfit: '30.02.2024',
      expected: expect.stringContaining('31/12/2024'),
      reading: { from: '31.01.2024', to: '2024-01-31' },
      ambiguous: false,
    });
  });

  it('asks when day and month could be either', () => {
    expect(fitOf({ ...since, dates: 'dmy' }, ['03/04/2024'])).toMatchObject({
      misfits: 0,
      reading: { from: '03/04/2024', to: '2024-04-03' },
      ambiguous: true,
    });
  });

  it('says nothing where a value is taken as it stands', () => {
    const nothing = { misfits: 0, misfit: null, expected: null, reading: null, ambiguous: false };
    expect(fitOf({ column: 'a', target: 'attribute', type: 'number' }, ['12.50'])).toEqual(nothing);
    expect(fitOf({ column: 'a', target: 'city' }, ['Rome'])).toEqual(nothing);
    expect(fitOf({ column: 'a', target: 'ignore' }, ['x'])).toEqual(nothing);
    expect(fitOf(since, [])).toEqual(nothing);
  });

  it('reads amounts as the column writes them', () => {
    const amount = { column: 'a', target: 'orderAmount' } as const;
    expect(fitOf({ ...amount, decimal: 'comma' }, ['1.234,50 €']).reading).toEqual({
      from: '1.234,50 €',
      to: '1234.5',
    });
    expect(fitOf(amount, ['1.234,50']).misfits).toBe(1);
  });
});
