import { ObjectId } from 'mongodb';
import { withLease } from '../../../server/lease.ts';
import { enqueueAll } from '../../../server/queue.ts';
import { redis } from '../../../server/redis.ts';
import { forgetAddresses } from '../../campaigns/forget-addresses.service.ts';
import {
  forgetBadRows,
  forgetImportChanges,
  sweepLonePieces,
} from '../../imports/import-retention.service.ts';
import { findWorkspace, workspaceIdsInPages } from '../../workspaces/workspaces.service.ts';
import { workspaceRetentionJob } from '../privacy.jobs.ts';
import { deleteSomeEvents } from './retention.repository.ts';

const DAY_MS = 86_400_000;

/** Gives each workspace its turn to delete what it need not keep any longer. */
export async function startRetention(): Promise<void> {
  await sweepLonePieces();
  for await (const workspaceIds of workspaceIdsInPages())
    await enqueueAll(
      workspaceRetentionJob,
      workspaceIds.map((workspaceId) => ({ workspaceId })),
    );
}

/**
 * Deletes what the workspace's settings say is kept no longer, page by page. Nothing due costs a few queries; a run that
 * is broken off is made good by the next.
 * @throws the signal's reason when it aborts on the way
 */
export async function applyRetention(
  { workspaceId: id }: { workspaceId: string },
  signal: AbortSignal,
  now = new Date(),
): Promise<void> {
  const { retention } = (await findWorkspace(id)).settings;
  const workspaceId = new ObjectId(id);
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await withLease(`retention-${id}`, async () => {
    await forgetBadRows(workspaceId, before(retention.importRowDays), signal);
    await forgetImportChanges(workspaceId, before(retention.undoDays), signal);
    while (await deleteSomeEvents(workspaceId, before(retention.auditDays))) signal.throwIfAborted();
    if (retention.addressDays !== null)
      await forgetAddresses(workspaceId, before(retention.addressDays), progressOf(id), signal);
  });
}

/**
 * Up to which end of a campaign addresses are gone. In Redis, for it saves work and no more: without it all campaigns are
 * gone through once again.
 */
const progressOf = (workspaceId: string) => {
  const key = `nexusflow:addresses-gone:${workspaceId}`;
  return {
    read: async (): Promise<Date> => new Date(Number((await redis().get(key)) ?? 0)),
    write: async (upTo: Date): Promise<void> => {
      await redis().set(key, upTo.getTime());
    },
  };
};
