import { ObjectId } from 'mongodb';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { findCampaign, transition } from './campaigns.repository.ts';
import { campaignNames } from './campaigns.service.ts';
import * as repository from './dead-letters.repository.ts';
import type { DeadLetter, SelectDeadLetters } from './dead-letters.schema.ts';
import { publishSnapshot } from './engine/progress.ts';
import { enqueueRemaining } from './engine/sweep.ts';

interface ListInput {
  status: DeadLetter['status'];
  campaignId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Messages that failed for good, newest first, and the open ones grouped by campaign and cause. */
export async function listDeadLetters(caller: Caller, input: ListInput) {
  requirePermission(caller, 'dead-letters:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const campaignId = input.campaignId ? new ObjectId(input.campaignId) : undefined;
  const [rows, groups] = await Promise.all([
    repository.listDeadLetters(
      workspaceId,
      { status: input.status, ...(campaignId ? { campaignId } : {}) },
      { limit: input.limit + 1, ...(input.cursor ? { after: new ObjectId(input.cursor) } : {}) },
    ),
    repository.groupOpen(workspaceId, campaignId),
  ]);
  const ids = [...rows, ...groups].map((r) => r.campaignId.toHexString());
  const names = await campaignNames(caller.workspaceId, ids);
  const nameOf = (id: ObjectId) => names.get(id.toHexString())?.name ?? 'Deleted campaign';
  const items = rows.slice(0, input.limit).map(
    (row): DeadLetter => ({
      id: row._id.toHexString(),
      campaignId: row.campaignId.toHexString(),
      campaignName: nameOf(row.campaignId),
      messageId: row.messageId.toHexString(),
      customerId: row.customerId.toHexString(),
      status: row.status,
      reason: row.reason,
      to: row.payload.to,
      attempts: row.attempts,
      note: row.note,
      createdAt: row.createdAt,
    }),
  );
  return {
    items,
    groups: groups.map((g) => ({
      campaignId: g.campaignId.toHexString(),
      campaignName: nameOf(g.campaignId),
      reason: g.reason,
      count: g.count,
    })),
    nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null,
  };
}

/** Sends them once more, with a fresh round of tries; a completed campaign goes back to SENDING until they are done. */
export async function retryDeadLetters(
  caller: Caller,
  input: SelectDeadLetters,
): Promise<{ retried: number }> {
  requirePermission(caller, 'dead-letters:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letters = await repository.findSelected(workspaceId, selectionOf(input));
  let retried = 0;
  for (const group of Map.groupBy(letters, (l) => l.campaignId.toHexString()).values()) {
    const campaignId = group[0]?.campaignId;
    const campaign = campaignId ? await findCampaign(workspaceId, campaignId) : null;
    if (!campaign || campaign.status === 'CANCELLED') continue;
    retried += await repository.requeueDead(workspaceId, group);
    const reopened = await transition(
      workspaceId,
      campaign._id,
      ['COMPLETED', 'COMPLETED_WITH_FAILURES', 'SENDING'],
      { status: 'SENDING', completedAt: null },
      { nextEpoch: true },
    );
    if (reopened) await enqueueRemaining(reopened);
    await publishSnapshot(caller.workspaceId, campaign._id.toHexString());
  }
  return { retried };
}

/** Gives them up; the letter and its note stay. */
export async function discardDeadLetters(
  caller: Caller,
  input: SelectDeadLetters,
): Promise<{ discarded: number }> {
  requirePermission(caller, 'dead-letters:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letters = await repository.findSelected(workspaceId, selectionOf(input));
  return {
    discarded: await repository.discard(
      workspaceId,
      letters.map((l) => l._id),
      input.note || null,
    ),
  };
}

function selectionOf({ ids, campaignId, reason }: SelectDeadLetters): repository.DeadLetterSelection {
  return ids
    ? { ids: ids.map((id) => new ObjectId(id)) }
    : { campaignId: new ObjectId(campaignId), reason: reason ?? '' };
}
