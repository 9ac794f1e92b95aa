import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { countChanges } from './import-changes.repository.ts';
import { importUndoJob } from './imports.jobs.ts';
import * as repository from './imports.repository.ts';
import type { Import, UndoCounts } from './imports.schema.ts';
import { findOwn, importTopic, toImport } from './imports.service.ts';

export const NOTHING_UNDONE: UndoCounts = {
  removed: 0,
  restored: 0,
  keptChanged: 0,
  keptOrders: 0,
  keptMessages: 0,
  gone: 0,
  customersRemoved: 0,
};

/**
 * Begins to take an import back: docs/decisions/0014 says by which rules. Resolves as soon as that is durable.
 * @throws AppError CONFLICT while the import runs, when it brought nothing in, or was undone already
 */
export async function undoImport(caller: Caller, id: string): Promise<Import> {
  requirePermission(caller, 'imports:write');
  const row = await findOwn(caller, id);
  if (row.dryRun) throw new AppError('CONFLICT', 'This was only a check: it wrote nothing to undo.');
  if (row.status === 'QUEUED' || row.status === 'RUNNING')
    throw new AppError('CONFLICT', 'The import is still running. Cancel it first, then undo it.');
  const again = row.undo?.status === 'FAILED' ? row.undo : null;
  if (row.undo?.status === 'EXPIRED')
    throw new AppError(
      'CONFLICT',
      'This import can no longer be undone: what it changed was kept for as long as the workspace’s settings say.',
    );
  if (row.undo && !again)
    throw new AppError(
      'CONFLICT',
      row.undo.status === 'DONE' ? 'This import is undone already.' : 'This import is being undone already.',
    );
  const batches = await countChanges(row.workspaceId, row._id);
  if (batches === 0 && !again) throw new AppError('CONFLICT', nothingToUndo(row));
  const begun = await repository.beginUndo(row.workspaceId, row._id, {
    status: 'QUEUED',
    counts: again?.counts ?? NOTHING_UNDONE,
    batches: batches + (again?.done ?? 0),
    done: again?.done ?? 0,
    error: null,
    startedAt: new Date(),
    finishedAt: null,
  });
  if (!begun) throw new AppError('CONFLICT', 'This import is being undone already.');
  await enqueue(importUndoJob, { workspaceId: caller.workspaceId, importId: id });
  noteChange({ targetId: id, targetName: row.fileName, before: { ...row.counts } });
  await publish(importTopic(id), toImport(begun));
  return toImport(begun);
}

const nothingToUndo = ({ counts }: repository.ImportDocument): string =>
  counts.inserted + counts.updated > 0
    ? 'This import cannot be undone: it ran before NexusFlow kept what an import changed.'
    : 'This import changed nothing, so there is nothing to undo.';

/** Ends an undo that cannot go on; it may be begun again and goes on where it stopped. */
export async function abandonUndo(workspaceId: string, importId: string): Promise<void> {
  const row = await repository.findImport(new ObjectId(workspaceId), new ObjectId(importId));
  if (!row?.undo) return;
  const failed = await repository.changeUndo(row.workspaceId, row._id, {
    ...row.undo,
    status: 'FAILED',
    error: 'The undo broke off again and again. What is undone stays undone; try the rest again later.',
    finishedAt: new Date(),
  });
  if (failed) await publish(importTopic(importId), toImport(failed));
}
