import { ObjectId } from 'mongodb';
import { mongoClient } from '../../server/db.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { type CampaignDocument, transition } from './campaigns.repository.ts';
import type { CampaignStatus } from './campaigns.schema.ts';
import { campaignNames } from './campaigns.service.ts';
import * as repository from './dead-letters.repository.ts';
import type { DeadLetter, SelectDeadLetters } from './dead-letters.schema.ts';
import { publishSnapshot } from './engine/progress.ts';
import { enqueueRemaining } from './engine/remaining-jobs.ts';

interface ListInput {
  status: DeadLetter['status'];
  campaignId?: string | undefined;
  reason?: string | undefined;
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
      {
        status: input.status,
        ...(campaignId ? { campaignId } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      },
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
      resolvedAt: row.resolvedAt ?? null,
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

/** Campaigns whose dead letters may be sent again. A paused one stays paused: they go out when it is resumed. */
const REOPENED: readonly CampaignStatus[] = ['PREPARING', 'SENDING', 'COMPLETED', 'COMPLETED_WITH_FAILURES'];

/**
 * Sends them once more, with a fresh round of tries; a completed campaign goes back to SENDING until they are done.
 * Letters of a cancelled campaign stay as they are.
 */
export async function retryDeadLetters(
  caller: Caller,
  input: SelectDeadLetters,
): Promise<{ retried: number }> {
  requirePermission(caller, 'dead-letters:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letters = await repository.findSelected(workspaceId, selectionOf(input));
  let retried = 0;
  for (const group of Map.groupBy(letters, (l) => l.campaignId.toHexString()).values()) {
    const [first] = group;
    if (!first) continue;
    const result = await reopen(workspaceId, first.campaignId, group);
    if (!result) continue;
    retried += result.queued;
    if (result.campaign.status !== 'PAUSED') await enqueueRemaining(result.campaign);
    await publishSnapshot(caller.workspaceId, result.campaign._id.toHexString());
  }
  return { retried };
}

/** The messages queued and their campaign at work, both or neither: a campaign is never over with a row still to send. */
function reopen(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  letters: readonly repository.DeadLetterDocument[],
): Promise<{ campaign: CampaignDocument; queued: number } | null> {
  return mongoClient().withSession((session) =>
    session.withTransaction(async () => {
      const options = { nextEpoch: true, session };
      const campaign =
        (await transition(
          workspaceId,
          campaignId,
          REOPENED,
          { status: 'SENDING', completedAt: null },
          options,
        )) ?? (await transition(workspaceId, campaignId, ['PAUSED'], {}, options));
      if (!campaign) return null;
      return { campaign, queued: await repository.requeueDead(workspaceId, letters, session) };
    }),
  );
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
