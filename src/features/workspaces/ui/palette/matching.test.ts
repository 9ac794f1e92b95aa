import { expect, it } from 'vitest';
import { find, rank } from './matching.ts';

const lines = [
  { label: 'Customers', words: 'contacts people' },
  { label: 'Add a customer' },
  { label: 'API keys', words: 'tokens settings' },
  { label: 'Your account', words: 'settings password' },
];
const labels = (query: string) => find(lines, query).map(({ label }) => label);

it('finds by the beginnings of words, and what begins so comes first', () => {
  expect(labels('cust')).toEqual(['Customers', 'Add a customer']);
  expect(labels('a cust')).toEqual(['Add a customer']);
  expect(labels('tomer')).toEqual([]);
});

it('finds by other words, after those that are called so', () => {
  expect(labels('contacts')).toEqual(['Customers']);
  expect(labels('settings')).toEqual(['API keys', 'Your account']);
  expect(rank({ label: 'Members', words: 'team' }, 'mem')).toBe(0);
  expect(rank({ label: 'Members', words: 'team' }, 'team')).toBe(2);
});

it('does not mind case, accents or spaces around', () => {
  expect(labels('  CÜST ')).toEqual(labels('cust'));
  expect(find([{ label: 'Zoë Müller' }], 'muller zoe')).toHaveLength(1);
});

it('an empty query leaves all as they are', () => {
  expect(labels('')).toEqual(lines.map(({ label }) => label));
});
