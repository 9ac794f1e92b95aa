import { expect, it } from 'vitest';
import { addressesFormSchema, splitAddresses } from './addresses.ts';

it('takes addresses however they are pasted', () => {
  expect(splitAddresses(' Ann@example.com\r\n\nbob@example.com; +44 20 7946 0000,ann@example.com,')).toEqual([
    'ann@example.com',
    'bob@example.com',
    '+44 20 7946 0000',
  ]);
});

it.each([
  ['', 'give at least one address'],
  [' , \n', 'give at least one address'],
  ['ann@example.com\nnobody', 'not an email address or telephone number: nobody'],
  ['a\nb\nc\nd\ne', 'not an email address or telephone number: a, b, c and 2 more'],
  [
    Array.from({ length: 1_001 }, (_, i) => `c${i}@example.com`).join(','),
    'at most 1,000 at a time; these are 1001',
  ],
])('says what is wrong with %j', (text, message) => {
  const issues = addressesFormSchema.safeParse({ text, note: '' }).error?.issues ?? [];
  expect(issues.map((issue) => issue.message)).toEqual([message]);
});

it('lets good ones pass', () => {
  expect(addressesFormSchema.safeParse({ text: 'ann@example.com', note: '' }).success).toBe(true);
});
