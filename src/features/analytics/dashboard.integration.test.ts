import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentOf } from '../../lib/outcomes.ts';
import { closeDatabase, collection } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { noteLedgerChanged } from '../campaigns/engine/tally.ts';
import type { MessageDocument } from '../campaigns/messages.repository.ts';
import type { StoredStatus } from '../campaigns/messages.schema.ts';
import { deleteCustomer } from '../customers/customers.service.ts';
import { createOrder } from '../orders/orders.service.ts';
import { updateWorkspace } from '../workspaces/workspaces.service.ts';
import { type DashboardData, dashboardInput } from './dashboard.schema.ts';
import { getDashboard } from './dashboard.service.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Santiago',
];
/** Clocks change in four of the zones within these days or the as many before. */
const RANGE = { from: '2026-03-24', to: '2026-04-09' };
const BEFORE = { from: '2026-03-07', to: '2026-03-23' };
const BEGIN = Date.UTC(2026, 2, 1);
const LENGTH = 44 * DAY;
const WINDOW = 7 * DAY;

const callers: Caller[] = [];
async function newWorkspace(): Promise<Caller> {
  const caller = await createTestWorkspace();
  callers.push(caller);
  return caller;
}
afterAll(async () => {
  await Promise.all(callers.map(dropTestWorkspace));
  await Promise.all([closeRedis(), closeDatabase()]);
});

interface Row {
  campaign: number;
  customer: number;
  status: StoredStatus;
  sent: number;
  lag: number;
  unsubscribed: number | null;
}
const statuses: StoredStatus[] = ['DELIVERED', 'SENT', 'BOUNCED', 'DEAD', 'SKIPPED', 'QUEUED', 'CANCELLED'];
/** Anywhere in the time, and often just about midnight somewhere. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: LENGTH }),
  fc
    .tuple(
      fc.integer({ min: 1, max: 43 }),
      fc.constantFrom(-13, -12, -5.75, -1, 0, 3, 4, 5),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([day, hours, ms]) => day * DAY + hours * HOUR + ms),
);
const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  campaign: fc.integer({ min: 0, max: 3 }),
  customer: fc.integer({ min: 0, max: 7 }),
  status: fc.oneof(
    { arbitrary: fc.constant<StoredStatus>('DELIVERED'), weight: 4 },
    { arbitrary: fc.constantFrom(...statuses), weight: 3 },
  ),
  sent: moment,
  lag: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 3 * DAY })),
  unsubscribed: fc.option(moment, { freq: 4 }),
});
const orderArbitrary = fc.record({
  customer: fc.integer({ min: 0, max: 7 }),
  placed: moment,
  pence: fc.oneof(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: -50_000, max: -1 })),
});
type OrderChoice = { customer: number; placed: number; pence: number };

class Shop {
  private readonly campaigns = Array.from({ length: 4 }, () => new ObjectId());
  private readonly audiences = [new ObjectId(), new ObjectId()];
  private orders = 0;

  readonly caller: Caller;

  private constructor(caller: Caller) {
    this.caller = caller;
  }

  static async open(): Promise<Shop> {
    const shop = new Shop(await newWorkspace());
    await collection('campaigns').insertMany(
      shop.campaigns.map((_id, i) => ({
        _id,
        workspaceId: shop.id,
        name: `Campaign ${i}`,
        audienceId: shop.audiences[i % 2],
        vendorId: null,
        channel: 'EMAIL',
        template: { subject: 'News', body: 'Hello' },
        status: 'COMPLETED',
        scheduledAt: null,
        launchedAt: new Date(BEGIN),
        completedAt: new Date(BEGIN),
        failureReason: null,
        checkpoint: { lastCustomerId: null, batches: 1, done: true },
        epoch: 1,
        createdAt: new Date(BEGIN),
        updatedAt: new Date(BEGIN),
      })),
    );
    return shop;
  }

  get id(): ObjectId {
    return new ObjectId(this.caller.workspaceId);
  }

  async order({ customer, placed, pence }: OrderChoice): Promise<void> {
    this.orders += 1;
    await createOrder(this.caller, {
      orderId: `A${this.orders}`,
      customerEmail: `someone-${customer}@example.com`,
      orderAmount: pence / 100,
      orderDate: new Date(BEGIN + placed),
    });
  }

  async customers(): Promise<ObjectId[]> {
    const rows = await collection('customers').find({ workspaceId: this.id }).sort({ email: 1 }).toArray();
    return rows.map((row) => row._id);
  }

  /** Puts the row in place of the one the customer has of this campaign. */
  async write({ campaign, customer, status, sent, lag, unsubscribed }: Row): Promise<void> {
    const [campaignId, customerId] = [this.campaigns[campaign], (await this.customers())[customer]];
    if (!campaignId || !customerId) return;
    const at = new Date(BEGIN + sent);
    const wasSent = status === 'DELIVERED' || status === 'SENT' || status === 'BOUNCED';
    await collection('messages').updateOne(
      { workspaceId: this.id, campaignId, customerId },
      {
        $set: {
          status,
          queuedAt: at,
          sentAt: wasSent ? new Date(at.getTime() + 1) : null,
          deliveredAt: status === 'DELIVERED' ? new Date(at.getTime() + 1 + lag) : null,
          unsubscribedAt: wasSent && unsubscribed !== null ? new Date(BEGIN + unsubscribed) : null,
          batch: 0,
          to: null,
          attempts: 1,
          updatedAt: at,
        },
      },
      { upsert: true },
    );
    await noteLedgerChanged(campaignId.toHexString());
  }
}

/** The same figures counted the slow and plain way, from every row there is. */
async function naive(caller: Caller, timeZone: string, range: { from: string; to: string }) {
  const workspaceId = new ObjectId(caller.workspaceId);
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const isIn = (at: Date) => format.format(at) >= range.from && format.format(at) <= range.to;
  const rows = await collection<MessageDocument>('messages').find({ workspaceId }).toArray();
  const orders = await collection('orders').find({ workspaceId }).toArray();
  const went = rows.filter(
    (row) =>
      ['DELIVERED', 'SENT', 'BOUNCED', 'DEAD'].includes(row.status) && isIn(row.sentAt ?? row.queuedAt),
  );
  const count = (status: StoredStatus) => went.filter((row) => row.status === status).length;
  const placed = orders.filter((order) => isIn(order.placedAt));
  const earned = placed.filter((order) =>
    rows.some((row) => {
      if (!row.customerId.equals(order.customerId)) return false;
      const at = row.status === 'DELIVERED' ? row.deliveredAt : row.status === 'SENT' ? row.sentAt : null;
      return at && at <= order.placedAt && order.placedAt.getTime() - at.getTime() <= WINDOW;
    }),
  );
  const sum = (some: typeof orders) => ({
    revenue: some.reduce((total, { amount }) => total + Number(amount), 0) / 100,
    orders: some.filter(({ amount }) => Number(amount) >= 0).length,
  });
  return {
    delivered: count('DELIVERED'),
    noReceipt: count('SENT'),
    bounced: count('BOUNCED'),
    failed: count('DEAD'),
    unsubscribed: rows.filter((row) => row.unsubscribedAt && isIn(row.unsubscribedAt)).length,
    people: new Set(went.filter((r) => r.status === 'DELIVERED').map((r) => r.customerId.toHexString())).size,
    campaigns: new Set(went.map((row) => row.campaignId.toHexString())).size,
    ...sum(earned),
    shop: sum(placed),
  };
}

async function expectNaive(caller: Caller, timeZone: string): Promise<DashboardData> {
  const data = await getDashboard(caller, RANGE);
  const { from, to, ...before } = data.before;
  expect({ from, to }).toEqual(BEFORE);
  expect(data.figures).toEqual(await naive(caller, timeZone, RANGE));
  expect(before).toEqual(await naive(caller, timeZone, BEFORE));
  // What is drawn, and the audiences, are parts of the same whole.
  for (const parts of [data.points, data.audiences]) {
    const total = (of: 'delivered' | 'noReceipt' | 'bounced' | 'failed' | 'orders' | 'revenue') =>
      Math.round(parts.reduce((sum, part) => sum + part[of] * 100, 0)) / 100;
    for (const key of ['delivered', 'noReceipt', 'bounced', 'failed', 'orders', 'revenue'] as const)
      expect(total(key)).toBe(data.figures[key]);
  }
  return data;
}

describe('the dashboard', () => {
  it('says what a plain count of the rows says, whatever happened, in whatever zone, also after changes', async () => {
    const history = fc.record({
      zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
      orders: fc.array(orderArbitrary, { minLength: 8, maxLength: 16 }),
      rows: fc.array(rowArbitrary, { minLength: 6, maxLength: 20 }),
      later: fc.array(rowArbitrary, { minLength: 1, maxLength: 4 }),
      laterOrders: fc.array(orderArbitrary, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ zones: [zone, other], orders, rows, later, laterOrders }) => {
        const shop = await Shop.open();
        await updateWorkspace(shop.caller, { settings: { timeZone: zone } });
        for (const order of orders) await shop.order(order);
        for (const row of rows) await shop.write(row);
        await expectNaive(shop.caller, zone);
        for (const row of later) {
          await shop.write(row);
          await expectNaive(shop.caller, zone);
        }
        for (const order of laterOrders) {
          await shop.order(order);
          await expectNaive(shop.caller, zone);
        }
        const [gone] = await shop.customers();
        if (gone) await deleteCustomer(shop.caller, { id: gone.toHexString() });
        await expectNaive(shop.caller, zone);
        await updateWorkspace(shop.caller, { settings: { timeZone: other } });
        await expectNaive(shop.caller, other);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  describe('of one campaign about a midnight', () => {
    let shop: Shop;
    beforeAll(async () => {
      shop = await Shop.open();
      await updateWorkspace(shop.caller, { settings: { timeZone: 'Europe/London' } });
      // 23:59:59.999 on the 28th and 00:00 on the 29th, the day London's clocks go forward; then the last of its 23 hours.
      const midnight = Date.UTC(2026, 2, 29) - BEGIN;
      for (const [customer, placed] of [
        midnight - 1,
        midnight,
        midnight + 23 * HOUR - 1,
        midnight + 23 * HOUR,
      ].entries())
        await shop.order({ customer, placed, pence: 100 * (customer + 1) });
      for (const customer of [0, 1, 2, 3])
        await shop.write({
          campaign: 0,
          customer,
          status: 'DELIVERED',
          sent: midnight - HOUR,
          lag: 0,
          unsubscribed: null,
        });
    });

    it('puts each order on its own day', async () => {
      const { points, timeZone } = await getDashboard(shop.caller, RANGE);
      expect(timeZone).toBe('Europe/London');
      const revenue = Object.fromEntries(points.map((point) => [point.day, point.revenue]));
      expect(revenue).toMatchObject({ '2026-03-28': 1, '2026-03-29': 2 + 3, '2026-03-30': 4 });
      expect(points).toHaveLength(17);
    });

    it('draws a long time by weeks from Monday, and loses none of its days', async () => {
      const { points, figures } = await getDashboard(shop.caller, { from: '2026-01-01', to: '2026-04-09' });
      expect(points[0]).toMatchObject({ day: '2026-01-01', days: 4 });
      expect(points[1]).toMatchObject({ day: '2026-01-05', days: 7 });
      expect(points.at(-1)).toMatchObject({ day: '2026-04-06', days: 4 });
      expect(points.reduce((sum, { days }) => sum + days, 0)).toBe(99);
      expect(points.reduce((sum, point) => sum + sentOf(point), 0)).toBe(sentOf(figures));
    });

    it('knows of campaigns launched after the days asked for', async () => {
      const { figures, any } = await getDashboard(shop.caller, { from: '2020-01-01', to: '2020-01-05' });
      expect([sentOf(figures), any]).toEqual([0, true]);
    });

    it('is not another workspace’s, and needs both permissions of a key', async () => {
      const stranger = await newWorkspace();
      const { figures, any, audiences } = await getDashboard(stranger, RANGE);
      expect([figures.delivered, figures.revenue, figures.shop.orders, any, audiences]).toEqual([
        0,
        0,
        0,
        false,
        [],
      ]);
      for (const scope of ['campaigns:read', 'orders:read'] as const)
        await expect(getDashboard({ ...shop.caller, scopes: [scope] }, RANGE)).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
    });
  });

  it('ends today at the latest, and takes no nonsense for a period', async () => {
    const caller = await newWorkspace();
    const { to, from } = await getDashboard(caller, { period: '7d' });
    expect(to).toBe(new Date().toISOString().slice(0, 10));
    expect(Date.parse(to) - Date.parse(from)).toBe(6 * DAY);
    const tomorrow = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10);
    await expect(getDashboard(caller, { from, to: tomorrow })).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'to' }],
    });
    const refused = (input: unknown) => dashboardInput.safeParse(input).error?.issues[0]?.path[0];
    expect(refused({ from: '2026-03-02' })).toBe('to');
    expect(refused({ from: '2026-03-02', to: '2026-03-01' })).toBe('to');
    expect(refused({ from: '2023-03-02', to: '2026-03-01' })).toBe('from');
    expect(refused({ from: '2026-02-30', to: '2026-03-01' })).toBe('from');
    expect(refused({ period: '7d', from: '2026-03-01', to: '2026-03-02' })).toBe('from');
    expect(refused({ period: '8d' })).toBe('period');
    expect(refused({})).toBeUndefined();
  });
});
