import type { ClientSession, ObjectId } from 'mongodb';
import { deleteFilesOf } from './import-files.repository.ts';
import { cancelAll } from './imports.repository.ts';

/** Stops a workspace's imports between two batches, as part of its deletion. */
export const stopImportsOf = (workspaceId: ObjectId, session: ClientSession): Promise<void> =>
  cancelAll(workspaceId, session);

/** Deletes a workspace's uploaded files. Broken off, it goes on when it is called again. @returns how many there were */
export const deleteImportFilesOf = (workspaceId: ObjectId): Promise<number> => deleteFilesOf(workspaceId);
