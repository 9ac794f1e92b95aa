import { type ClientSession, type Filter, Long, ObjectId } from 'mongodb';
import { containsText } from '../../server/contains.ts';
import { collection } from '../../server/db.ts';
import type { Encoding } from './csv/detect-encoding.ts';
import type { ImportCounts, ImportKind, ImportStatus, UndoCounts, UndoStatus } from './imports.schema.ts';
import type { Mapping } from './mapping.schema.ts';

export interface UndoDocument {
  status: UndoStatus;
  counts: UndoCounts;
  /** Change documents there were, and those taken back so far. */
  batches: number;
  done: number;
  error: string | null;
  startedAt: Date;
  finishedAt: Date | null;
}

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
  /** One entry per column; null: by the columns' names. */
  mapping: Mapping | null;
  dryRun: boolean | null;
  sourceId: ObjectId | null;
  undo: UndoDocument | null;
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

export const imports = () => collection<ImportDocument>('imports');
const rowErrors = () => collection<RowErrorDocument>('importRowErrors');

export async function insertImport(row: ImportDocument, session?: ClientSession): Promise<void> {
  await imports().insertOne(row, session ? { session } : {});
}

export const findImport = (workspaceId: ObjectId, id: ObjectId): Promise<ImportDocument | null> =>
  imports().findOne({ _id: id, workspaceId });

export const listImports = (
  workspaceId: ObjectId,
  page: { limit: number; after?: ObjectId },
  only: { kind?: ImportKind; status?: ImportStatus; dryRun?: boolean; nameContains?: string } = {},
): Promise<ImportDocument[]> => {
  const { kind, status, dryRun, nameContains } = only;
  const filter: Filter<ImportDocument> = {
    workspaceId,
    ...(page.after ? { _id: { $lt: page.after } } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    // Imports from before there were checks have no such field.
    ...(dryRun === undefined ? {} : { dryRun: dryRun ? true : { $ne: true } }),
    ...(nameContains ? { fileName: containsText(nameContains) } : {}),
  };
  return imports().find(filter).sort({ _id: -1 }).limit(page.limit).toArray();
};

/** The newest import of a file of this name, checks left out. */
export const findNewestOf = (
  workspaceId: ObjectId,
  kind: ImportKind,
  fileName: string,
): Promise<ImportDocument | null> =>
  imports().findOne({ workspaceId, kind, fileName, dryRun: { $ne: true } }, { sort: { createdAt: -1 } });

/** The import a checked file was started as; null when there is none. */
export const findByFile = (workspaceId: ObjectId, fileId: ObjectId): Promise<ImportDocument | null> =>
  imports().findOne({ workspaceId, fileId, dryRun: { $ne: true } });

/** Imports and checks of one file. */
export const findReaders = (workspaceId: ObjectId, fileId: ObjectId): Promise<ImportDocument[]> =>
  imports().find({ workspaceId, fileId }).toArray();

/** The newest import of this kind whose file had exactly these columns and a mapping. */
export const findByHeader = (
  workspaceId: ObjectId,
  kind: ImportKind,
  header: readonly string[],
): Promise<ImportDocument | null> =>
  imports().findOne(
    { workspaceId, kind, header: [...header], mapping: { $type: 'array' } },
    { sort: { createdAt: -1 } },
  );

/** Imports of every workspace that are not finished and that nobody has touched since: their job is lost. */
export const findLostImports = (touchedBefore: Date): Promise<ImportDocument[]> =>
  imports()
    .find({ status: { $in: ['QUEUED', 'RUNNING'] }, updatedAt: { $lt: touchedBefore } })
    .limit(100)
    .toArray();

/** Undos nobody has touched since, of the last day: their job is lost. */
export const findLostUndos = (touchedBefore: Date): Promise<ImportDocument[]> =>
  imports()
    .find({
      status: { $in: ['COMPLETED', 'FAILED', 'CANCELLED'] },
      updatedAt: { $lt: touchedBefore, $gte: new Date(touchedBefore.getTime() - 86_400_000) },
      'undo.status': { $in: ['QUEUED', 'RUNNING'] },
    })
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

/** Begins an undo of an import that is over and has none, or one that failed; null when it is otherwise. */
export const beginUndo = (
  workspaceId: ObjectId,
  id: ObjectId,
  undo: UndoDocument,
): Promise<ImportDocument | null> =>
  imports().findOneAndUpdate(
    {
      _id: id,
      workspaceId,
      status: { $in: ['COMPLETED', 'FAILED', 'CANCELLED'] },
      $or: [{ undo: null }, { 'undo.status': 'FAILED' }],
    },
    { $set: { undo, updatedAt: new Date() } },
    { returnDocument: 'after' },
  );

/** Says that an import which was over by then, and is not being undone, cannot be undone any more; false when it is otherwise. */
export const expireUndo = async (
  workspaceId: ObjectId,
  id: ObjectId,
  before: Date,
  undo: UndoDocument,
): Promise<boolean> =>
  (
    await imports().updateOne(
      {
        _id: id,
        workspaceId,
        finishedAt: { $lt: before },
        $or: [{ undo: null }, { 'undo.status': { $in: ['FAILED', 'EXPIRED'] } }],
      },
      { $set: { undo } },
    )
  ).matchedCount === 1;

/** Changes an undo that is under way; null when it is not. */
export const changeUndo = (
  workspaceId: ObjectId,
  id: ObjectId,
  undo: UndoDocument,
  session?: ClientSession,
): Promise<ImportDocument | null> =>
  imports().findOneAndUpdate(
    { _id: id, workspaceId, 'undo.status': { $in: ['QUEUED', 'RUNNING'] } },
    { $set: { undo, updatedAt: new Date() } },
    { returnDocument: 'after', ...(session ? { session } : {}) },
  );

export async function insertRowErrors(
  workspaceId: ObjectId,
  importId: ObjectId,
  rows: readonly RowError[],
  session?: ClientSession,
): Promise<void> {
  if (rows.length === 0) return;
  await rowErrors().insertMany(
    rows.map((row) => ({ _id: new ObjectId(), workspaceId, importId, ...row })),
    session ? { session } : {},
  );
}

export async function deleteRowErrors(workspaceId: ObjectId, importId: ObjectId): Promise<void> {
  await rowErrors().deleteMany({ workspaceId, importId });
}

/** Deletes some rows that could not be read before a moment; false when none was left. */
export async function deleteSomeRowErrors(workspaceId: ObjectId, before: Date): Promise<boolean> {
  // An id says when it was made.
  const some = await rowErrors()
    .find(
      { workspaceId, _id: { $lt: ObjectId.createFromTime(Math.floor(before.getTime() / 1_000)) } },
      { projection: { _id: 1 }, limit: 2_000 },
    )
    .toArray();
  if (some.length === 0) return false;
  await rowErrors().deleteMany({ workspaceId, _id: { $in: some.map((row) => row._id) } });
  return true;
}

export const readRowErrors = (workspaceId: ObjectId, importId: ObjectId): AsyncIterable<RowError> =>
  rowErrors().find({ workspaceId, importId }).sort({ row: 1 });

export const firstRowErrors = (
  workspaceId: ObjectId,
  importId: ObjectId,
  limit: number,
): Promise<RowError[]> => rowErrors().find({ workspaceId, importId }).sort({ row: 1 }).limit(limit).toArray();

export const toLong = (n: number): Long => Long.fromNumber(n);

/** Ends imports that wait or run, in a workspace that is being deleted. */
export async function cancelAll(workspaceId: ObjectId, session: ClientSession): Promise<void> {
  const now = new Date();
  await imports().updateMany(
    { workspaceId, status: { $in: ['QUEUED', 'RUNNING'] } },
    { $set: { status: 'CANCELLED', finishedAt: now, updatedAt: now } },
    { session },
  );
}

/** File names by id; those of imports that are gone are left out. */
export async function fileNamesOf(
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<Map<string, string>> {
  const rows = await imports()
    .find({ workspaceId, _id: { $in: [...ids] } }, { projection: { fileName: 1 } })
    .toArray();
  return new Map(rows.map(({ _id, fileName }) => [_id.toHexString(), fileName]));
}
