import type { ObjectId } from 'mongodb';
import { decodeText } from './csv/encoding.ts';
import * as files from './import-files.repository.ts';
import { findReaders } from './imports.repository.ts';

/** No name, number or address that is looked for is longer. */
const OVERLAP_CHARS = 1_000;

/**
 * Deletes the workspace's uploaded files whose text answers `holds` with true. A file that an import reads right now is
 * left to it: it goes with the import's end.
 */
export async function deleteFilesHolding(
  workspaceId: ObjectId,
  holds: (text: string) => boolean,
): Promise<void> {
  for (const fileId of await files.findFileIds(workspaceId)) {
    const readers = await findReaders(workspaceId, fileId);
    if (readers.some(({ status }) => status === 'QUEUED' || status === 'RUNNING')) continue;
    if (await isHeld(fileId, readers[0]?.encoding ?? 'utf-8', holds)) await files.deleteFile(fileId);
  }
}

async function isHeld(
  fileId: ObjectId,
  encoding: Parameters<typeof decodeText>[1],
  holds: (text: string) => boolean,
): Promise<boolean> {
  let before = '';
  try {
    for await (const text of decodeText(files.openFile(fileId), encoding)) {
      if (holds(before + text)) return true;
      before = (before + text).slice(-OVERLAP_CHARS);
    }
  } catch (error) {
    // Deleted meanwhile.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  return false;
}
