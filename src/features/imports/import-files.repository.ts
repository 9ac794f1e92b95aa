import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientSession, GridFSBucket, ObjectId } from 'mongodb';
import { collection, database } from '../../server/db.ts';
import { imports } from './imports.repository.ts';

/** The uploaded files, each until its import is over. */

interface FileDocument {
  _id: ObjectId;
  uploadDate: Date;
  metadata: {
    workspaceId: ObjectId;
    /** The import a checked file was started as. */
    importId?: ObjectId;
  };
}

const BUCKET = 'importFiles';
const bucket = () => new GridFSBucket(database(), { bucketName: BUCKET, chunkSizeBytes: 131_072 });
const files = () => collection<FileDocument>(`${BUCKET}.files`);

/** Stores a file as its bytes arrive; nothing of it stays when they break off. */
export async function storeFile(
  workspaceId: ObjectId,
  fileName: string,
  bytes: AsyncIterable<Buffer>,
): Promise<{ fileId: ObjectId; sizeBytes: number }> {
  const upload = bucket().openUploadStream(fileName, { metadata: { workspaceId } });
  try {
    await pipeline(bytes, upload);
  } catch (error) {
    await upload.abort().catch(() => undefined);
    throw error;
  }
  return { fileId: upload.id, sizeBytes: upload.length };
}

/** The file's bytes, or the first `bytes` of them. The stream fails with code ENOENT when there is no such file. */
export const openFile = (fileId: ObjectId, bytes?: number): Readable =>
  bucket().openDownloadStream(fileId, bytes === undefined ? {} : { start: 0, end: bytes });

/** Deletes the uploaded file; it may be gone already. */
export const deleteFile = (fileId: ObjectId): Promise<void> =>
  bucket()
    .delete(fileId)
    .catch(() => undefined);

export const fileExists = async (workspaceId: ObjectId, fileId: ObjectId): Promise<boolean> =>
  (await files().countDocuments({ _id: fileId, 'metadata.workspaceId': workspaceId }, { limit: 1 })) === 1;

/** The workspace's files that are still there: a few at most, for each goes with its import. */
export const findFileIds = async (workspaceId: ObjectId): Promise<ObjectId[]> =>
  (
    await files()
      .find({ 'metadata.workspaceId': workspaceId }, { projection: { _id: 1 } })
      .toArray()
  ).map((file) => file._id);

/** Notes the import a checked file is started as; false when it was started already or is gone. */
export async function claimFile(
  workspaceId: ObjectId,
  fileId: ObjectId,
  importId: ObjectId,
  session: ClientSession,
): Promise<boolean> {
  const claimed = await files().updateOne(
    { _id: fileId, 'metadata.workspaceId': workspaceId, 'metadata.importId': { $exists: false } },
    { $set: { 'metadata.importId': importId } },
    { session },
  );
  return claimed.modifiedCount === 1;
}

/**
 * Files stored before `before` that no import reads, or checked since: of checks nobody started, or of a process that died
 * between storing a file and making its import.
 */
export async function findUnusedFiles(before: Date): Promise<ObjectId[]> {
  const old = await files()
    .find({ uploadDate: { $lt: before } })
    .limit(100)
    .toArray();
  const unused = await Promise.all(
    old.map(async ({ _id, metadata: { workspaceId } }) => {
      const reader = await imports().findOne({
        workspaceId,
        fileId: _id,
        $or: [{ status: { $in: ['QUEUED', 'RUNNING'] } }, { dryRun: true, updatedAt: { $gte: before } }],
      });
      return reader ? [] : [_id];
    }),
  );
  return unused.flat();
}

/** Files deleted at once, each with thousands of pieces. */
const FILES_AT_ONCE = 20;

/** Deletes a workspace's files: the pieces before what names them, so that nothing is left when it is broken off. */
export async function deleteFilesOf(workspaceId: ObjectId): Promise<number> {
  let deleted = 0;
  for (;;) {
    const found = await files()
      .find({ 'metadata.workspaceId': workspaceId }, { projection: { _id: 1 }, limit: FILES_AT_ONCE })
      .toArray();
    if (found.length === 0) return deleted;
    const ids = found.map(({ _id }) => _id);
    await collection(`${BUCKET}.chunks`).deleteMany({ files_id: { $in: ids } });
    await files().deleteMany({ _id: { $in: ids } });
    deleted += ids.length;
  }
}

const chunks = () => collection<{ _id: ObjectId; files_id: ObjectId; n: number }>(`${BUCKET}.chunks`);

/**
 * Deletes pieces of files that were never finished: a file itself is written with its last piece, so what a killed
 * process had of one by then has no file. Those begun after `before` may still be coming.
 */
export async function deleteLonePieces(before: Date): Promise<void> {
  const newest = ObjectId.createFromTime(Math.floor(before.getTime() / 1_000));
  for (let last: ObjectId | null = null; ; ) {
    // From file to file by the index, however many pieces each has.
    const piece: { files_id: ObjectId } | null = await chunks().findOne(
      { files_id: { $lt: newest, ...(last ? { $gt: last } : {}) } },
      { projection: { files_id: 1 }, sort: { files_id: 1, n: 1 } },
    );
    if (!piece) return;
    last = piece.files_id;
    if ((await files().countDocuments({ _id: last }, { limit: 1 })) === 0)
      await chunks().deleteMany({ files_id: last });
  }
}
