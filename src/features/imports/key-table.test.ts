import { expect, it } from 'vitest';
import { hash53, KeyTable } from './key-table.ts';

it('keeps one number for each of many keys, the last one given', () => {
  const table = new KeyTable();
  for (let i = 0; i < 100_000; i += 1) table.set(hash53(`customer-${i}@example.com`), i);
  table.set(hash53('customer-7@example.com'), 4_294_967_295);
  expect(table.size).toBe(100_000);
  for (const i of [0, 1, 99_999]) expect(table.get(hash53(`customer-${i}@example.com`))).toBe(i);
  expect(table.get(hash53('customer-7@example.com'))).toBe(4_294_967_295);
  expect(table.get(hash53('nobody@example.com'))).toBeUndefined();
});
