import { createHash, type Hash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { ERROR_COLUMNS } from './csv/bad-rows.ts';
import { type Encoding, encodingDetector } from './csv/encoding.ts';
import { importRunJob } from './imports.jobs.ts';
import * as repository from './imports.repository.ts';
import type { Import, ImportKind } from './imports.schema.ts';

const LOST_AFTER_MS = 60_000;

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

/** Stores an uploaded file and queues its import. Resolves as soon as both are durable. @throws as storeUpload does */
export async function startImport(caller: Caller, upload: Upload): Promise<{ importId: string }> {
  return queueImport(caller, await storeUpload(caller, upload));
}

/**
 * Stores a file as its bytes arrive; it is never held in memory as a whole.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE for a workbook, VALIDATION for an empty file, or what `bytes` throws
 */
export async function storeUpload(caller: Caller, { kind, fileName, bytes }: Upload): Promise<StoredUpload> {
  requirePermission(caller, 'imports:write');
  const detector = encodingDetector();
  const hash = createHash('sha256');
  const { fileId, sizeBytes } = await repository.storeFile(
    new ObjectId(caller.workspaceId),
    fileName,
    inspected(bytes, detector, hash),
  );
  if (sizeBytes === 0) {
    await repository.deleteFile(fileId);
    throw new AppError('VALIDATION', 'The file is empty.', {
      errors: [{ path: 'file', message: 'is empty' }],
    });
  }
  return { kind, fileName, fileId, sizeBytes, encoding: detector.result(), sha256: hash.digest('hex') };
}

/** For an upload that turned out to be a repeat of one before. */
export const discardUpload = (upload: StoredUpload): Promise<void> => repository.deleteFile(upload.fileId);

/** Makes a stored file an import. */
export async function queueImport(
  caller: Caller,
  { kind, fileName, fileId, sizeBytes, encoding }: StoredUpload,
): Promise<{ importId: string }> {
  requirePermission(caller, 'imports:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const now = new Date();
  const _id = new ObjectId();
  await repository.insertImport({
    _id,
    workspaceId,
    kind,
    status: 'QUEUED',
    fileName: fileName.slice(0, 200),
    fileId,
    sizeBytes: repository.toLong(sizeBytes),
    bytesRead: repository.toLong(0),
    encoding,
    header: [],
    rowsRead: 0,
    counts: { rows: 0, inserted: 0, updated: 0, unchanged: 0, failed: 0, customersCreated: 0 },
    error: null,
    createdById: caller.userId ? new ObjectId(caller.userId) : null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    finishedAt: null,
  });
  const importId = _id.toHexString();
  await enqueue(importRunJob, { workspaceId: caller.workspaceId, importId });
  return { importId };
}

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
  input: { limit: number; cursor?: string | undefined },
): Promise<{ items: Import[]; nextCursor: string | null }> {
  requirePermission(caller, 'imports:read');
  const rows = await repository.listImports(new ObjectId(caller.workspaceId), {
    limit: input.limit + 1,
    ...(input.cursor ? { after: toObjectId(input.cursor) } : {}),
  });
  const items = rows.slice(0, input.limit);
  return {
    items: items.map(toImport),
    nextCursor: rows.length > input.limit ? (items.at(-1)?._id.toHexString() ?? null) : null,
  };
}

/** Stops an import between two batches; what is in stays in. @throws AppError CONFLICT when it is over */
export async function cancelImport(caller: Caller, id: string): Promise<Import> {
  requirePermission(caller, 'imports:write');
  const row = await findOwn(caller, id);
  const cancelled = await repository.transition(row.workspaceId, row._id, ['QUEUED', 'RUNNING'], {
    status: 'CANCELLED',
    finishedAt: new Date(),
  });
  if (!cancelled) throw new AppError('CONFLICT', 'This import is over already.');
  await repository.deleteFile(row.fileId);
  await publish(importTopic(id), toImport(cancelled));
  return toImport(cancelled);
}

/** The first bad rows, for the page. */
export async function listImportErrors(
  caller: Caller,
  id: string,
  limit: number,
): Promise<repository.RowError[]> {
  requirePermission(caller, 'imports:read');
  const row = await findOwn(caller, id);
  const errors = await repository.firstRowErrors(row.workspaceId, row._id, limit);
  return errors.map((e) => ({ row: e.row, cells: e.cells, error: e.error }));
}

/** The bad rows as CSV text, piece by piece: the file's own columns, then `row` and `error`. */
export async function importErrorsCsv(
  caller: Caller,
  id: string,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'imports:read');
  const row = await findOwn(caller, id);
  async function* rows(): AsyncGenerator<CsvCell[]> {
    for await (const { cells, row: number, error } of repository.readRowErrors(row.workspaceId, row._id)) {
      const padded = row.header.map((_, i) => cells[i] ?? '');
      const extra = cells.slice(row.header.length);
      if (extra.length > 0) padded[padded.length - 1] = [padded.at(-1), ...extra].join(',');
      yield [...padded, number, error];
    }
  }
  return {
    fileName: `${row.fileName.replace(/\.csv$/i, '')}-errors.csv`,
    pieces: csvFile([...row.header, ...ERROR_COLUMNS], rows()),
  };
}

/** Gives imports whose job was lost a new one. Harmless while one is at work. */
export async function restartLostImports(): Promise<void> {
  for (const row of await repository.findLostImports(new Date(Date.now() - LOST_AFTER_MS))) {
    await enqueue(importRunJob, {
      workspaceId: row.workspaceId.toHexString(),
      importId: row._id.toHexString(),
    });
  }
}

export function toImport(row: repository.ImportDocument): Import {
  const size = Number(row.sizeBytes);
  return {
    id: row._id.toHexString(),
    kind: row.kind,
    status: row.status,
    fileName: row.fileName,
    counts: row.counts,
    progress: row.status === 'COMPLETED' ? 1 : size === 0 ? 0 : Math.min(1, Number(row.bytesRead) / size),
    error: row.error,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}

async function findOwn(caller: Caller, id: string): Promise<repository.ImportDocument> {
  const row = await repository.findImport(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no import with this id.');
  return row;
}
