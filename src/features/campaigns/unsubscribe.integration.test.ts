import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { findSuppressed } from '../suppressions/suppressions.service.ts';
import { findBatchToSend, insertQueued } from './messages.repository.ts';
import { getMessage, readUnsubscribeLink, unsubscribe } from './messages.service.ts';
import { readUnsubscribeToken, unsubscribeToken } from './recipients.ts';

let caller: Caller;
let stranger: Caller;
beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await closeDatabase();
});

/** The link in a message to `to`. */
async function tokenFor(to: string | null): Promise<string> {
  const [workspaceId, campaignId] = [new ObjectId(caller.workspaceId), new ObjectId()];
  await insertQueued(workspaceId, campaignId, 0, [{ customerId: new ObjectId(), to }]);
  const [row] = await findBatchToSend(workspaceId, campaignId, 0);
  return unsubscribeToken(row?._id.toHexString() ?? '');
}

describe('an unsubscribe link', () => {
  it('changes nothing when it is read, and once confirmed keeps its address, there alone, from being written to', async () => {
    const token = await tokenFor('Reader@example.com');
    const link = { address: 'Reader@example.com', sender: 'Sample workspace' };
    expect(await readUnsubscribeLink(token)).toEqual({ ...link, unsubscribed: false });
    expect(await readUnsubscribeLink(token)).toEqual({ ...link, unsubscribed: false });

    await unsubscribe(token);
    await unsubscribe(token);
    expect(await readUnsubscribeLink(token)).toEqual({ ...link, unsubscribed: true });
    const addresses = ['reader@example.com', 'other@example.com'];
    expect([...(await findSuppressed(caller.workspaceId, addresses))]).toEqual([
      ['reader@example.com', 'UNSUBSCRIBED'],
    ]);
    expect((await findSuppressed(stranger.workspaceId, addresses)).size).toBe(0);
    const { unsubscribedAt } = await getMessage(caller, readUnsubscribeToken(token) ?? '');
    expect(unsubscribedAt).toBeInstanceOf(Date);
  });

  it.each([
    ['of a preview', async () => 'preview'],
    ['that is empty', async () => ''],
    ['cut off on its way', async () => (await tokenFor('cut@example.com')).slice(0, -1)],
    [
      'with another message’s id',
      async () => new ObjectId().toHexString() + (await tokenFor('swap@example.com')).slice(24),
    ],
    ['of a message that does not exist', async () => unsubscribeToken(new ObjectId().toHexString())],
    ['of a message without an address', () => tokenFor(null)],
  ])('%s is refused', async (_, make) => {
    const token = await make();
    await expect(readUnsubscribeLink(token)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unsubscribe(token)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
