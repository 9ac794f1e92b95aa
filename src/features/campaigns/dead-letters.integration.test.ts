import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { discardDeadLetters, listDeadLetters } from './dead-letters.service.ts';
import { findBatchToSend, insertQueued, markDead } from './messages.repository.ts';

const REFUSED = 'Refused by the carrier';
const BUSY = 'The vendor is busy';

let caller: Caller;
let stranger: Caller;
const campaignId = new ObjectId();
beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const workspaceId = new ObjectId(caller.workspaceId);
  const recipients = Array.from({ length: 7 }, (_, i) => ({
    customerId: new ObjectId(),
    to: `customer-${i}@example.com`,
  }));
  await insertQueued(workspaceId, campaignId, 0, recipients);
  const rows = await findBatchToSend(workspaceId, campaignId, 0);
  await markDead(
    rows.map((message, i) => ({
      message: { ...message, attempts: 1 },
      reason: i < 5 ? REFUSED : BUSY,
      payload: { to: message.to },
    })),
  );
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeDatabase();
});

const open = { status: 'OPEN', limit: 50 } as const;

describe('dead letters', () => {
  it('are grouped by campaign and cause, and listed by cause in pages', async () => {
    const { groups } = await listDeadLetters(caller, open);
    expect(groups).toMatchObject([
      { campaignId: campaignId.toHexString(), reason: REFUSED, count: 5 },
      { campaignId: campaignId.toHexString(), reason: BUSY, count: 2 },
    ]);
    const first = await listDeadLetters(caller, { ...open, reason: REFUSED, limit: 3 });
    const second = await listDeadLetters(caller, {
      ...open,
      reason: REFUSED,
      limit: 3,
      cursor: first.nextCursor ?? undefined,
    });
    const items = [...first.items, ...second.items];
    expect(new Set(items.map((item) => item.id)).size).toBe(5);
    expect(items.every((item) => item.reason === REFUSED && item.resolvedAt === null)).toBe(true);
    expect(second.nextCursor).toBeNull();
  });

  it('of another workspace are neither seen nor touched', async () => {
    expect(await listDeadLetters(stranger, open)).toEqual({ items: [], groups: [], nextCursor: null });
    const group = { campaignId: campaignId.toHexString(), reason: REFUSED };
    expect(await discardDeadLetters(stranger, group)).toEqual({ discarded: 0 });
    expect((await listDeadLetters(caller, open)).items).toHaveLength(7);
  });

  it('are discarded as a group with a note, once', async () => {
    const group = { campaignId: campaignId.toHexString(), reason: BUSY, note: 'Known outage' };
    expect(await discardDeadLetters(caller, group)).toEqual({ discarded: 2 });
    expect(await discardDeadLetters(caller, group)).toEqual({ discarded: 0 });
    const discarded = await listDeadLetters(caller, { ...open, status: 'DISCARDED' });
    expect(discarded.items.map((item) => item.note)).toEqual(['Known outage', 'Known outage']);
    expect(discarded.items.every((item) => item.resolvedAt !== null)).toBe(true);
    expect(discarded.groups).toMatchObject([{ reason: REFUSED, count: 5 }]);
  });

  it('are for those who may decide', async () => {
    const viewer: Caller = { ...caller, role: 'VIEWER' };
    await expect(
      discardDeadLetters(viewer, { campaignId: campaignId.toHexString(), reason: REFUSED }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
