import { BSON, ObjectId } from 'mongodb';
import { expect, it } from 'vitest';
import { changeParts } from './import-changes.ts';

const at = new Date();
const ids = (n: number) => Array.from({ length: n }, () => new ObjectId());
const changed = (n: number, text: string) =>
  ids(n).map((id) => ({ id, was: { name: text }, set: { name: 'x' }, touchedAt: at }));

it('is one document for new orders and the customers made for them, small per row', () => {
  const changes = {
    customers: { at, inserted: ids(1_000), updated: [] },
    orders: { at, inserted: ids(1_000), updated: [] },
  };
  const parts = changeParts(changes);
  expect(parts).toEqual([changes]);
  expect(BSON.calculateObjectSize({ changes: parts[0] })).toBeLessThan(2_000 * 20);
});

it('is no document when nothing changed', () => {
  const nothing = { at, inserted: [], updated: [] };
  expect(changeParts({ customers: nothing, orders: nothing })).toEqual([]);
});

it('is several documents where what was there is long, none beyond what the database takes, none lost', () => {
  const orders = { at, inserted: ids(3), updated: changed(200, '漢'.repeat(100_000)) };
  const parts = changeParts({ customers: { at, inserted: ids(2), updated: [] }, orders });
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(BSON.calculateObjectSize({ changes: part })).toBeLessThan(14_000_000);
  expect(parts.flatMap((p) => p.orders?.updated ?? [])).toEqual(orders.updated);
  expect(parts.flatMap((p) => p.orders?.inserted ?? [])).toEqual(orders.inserted);
  // Taken back from the last: the customers' own come when the orders are gone.
  expect(parts[0]?.customers?.inserted).toHaveLength(2);
});
