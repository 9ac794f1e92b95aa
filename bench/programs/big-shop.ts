import { type Document, Long, ObjectId } from 'mongodb';
import { count, dim, say, seconds } from '../../scripts/lib/terminal.ts';
import { type CustomerDocument, storedFields } from '../../src/features/customers/customer-document.ts';
import { collection } from '../../src/server/db.ts';

/** Raise it when the rows below change: an earlier shop is then made anew. */
const VERSION = 1;
const CHUNK = 5_000;
const DAY = 86_400_000;
const YEARS = 3;

/** Shares of all customers; the rest has no country. */
const COUNTRIES: readonly [string, number][] = [
  ['United Kingdom', 0.62],
  ['Germany', 0.11],
  ['France', 0.1],
  ['Spain', 0.05],
  ['Belgium', 0.04],
  ['Switzerland', 0.02],
  ['Portugal', 0.015],
  ['Italy', 0.012],
  ['Finland', 0.005],
  ['Iceland', 0.0005],
];
const CITIES = ['London', 'Leeds', 'York', 'Bath', 'Oxford', 'Derby', 'Ely', 'Köln', 'Lyon', 'Málaga'];
const FIRST = ['Anna', 'Ben', 'Chloé', 'David', 'Eva', 'Finn', 'Grace', 'Hugo', 'Ingrid', 'Zoë'];
const LAST = ['Adams', 'Baker', 'Clark', 'Dubois', 'Evans', 'Fischer', 'García', 'Hughes', 'Islam', 'Jones'];

export interface BigShop {
  workspaceId: ObjectId;
  customers: number;
  orders: number;
}

/**
 * A workspace of `customers` customers and on average three orders each, made once and found again by the next run.
 * Spend, frequency and recency are skewed as a shop's are: many bought once, few often; 3 in 100 orders are refunds.
 */
export async function openBigShop(customers: number): Promise<BigShop> {
  const markers = collection<{ version: number; size: number; workspaceId: ObjectId; orders: number }>(
    'benchShops',
  );
  const made = await markers.findOne({ version: VERSION, size: customers });
  if (made) return { workspaceId: made.workspaceId, customers, orders: made.orders };
  say(dim(`  making a shop of ${count(customers)} customers, once`));
  const began = performance.now();
  const workspaceId = new ObjectId();
  let orders = 0;
  const random = randomFrom(20_111_209);
  const now = Date.now();
  for (let first = 0; first < customers; first += CHUNK) {
    const made = Array.from({ length: Math.min(CHUNK, customers - first) }, (_, i) =>
      madeUp(workspaceId, first + i, now, random),
    );
    const theirs = made.flatMap((one) => one.orders);
    orders += theirs.length;
    await Promise.all([
      collection<CustomerDocument>('customers').insertMany(
        made.map((one) => one.customer),
        { ordered: false },
      ),
      collection('orders').insertMany(theirs, { ordered: false }),
    ]);
  }
  await markers.insertOne({ version: VERSION, size: customers, workspaceId, orders });
  say(dim(`  ${count(orders)} orders, ${seconds(performance.now() - began)}`));
  return { workspaceId, customers, orders };
}

function madeUp(
  workspaceId: ObjectId,
  number: number,
  now: number,
  random: () => number,
): { customer: CustomerDocument; orders: Document[] } {
  const _id = new ObjectId();
  const createdAt = new Date(now - YEARS * 365 * DAY * random());
  const placed = ordersOf(now, createdAt.getTime(), random);
  const bought = placed.filter(({ amount }) => amount >= 0);
  const spend = bought.reduce((sum, { amount }) => sum + amount, 0);
  const times = bought.map(({ placedAt }) => placedAt.getTime());
  const first = FIRST[Math.floor(random() * FIRST.length)];
  const last = LAST[Math.floor(random() * LAST.length)];
  const country = pickCountry(random());
  const customer: CustomerDocument = {
    _id,
    workspaceId,
    ...storedFields({
      email: `${first}.${last}.${number}@example.${random() < 0.2 ? 'org' : 'com'}`
        .normalize('NFD')
        .replace(/[^a-z0-9@.]/gi, '')
        .toLowerCase(),
      name: `${first} ${last}`,
      phone: random() < 0.4 ? `+44770090${String(number % 10_000).padStart(4, '0')}` : null,
      country,
      city: random() < 0.7 ? (CITIES[Math.floor(random() * CITIES.length)] ?? null) : null,
      tags: [
        ...(random() < 0.03 ? ['vip'] : []),
        ...(random() < 0.3 ? ['newsletter'] : []),
        ...(random() < 0.01 ? ['wholesale'] : []),
      ],
      attributes: { tier: tierOf(random()), points: Math.floor(random() * 1_000) },
    }),
    totalSpend: Long.fromNumber(placed.reduce((sum, { amount }) => sum + amount, 0)),
    orderCount: bought.length,
    averageOrderValue: bought.length === 0 ? null : Long.fromNumber(Math.round(spend / bought.length)),
    firstOrderAt: bought.length === 0 ? null : new Date(Math.min(...times)),
    lastOrderAt: bought.length === 0 ? null : new Date(Math.max(...times)),
    createdAt,
    updatedAt: createdAt,
  };
  const orders = placed.map(({ amount, placedAt }, i) => ({
    _id: new ObjectId(),
    workspaceId,
    orderId: `${number}-${i}`,
    customerId: _id,
    amount: Long.fromNumber(amount),
    placedAt,
    createdAt: placedAt,
    updatedAt: placedAt,
  }));
  return { customer, orders };
}

/** Nobody to forty orders, three on average; amounts from a few pounds to some thousand, most about thirty. */
function ordersOf(now: number, since: number, random: () => number): { amount: number; placedAt: Date }[] {
  const n = random() < 0.15 ? 0 : Math.min(40, Math.ceil(-Math.log(1 - random()) * 3.2));
  return Array.from({ length: n }, () => {
    const amount = Math.round(Math.exp(3.4 + 0.9 * gaussian(random)) * 100);
    return {
      amount: random() < 0.03 ? -amount : amount,
      placedAt: new Date(Math.floor(since + (now - since) * random())),
    };
  });
}

function pickCountry(share: number): string | null {
  let below = 0;
  for (const [country, part] of COUNTRIES) {
    below += part;
    if (share < below) return country;
  }
  return null;
}
const tierOf = (share: number): string => (share < 0.7 ? 'Bronze' : share < 0.95 ? 'Silver' : 'Gold');

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Mulberry32: small, quick and the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
