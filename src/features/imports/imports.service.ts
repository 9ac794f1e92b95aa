import { createHash, type Hash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { type Encoding, encodingDetector } from './csv/detect-encoding.ts';
import { fitMapping } from './file-preview.ts';
import * as files from './import-files.repository.ts';
import { importRunJob, importUndoJob } from './imports.jobs.ts';
import * as repository from './imports.repository.ts';
import {
  type Import,
  type ImportKind,
  type ListImportsInput,
  NO_COUNTS,
  type Undo,
} from './imports.schema.ts';
import type { Mapping } from './mapping.schema.ts';

const LOST_AFTER_MS = 60_000;
/** How long the file of a check waits to be started. */
const CHECKED_FILE_KEPT_MS = 86_400_000;

export const importTopic = (importId: string): string => `import.${importId}`;

interface Upload {
  kind: ImportKind;
  fileName: string;
  bytes: AsyncIterable<Buffer>;
}

/** An uploaded file, stored but not yet an import. */
export interface StoredUpload {
  kind: ImportKind;
  fileName: string;
  fileId: ObjectId;
  sizeBytes: number;
  encoding: Encoding;
  /** Of the bytes, in hex: two uploads with the same one are the same file. */
  sha256: string;
}

/** How a file is to be read; by its columns' names, and for good, when nothing is said. */
export interface ImportOptions {
  mapping?: Mapping | undefined;
  /** Only to check: everything is read and counted, no customer or order is written. */
  dryRun?: boolean | undefined;
}

/**
 * Stores an uploaded file and queues its import. Resolves as soon as both are durable.
 * @throws as storeUpload and queueImport do
 */
export async function startImport(
  caller: Caller,
  upload: Upload,
  options: ImportOptions = {},
): Promise<{ importId: string }> {
  const stored = await storeUpload(caller, upload);
  return queueImport(caller, stored, options).catch(async (error: unknown) => {
    await discardUpload(stored);
    throw error;
  });
}

/**
 * Stores a file as its bytes arrive; it is never held in memory as a whole.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE for a workbook, VALIDATION for an empty file, or what `bytes` throws
 */
export async function storeUpload(caller: Caller, { kind, fileName, bytes }: Upload): Promise<StoredUpload> {
  requirePermission(caller, 'imports:write');
  const detector = encodingDetector();
  const hash = createHash('sha256');
  const { fileId, sizeBytes } = await files.storeFile(
    new ObjectId(caller.workspaceId),
    fileName,
    inspected(bytes, detector, hash),
  );
  if (sizeBytes === 0) {
    await files.deleteFile(fileId);
    throw new AppError('VALIDATION', 'The file is empty.', {
      errors: [{ path: 'file', message: 'is empty' }],
    });
  }
  return { kind, fileName, fileId, sizeBytes, encoding: detector.result(), sha256: hash.digest('hex') };
}

/** For an upload that turned out to be a repeat of one before. */
export const discardUpload = (upload: StoredUpload): Promise<void> => files.deleteFile(upload.fileId);

/** Makes a stored file an import. @throws AppError VALIDATION when the mapping does not fit the file */
export async function queueImport(
  caller: Caller,
  upload: StoredUpload,
  { mapping, dryRun }: ImportOptions = {},
): Promise<{ importId: string }> {
  requirePermission(caller, 'imports:write');
  const fitted = mapping ? await fitMapping(upload, mapping) : null;
  const row = newImport(caller, {
    ...upload,
    header: fitted?.header ?? [],
    mapping: fitted?.aligned ?? null,
    dryRun: dryRun ?? false,
    sourceId: null,
  });
  await repository.insertImport(row);
  await enqueueImport(row);
  return { importId: row._id.toHexString() };
}

/** An import at its beginning. */
export function newImport(
  caller: Caller,
  {
    kind,
    fileName,
    fileId,
    sizeBytes,
    encoding,
    header,
    mapping,
    dryRun,
    sourceId,
  }: Omit<StoredUpload, 'sha256'> &
    Pick<repository.ImportDocument, 'header' | 'mapping' | 'dryRun' | 'sourceId'>,
): repository.ImportDocument {
  const now = new Date();
  return {
    _id: new ObjectId(),
    workspaceId: new ObjectId(caller.workspaceId),
    kind,
    status: 'QUEUED',
    fileName: fileName.slice(0, 200),
    fileId,
    sizeBytes: repository.toLong(sizeBytes),
    bytesRead: repository.toLong(0),
    encoding,
    header,
    mapping,
    dryRun,
    sourceId,
    undo: null,
    rowsRead: 0,
    counts: NO_COUNTS,
    error: null,
    createdById: caller.userId ? new ObjectId(caller.userId) : null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    finishedAt: null,
  };
}

export const enqueueImport = ({ workspaceId, _id }: repository.ImportDocument): Promise<void> =>
  enqueue(importRunJob, { workspaceId: workspaceId.toHexString(), importId: _id.toHexString() });

async function* inspected(
  bytes: AsyncIterable<Buffer>,
  detector: ReturnType<typeof encodingDetector>,
  hash: Hash,
): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of bytes) {
    if (first && chunk.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
      throw new AppError(
        'UNSUPPORTED_MEDIA_TYPE',
        'This is a workbook or an archive, not a CSV file. In your spreadsheet choose “Save as” and the type CSV.',
      );
    }
    first = false;
    detector.push(chunk);
    hash.update(chunk);
    yield chunk;
  }
}

export async function getImport(caller: Caller, id: string): Promise<Import> {
  requirePermission(caller, 'imports:read');
  return toImport(await findOwn(caller, id));
}

export async function listImports(
  caller: Caller,
  input: ListImportsInput,
): Promise<{ items: Import[]; nextCursor: string | null }> {
  requirePermission(caller, 'imports:read');
  const rows = await repository.listImports(
    new ObjectId(caller.workspaceId),
    { limit: input.limit + 1, ...(input.cursor ? { after: toObjectId(input.cursor) } : {}) },
    {
      ...(input.kind ? { kind: input.kind } : {}),
      ...(input.status ? { status: input.status } : {}),
      ...(input.dryRun ? { dryRun: input.dryRun === 'true' } : {}),
      ...(input.search ? { nameContains: input.search } : {}),
    },
  );
  const items = rows.slice(0, input.limit);
  return {
    items: items.map(toImport),
    nextCursor: rows.length > input.limit ? (items.at(-1)?._id.toHexString() ?? null) : null,
  };
}

/** The newest import of a file of this name, checks left out; null when there is none. */
export async function findNewestOf(
  caller: Caller,
  kind: ImportKind,
  fileName: string,
): Promise<Import | null> {
  requirePermission(caller, 'imports:read');
  const row = await repository.findNewestOf(new ObjectId(caller.workspaceId), kind, fileName);
  return row && toImport(row);
}

/** Stops an import between two batches; what is in stays in, until it is undone. @throws AppError CONFLICT when it is over */
export async function cancelImport(caller: Caller, id: string): Promise<Import> {
  requirePermission(caller, 'imports:write');
  const row = await findOwn(caller, id);
  const cancelled = await repository.transition(row.workspaceId, row._id, ['QUEUED', 'RUNNING'], {
    status: 'CANCELLED',
    finishedAt: new Date(),
  });
  if (!cancelled) throw new AppError('CONFLICT', 'This import is over already.');
  // A check's file waits on: it may be started all the same.
  if (!row.dryRun) await files.deleteFile(row.fileId);
  noteChange({ targetId: id, targetName: row.fileName });
  await publish(importTopic(id), toImport(cancelled));
  return toImport(cancelled);
}

/** Gives imports and undos whose job was lost a new one. Harmless while one is at work. */
export async function restartLostImports(): Promise<void> {
  const before = new Date(Date.now() - LOST_AFTER_MS);
  for (const row of await repository.findLostImports(before)) await enqueueImport(row);
  for (const { workspaceId, _id } of await repository.findLostUndos(before))
    await enqueue(importUndoJob, { workspaceId: workspaceId.toHexString(), importId: _id.toHexString() });
}

/** Deletes the files of checks that nobody started within a day. */
export async function sweepImportFiles(now = new Date()): Promise<void> {
  for (const fileId of await files.findUnusedFiles(new Date(now.getTime() - CHECKED_FILE_KEPT_MS)))
    await files.deleteFile(fileId);
}

/** The newest mapping that was used for a file with exactly these columns; null when there was none. */
export async function recallMapping(
  caller: Caller,
  { kind, header }: { kind: ImportKind; header: string[] },
): Promise<Mapping | null> {
  requirePermission(caller, 'imports:read');
  const row = await repository.findByHeader(new ObjectId(caller.workspaceId), kind, header);
  return row?.mapping ?? null;
}

export function toImport(row: repository.ImportDocument): Import {
  const size = Number(row.sizeBytes);
  return {
    id: row._id.toHexString(),
    kind: row.kind,
    status: row.status,
    fileName: row.fileName,
    sizeBytes: size,
    dryRun: row.dryRun ?? false,
    sourceId: row.sourceId?.toHexString() ?? null,
    counts: row.counts,
    progress: row.status === 'COMPLETED' ? 1 : size === 0 ? 0 : Math.min(1, Number(row.bytesRead) / size),
    error: row.error,
    undo: row.undo ? toUndo(row.undo) : null,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}

const toUndo = ({
  status,
  counts,
  batches,
  done,
  error,
  startedAt,
  finishedAt,
}: repository.UndoDocument): Undo => ({
  status,
  counts,
  progress: status === 'DONE' || batches === 0 ? 1 : Math.min(1, done / batches),
  error,
  startedAt,
  finishedAt,
});

export async function findOwn(caller: Caller, id: string): Promise<repository.ImportDocument> {
  const row = await repository.findImport(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no import with this id.');
  return row;
}
