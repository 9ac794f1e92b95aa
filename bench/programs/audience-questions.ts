import type { Collection, Document, ObjectId } from 'mongodb';
import { windowStart } from '../../src/features/audiences/rules/window.ts';

/** How many, and the first ten. */
export interface Answer {
  count: number;
  sample: string[];
}

/** A question of a marketer, as rules, and as whoever knows this data would ask the driver. */
export interface Question {
  name: string;
  /** A group, or the rules of an `and`. */
  rules: Document[] | Document;
  byHand: (shop: Shop) => Promise<Answer>;
}

export interface Shop {
  workspaceId: ObjectId;
  customers: Collection;
  orders: Collection;
  now: Date;
}

const DAY = 86_400_000;
const SAMPLE = 10;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
const monthsBefore = (now: Date, amount: number): Date => windowStart(now, { amount, unit: 'month' });

/** One filter of `customers`. */
const filtered =
  (filter: (shop: Shop) => Document): Question['byHand'] =>
  async (shop) => {
    const mine = filter(shop);
    const [count, rows] = await Promise.all([
      shop.customers.countDocuments(mine),
      shop.customers.find(mine).sort({ _id: 1 }).limit(SAMPLE).toArray(),
    ]);
    return { count, sample: rows.map(({ _id }) => String(_id)) };
  };

/** Customers with orders like these, found from the orders; then those of them who pass the filter. */
const fromOrders =
  (orders: (shop: Shop) => Document[], filter?: (shop: Shop) => Document): Question['byHand'] =>
  async (shop) => {
    if (!filter) {
      const [found] = await shop.orders
        .aggregate<{ n: number; ids: ObjectId[] }>([
          ...orders(shop),
          { $group: { _id: null, n: { $sum: 1 }, ids: { $minN: { input: '$_id', n: SAMPLE } } } },
        ])
        .toArray();
      const rows = await shop.customers
        .find({ _id: { $in: found?.ids ?? [] } })
        .sort({ _id: 1 })
        .toArray();
      return { count: found?.n ?? 0, sample: rows.map(({ _id }) => String(_id)) };
    }
    const buyers = await shop.orders.aggregate([...orders(shop), { $project: { _id: 1 } }]).toArray();
    const ids = buyers.map(({ _id }) => _id);
    // An answer of the server, and so a list of ids, has at most 16 MB.
    let count = 0;
    const sample: string[] = [];
    const sorted = ids.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
    for (let from = 0; from < sorted.length; from += 50_000) {
      const mine = { _id: { $in: sorted.slice(from, from + 50_000) }, ...filter(shop) };
      count += await shop.customers.countDocuments(mine);
      if (sample.length >= SAMPLE) continue;
      const rows = await shop.customers
        .find(mine)
        .sort({ _id: 1 })
        .limit(SAMPLE - sample.length)
        .toArray();
      sample.push(...rows.map(({ _id }) => String(_id)));
    }
    return { count, sample };
  };

const placedIn = (amount: number, unit: string) => ({
  field: 'placedAt',
  operator: 'inLast',
  value: { amount, unit },
});

export const questions: Question[] = [
  {
    name: 'selective: in Iceland',
    rules: [{ field: 'country', operator: '=', value: 'Iceland' }],
    byHand: filtered(({ workspaceId }) => ({ workspaceId, 'folded.country': 'iceland' })),
  },
  {
    name: 'selective: spent 1,500 or more',
    rules: [{ field: 'totalSpend', operator: '>=', value: 1500 }],
    byHand: filtered(({ workspaceId }) => ({ workspaceId, totalSpend: { $gte: 150_000 } })),
  },
  {
    name: 'broad: spent 10 or more',
    rules: [{ field: 'totalSpend', operator: '>=', value: 10 }],
    byHand: filtered(({ workspaceId }) => ({ workspaceId, totalSpend: { $gte: 1_000 } })),
  },
  {
    name: 'lapsed: no order in 90 days',
    rules: [{ field: 'lastOrderAt', operator: 'notInLast', value: { amount: 90, unit: 'day' } }],
    byHand: filtered(({ workspaceId, now }) => ({
      workspaceId,
      lastOrderAt: { $not: { $gte: daysBefore(now, 90), $lte: now } },
    })),
  },
  {
    name: 'text: name contains “garc”',
    rules: [{ field: 'name', operator: 'contains', value: 'Garc' }],
    byHand: filtered(({ workspaceId }) => ({ workspaceId, 'folded.name': { $regex: 'garc' } })),
  },
  {
    name: 'text: email begins with “zoe.”',
    rules: [{ field: 'email', operator: 'beginsWith', value: 'Zoe.' }],
    byHand: filtered(({ workspaceId }) => ({ workspaceId, email: { $gte: 'zoe.', $lt: 'zoe/' } })),
  },
  {
    name: 'tag and spend: VIPs over 500',
    rules: [
      { field: 'tags', operator: '=', value: 'vip' },
      { field: 'totalSpend', operator: '>', value: 500 },
    ],
    byHand: filtered(({ workspaceId }) => ({
      workspaceId,
      'folded.tags': 'vip',
      totalSpend: { $gt: 50_000 },
    })),
  },
  {
    name: 'nested OR: French or German spenders, or lapsed wholesalers',
    rules: {
      combinator: 'or',
      rules: [
        {
          combinator: 'and',
          rules: [
            { field: 'country', operator: 'in', value: ['France', 'Germany'] },
            { field: 'totalSpend', operator: '>=', value: 800 },
          ],
        },
        {
          combinator: 'and',
          rules: [
            { field: 'tags', operator: '=', value: 'wholesale' },
            { field: 'lastOrderAt', operator: 'notInLast', value: { amount: 6, unit: 'month' } },
          ],
        },
      ],
    },
    byHand: filtered(({ workspaceId, now }) => ({
      $or: [
        { workspaceId, 'folded.country': { $in: ['france', 'germany'] }, totalSpend: { $gte: 80_000 } },
        {
          workspaceId,
          'folded.tags': 'wholesale',
          lastOrderAt: { $not: { $gte: monthsBefore(now, 6), $lte: now } },
        },
      ],
    })),
  },
  {
    name: 'order window: 2 orders over 50 in 6 months',
    rules: [
      {
        field: 'orders',
        match: { mode: 'atLeast', threshold: 2 },
        value: {
          combinator: 'and',
          rules: [{ field: 'amount', operator: '>', value: 50 }, placedIn(6, 'month')],
        },
      },
    ],
    byHand: fromOrders(({ workspaceId, now }) => [
      {
        $match: { workspaceId, placedAt: { $gte: monthsBefore(now, 6), $lte: now }, amount: { $gt: 5_000 } },
      },
      { $group: { _id: '$customerId', n: { $sum: 1 } } },
      { $match: { n: { $gte: 2 } } },
    ]),
  },
  {
    name: 'sum: spent 200 or more in 30 days',
    rules: [
      {
        field: 'orders.amount',
        aggregate: 'sum',
        operator: '>=',
        value: 200,
        where: { combinator: 'and', rules: [placedIn(30, 'day')] },
      },
    ],
    byHand: fromOrders(({ workspaceId, now }) => [
      { $match: { workspaceId, placedAt: { $gte: daysBefore(now, 30), $lte: now } } },
      { $group: { _id: '$customerId', sum: { $sum: '$amount' } } },
      { $match: { sum: { $gte: 20_000 } } },
    ]),
  },
  {
    name: 'window and country: French, an order over 100 in 3 months',
    rules: [
      { field: 'country', operator: '=', value: 'France' },
      {
        field: 'orders',
        match: { mode: 'atLeast', threshold: 1 },
        value: {
          combinator: 'and',
          rules: [{ field: 'amount', operator: '>', value: 100 }, placedIn(3, 'month')],
        },
      },
    ],
    byHand: fromOrders(
      ({ workspaceId, now }) => [
        {
          $match: {
            workspaceId,
            placedAt: { $gte: monthsBefore(now, 3), $lte: now },
            amount: { $gt: 10_000 },
          },
        },
        { $group: { _id: '$customerId' } },
      ],
      () => ({ 'folded.country': 'france' }),
    ),
  },
  {
    name: 'few and their orders: Icelanders with no order over 20 this year',
    rules: [
      { field: 'country', operator: '=', value: 'Iceland' },
      {
        field: 'orders',
        match: { mode: 'exactly', threshold: 0 },
        value: {
          combinator: 'and',
          rules: [{ field: 'amount', operator: '>', value: 20 }, placedIn(12, 'month')],
        },
      },
    ],
    byHand: async ({ workspaceId, customers, orders, now }) => {
      const few = await customers
        .find({ workspaceId, 'folded.country': 'iceland' })
        .sort({ _id: 1 })
        .toArray();
      const buyers = await orders
        .aggregate([
          { $match: { workspaceId, customerId: { $in: few.map(({ _id }) => _id) } } },
          { $match: { placedAt: { $gte: monthsBefore(now, 12), $lte: now }, amount: { $gt: 2_000 } } },
          { $group: { _id: '$customerId' } },
        ])
        .toArray();
      const bought = new Set(buyers.map(({ _id }) => String(_id)));
      const left = few.map(({ _id }) => String(_id)).filter((id) => !bought.has(id));
      return { count: left.length, sample: left.slice(0, SAMPLE) };
    },
  },
];
