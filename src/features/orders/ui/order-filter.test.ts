import { expect, it } from 'vitest';
import { listOrdersInput } from '../orders.schema.ts';
import { ALL_ORDERS, toInput } from './order-filter.ts';

const taken = (filter: Partial<typeof ALL_ORDERS>) =>
  listOrdersInput.parse(toInput({ ...ALL_ORDERS, ...filter }));

it('nothing chosen is every order', () => {
  expect(toInput(ALL_ORDERS)).toEqual({});
});

it('a period takes in its last day, and the API takes it', () => {
  expect(taken({ from: '2026-01-31', until: '2026-01-31' })).toMatchObject({
    placedFrom: new Date(2026, 0, 31),
    placedTo: new Date(2026, 1, 1),
  });
  expect(taken({ from: '0020-01-01', until: '9999-12-30' }).placedFrom?.getFullYear()).toBe(20);
});

it('an amount is a purchase’s or a refund’s, never both, and nothing counts as neither', () => {
  const { minAmount = Number.NaN } = taken({ kind: 'purchases' });
  const { maxAmount = Number.NaN } = taken({ kind: 'refunds' });
  for (const amount of [-1e6, -0.01, 0, 0.01, 1e6]) {
    expect(amount >= minAmount).toBe(amount >= 0);
    expect(amount <= maxAmount).toBe(amount < 0);
  }
});
