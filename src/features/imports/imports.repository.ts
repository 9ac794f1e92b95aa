import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientSession, GridFSBucket, Long, ObjectId } from 'mongodb';
import { collection, database } from '../../server/db.ts';
import type { Encoding } from './csv/encoding.ts';
import type { ImportCounts, ImportKind, ImportStatus } from './imports.schema.ts';

export interface ImportDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  fileId: ObjectId;
  sizeBytes: Long;
  bytesRead: Long;
  encoding: Encoding;
  header: string[];
  /** Records of the file whose outcome is in the database: where a new run goes on. */
  rowsRead: number;
  counts: ImportCounts;
  error: string | null;
  createdById: ObjectId | null;
  createdAt: Date;
  updatedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

interface RowErrorDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  importId: ObjectId;
  row: number;
  cells: string[];
  error: string;
}
export type RowError = Pick<RowErrorDocument, 'row' | 'cells' | 'error'>;

const imports = () => collection<ImportDocument>('imports');
const rowErrors = () => collection<RowErrorDocument>('importRowErrors');
const files = () => new GridFSBucket(database(), { bucketName: 'importFiles', chunkSizeBytes: 131_072 });

/** Stores a file as its bytes arrive; nothing of it stays when they break off. */
export async function storeFile(
  workspaceId: ObjectId,
  fileName: string,
  bytes: AsyncIterable<Buffer>,
): Promise<{ fileId: ObjectId; sizeBytes: number }> {
  const upload = files().openUploadStream(fileName, { metadata: { workspaceId } });
  try {
    await pipeline(bytes, upload);
  } catch (error) {
    await upload.abort().catch(() => undefined);
    throw error;
  }
  return { fileId: upload.id, sizeBytes: upload.length };
}

export const openFile = (fileId: ObjectId): Readable => files().openDownloadStream(fileId);

/** Deletes the uploaded file; it may be gone already. */
export const deleteFile = (fileId: ObjectId): Promise<void> =>
  files()
    .delete(fileId)
    .catch(() => undefined);

export async function insertImport(row: ImportDocument): Promise<void> {
  await imports().insertOne(row);
}

export const findImport = (workspaceId: ObjectId, id: ObjectId): Promise<ImportDocument | null> =>
  imports().findOne({ _id: id, workspaceId });

export const listImports = (
  workspaceId: ObjectId,
  page: { limit: number; after?: ObjectId },
): Promise<ImportDocument[]> =>
  imports()
    .find({ workspaceId, ...(page.after ? { _id: { $lt: page.after } } : {}) })
    .sort({ _id: -1 })
    .limit(page.limit)
    .toArray();

/** Imports of every workspace that are not finished and that nobody has touched since: their job is lost. */
export const findLostImports = (touchedBefore: Date): Promise<ImportDocument[]> =>
  imports()
    .find({ status: { $in: ['QUEUED', 'RUNNING'] }, updatedAt: { $lt: touchedBefore } })
    .limit(100)
    .toArray();

/** Changes an import only while it is in one of `from` and, if given, at that checkpoint; null when it is not. */
export function transition(
  workspaceId: ObjectId,
  id: ObjectId,
  from: readonly ImportStatus[],
  set: Partial<ImportDocument>,
  options: { rowsRead?: number; session?: ClientSession } = {},
): Promise<ImportDocument | null> {
  return imports().findOneAndUpdate(
    {
      _id: id,
      workspaceId,
      status: { $in: [...from] },
      ...(options.rowsRead === undefined ? {} : { rowsRead: options.rowsRead }),
    },
    { $set: { ...set, updatedAt: new Date() } },
    { returnDocument: 'after', ...(options.session ? { session: options.session } : {}) },
  );
}

export async function insertRowErrors(
  workspaceId: ObjectId,
  importId: ObjectId,
  rows: readonly RowError[],
  session: ClientSession,
): Promise<void> {
  if (rows.length === 0) return;
  await rowErrors().insertMany(
    rows.map((row) => ({ _id: new ObjectId(), workspaceId, importId, ...row })),
    { session },
  );
}

export const readRowErrors = (workspaceId: ObjectId, importId: ObjectId): AsyncIterable<RowError> =>
  rowErrors().find({ workspaceId, importId }).sort({ row: 1 });

export const firstRowErrors = (
  workspaceId: ObjectId,
  importId: ObjectId,
  limit: number,
): Promise<RowError[]> => rowErrors().find({ workspaceId, importId }).sort({ row: 1 }).limit(limit).toArray();

export const toLong = (n: number): Long => Long.fromNumber(n);
