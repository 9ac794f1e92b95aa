import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import { withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { log } from '../../server/log.ts';
import { endConnections } from '../../server/open-connections.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { tenantCollections } from '../../server/tenant-collections.ts';
import { stopCampaignsOf } from '../campaigns/stop-campaigns.ts';
import { deleteImportFilesOf, stopImportsOf } from '../imports/stop-imports.ts';
import { type Confirmation, confirmOwner } from './confirm-owner.ts';
import { listMembers } from './members.repository.ts';
import * as repository from './purge.repository.ts';
import { purgeWorkspaceJob } from './workspaces.jobs.ts';
import { findWorkspace } from './workspaces.service.ts';

/** Rows deleted at once: some milliseconds, so that other work is not kept waiting. */
const PAGE = 1_000;
/** Work that was under way when the workspace was deleted may write a little more; it has ended by then. */
const SETTLED_AFTER_MS = 120_000;
const LOOK_AGAIN_MS = 30_000;

/**
 * Deletes the caller's workspace. From this moment nobody gets in, neither people nor keys, whatever was planned or under
 * way is cancelled, and a job takes the rows away.
 * @throws AppError VALIDATION for another name than the workspace's, or a wrong password; FORBIDDEN for anybody but an owner
 */
export async function deleteWorkspace(
  caller: Caller,
  confirmation: Confirmation,
  client?: Client,
): Promise<{ id: string }> {
  requirePermission(caller, 'workspace:own');
  const workspace = await findWorkspace(caller.workspaceId);
  await confirmOwner(caller, confirmation, workspace.name, client);
  const workspaceId = new ObjectId(workspace.id);
  const members = await listMembers(workspaceId);
  const cancelled = await withTransaction(async (session) => {
    if (!(await repository.shutWorkspace(workspaceId, new Date(), session)))
      throw new AppError('NOT_FOUND', 'This workspace is deleted already.');
    await stopImportsOf(workspaceId, session);
    return stopCampaignsOf(workspaceId, session);
  });
  noteChange({
    targetId: workspace.id,
    targetName: workspace.name,
    before: { campaignsCancelled: cancelled },
  });
  log().warn({ actor: caller.actor, workspaceId: workspace.id, cancelled }, 'A workspace was deleted');
  await enqueue(purgeWorkspaceJob, { workspaceId: workspace.id });
  await Promise.all(members.map(({ userId }) => endConnections({ actor: `user:${userId.toHexString()}` })));
  return { id: workspace.id };
}

/**
 * Takes away every row and file of a deleted workspace, page by page, in every collection the data model knows. Broken
 * off, it goes on with what is left. The workspace's own row goes last, when nothing has come after for a while.
 * @returns null when all is gone; else in how many milliseconds to look again
 */
export async function purgeWorkspace(
  { workspaceId: id }: { workspaceId: string },
  { signal, now = new Date() }: { signal: AbortSignal; now?: Date },
): Promise<number | null> {
  const workspaceId = new ObjectId(id);
  const deletedAt = await repository.findDeletedAt(workspaceId);
  if (!deletedAt) return null;
  await repository.leaveFromSessions(workspaceId);
  for (const name of tenantCollections.filter((one) => one !== 'sessions')) {
    let deleted: number;
    do {
      if (signal.aborted) return 0;
      deleted = await repository.deleteSomeRows(name, workspaceId, PAGE);
    } while (deleted > 0);
  }
  await deleteImportFilesOf(workspaceId);
  if (now.getTime() - deletedAt.getTime() < SETTLED_AFTER_MS) return LOOK_AGAIN_MS;
  await repository.deleteWorkspaceRow(workspaceId);
  log().info({ workspaceId: id }, 'Everything of a deleted workspace is gone');
  return null;
}

/** Gives workspaces whose purge lost its job a new one. Harmless while one is at work. */
export async function restartLostPurges(): Promise<void> {
  for (const workspaceId of await repository.findShutIds()) await enqueue(purgeWorkspaceJob, { workspaceId });
}
