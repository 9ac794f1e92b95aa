import { expect, it } from 'vitest';
import { afterClick, orderOf, type Sorting } from './sorting.ts';

const amount: Sorting<'amount'> = { by: 'amount', first: '-amount' };
const name: Sorting<'name'> = { by: 'name', first: 'name' };

it('the first click sorts the way one mostly wants it, the next one the other way, and so on', () => {
  expect(afterClick(amount, 'name')).toBe('-amount');
  expect(afterClick(amount, '-amount')).toBe('amount');
  expect(afterClick(amount, 'amount')).toBe('-amount');
  expect(afterClick(name, '-amount')).toBe('name');
  expect(afterClick(name, 'name')).toBe('-name');
});

it('a column says how the list is sorted by it, and that it could be', () => {
  expect(orderOf(amount, '-amount')).toBe('descending');
  expect(orderOf(amount, 'amount')).toBe('ascending');
  expect(orderOf(amount, 'name')).toBe('none');
});
