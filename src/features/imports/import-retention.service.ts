import type { ObjectId } from 'mongodb';
import * as changes from './import-changes.repository.ts';
import { deleteLonePieces } from './import-files.repository.ts';
import * as repository from './imports.repository.ts';
import { NOTHING_UNDONE } from './undo-import.service.ts';

/** A file takes no longer to come. */
const UPLOAD_MS = 86_400_000;

/** Deletes rows that could not be read before a moment; they are in the file of bad rows no more. */
export async function forgetBadRows(workspaceId: ObjectId, before: Date, signal: AbortSignal): Promise<void> {
  while (await repository.deleteSomeRowErrors(workspaceId, before)) signal.throwIfAborted();
}

/** Deletes what imports changed that were over before a moment: they say so, and cannot be undone any more. */
export async function forgetImportChanges(
  workspaceId: ObjectId,
  before: Date,
  signal: AbortSignal,
): Promise<void> {
  for (const importId of await changes.importsChangedBefore(workspaceId, before)) {
    const row = await repository.findImport(workspaceId, importId);
    const now = new Date();
    const expired = {
      counts: row?.undo?.counts ?? NOTHING_UNDONE,
      batches: row?.undo?.batches ?? 0,
      done: row?.undo?.done ?? 0,
      startedAt: row?.undo?.startedAt ?? now,
      status: 'EXPIRED' as const,
      error: null,
      finishedAt: now,
    };
    // First the word, so that nobody begins to take back what is going.
    if (row && !(await repository.expireUndo(workspaceId, importId, before, expired))) continue;
    while (await changes.deleteSomeChanges(workspaceId, importId)) signal.throwIfAborted();
  }
}

/** Deletes what is left of uploads whose process died on the way. */
export const sweepLonePieces = (now = new Date()): Promise<void> =>
  deleteLonePieces(new Date(now.getTime() - UPLOAD_MS));
