import { type ClientSession, Long, MongoServerError, ObjectId } from 'mongodb';
import { withTransaction } from '../../server/db.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import type { CustomerInput } from '../customers/customers.schema.ts';
import { recomputeAggregates, upsertCustomersBulk } from '../customers/customers.service.ts';
import type { OrderInput } from '../orders/orders.schema.ts';
import { upsertOrdersBulk } from '../orders/orders.service.ts';
import { changeAndTell } from '../webhooks/outbox.service.ts';
import { checkFile } from './check-import.ts';
import { FileError } from './csv/columns.ts';
import { customerRowReader, orderRowReader, type RowReader } from './csv/row-readers.ts';
import { type BatchChanges, insertChanges } from './import-changes.repository.ts';
import { changeParts } from './import-changes.ts';
import { deleteFile } from './import-files.repository.ts';
import * as repository from './imports.repository.ts';
import { importTopic, toImport } from './imports.service.ts';
import { type Batch, type OpenedFile, openBatches } from './read-batches.ts';
import {
  addCounts,
  type BatchCounts,
  mappingFor,
  readRows,
  requireRoom,
  withoutErased,
} from './read-rows.ts';

const BUSY_RETRY_MS = 1_000;

/** Imports of one workspace, and their undos, run one after another. */
export const writersLease = (workspaceId: string): string => `import.${workspaceId}`;

/**
 * Brings an uploaded file in, batch by batch: the rows, the bad rows, what an undo needs and the checkpoint of a batch are
 * written in one transaction, so that a killed run goes on exactly behind the last whole batch. Imports of one workspace
 * run one after another; a check writes nothing and waits for nobody.
 * @returns null when the import is over; else in how many milliseconds to run it again: it waits for another one, or the
 *   worker stops
 * @throws whatever the database throws; the job is then tried again
 */
export async function runImport({
  workspaceId,
  importId,
  signal,
}: {
  workspaceId: string;
  importId: string;
  signal: AbortSignal;
}): Promise<number | null> {
  const found = await repository.findImport(new ObjectId(workspaceId), new ObjectId(importId));
  if (!found) return null;
  const lease = found.dryRun ? `import-check.${importId}` : writersLease(workspaceId);
  const ran = await withLease(lease, async () => {
    const row = await repository.transition(found.workspaceId, found._id, ['QUEUED', 'RUNNING'], {
      status: 'RUNNING',
    });
    if (!row) return;
    const started = row.startedAt ? row : { ...row, startedAt: new Date() };
    try {
      const read = await (row.dryRun ? checkFile(started, signal) : bringFileIn(started, signal));
      if (read) await complete(read);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await failImport(row, error.message);
    }
  });
  if (!ran) return BUSY_RETRY_MS;
  return signal.aborted ? 0 : null;
}

/** Ends an import that cannot go on, with the reason for the person who started it. */
export async function abandonImport(workspaceId: string, importId: string): Promise<void> {
  const row = await repository.findImport(new ObjectId(workspaceId), new ObjectId(importId));
  if (row)
    await failImport(
      row,
      row.dryRun
        ? 'The check broke off again and again. Nothing was written; check the file again later.'
        : 'The import broke off again and again. What was read so far is in; start the same file again later: rows that are in already count as unchanged.',
    );
}

async function failImport(row: repository.ImportDocument, error: string): Promise<void> {
  const failed = await end('import.failed', row, ['QUEUED', 'RUNNING'], {
    status: 'FAILED',
    error,
    finishedAt: new Date(),
  });
  if (failed) await endOf(failed);
}

async function complete(state: repository.ImportDocument): Promise<void> {
  const completed = await end(
    'import.completed',
    state,
    ['RUNNING'],
    { status: 'COMPLETED', finishedAt: new Date() },
    { rowsRead: state.rowsRead },
  );
  if (completed) await endOf(completed);
}

/** The last change of an import, told to other systems unless it only checked a file. */
const end = (
  type: 'import.completed' | 'import.failed',
  { workspaceId, _id, dryRun }: repository.ImportDocument,
  ...[from, set, options]: Tail<Parameters<typeof repository.transition>>
): Promise<repository.ImportDocument | null> =>
  changeAndTell(workspaceId.toHexString(), dryRun ? [] : [type], async (tell, session) => {
    const ended = await repository.transition(workspaceId, _id, from, set, {
      ...options,
      ...(session ? { session } : {}),
    });
    if (!ended || dryRun) return ended;
    const { id, kind, fileName, counts } = toImport(ended);
    const data = { importId: id, kind, fileName, counts };
    if (type === 'import.completed') tell({ type, data });
    else tell({ type, data: { ...data, error: ended.error ?? null } });
    return ended;
  });
type Tail<T extends readonly unknown[]> = T extends [unknown, unknown, ...infer Rest] ? Rest : never;

async function endOf(row: repository.ImportDocument): Promise<void> {
  // A check's file is what is imported next.
  if (!row.dryRun) await deleteFile(row.fileId);
  await publish(importTopic(row._id.toHexString()), toImport(row));
}

interface Writer<T> {
  /** Whose row it is. */
  emailOf(row: T): string;
  /** Writes rows within a transaction and says what an undo must know. */
  upsert(
    workspaceId: ObjectId,
    rows: readonly T[],
    session: ClientSession,
  ): Promise<{ counts: BatchCounts; changes: BatchChanges }>;
}

const customerWriter: Writer<CustomerInput> = {
  emailOf: (row) => row.email,
  async upsert(workspaceId, rows, session) {
    const { changes, ...counts } = await upsertCustomersBulk(workspaceId, rows, session);
    return { counts: { ...counts, customersCreated: 0 }, changes: { customers: changes } };
  },
};

const orderWriter: Writer<OrderInput> = {
  emailOf: (row) => row.customerEmail,
  async upsert(workspaceId, rows, session) {
    const { touched, changes, createdIds, ...counts } = await upsertOrdersBulk(workspaceId, rows, session);
    await recomputeAggregates(workspaceId, touched, session);
    return {
      counts,
      changes: { customers: { at: changes.at, inserted: createdIds, updated: [] }, orders: changes },
    };
  },
};

async function bringFileIn(
  row: repository.ImportDocument,
  signal: AbortSignal,
): Promise<repository.ImportDocument | null> {
  const file = await openBatches(row, row.rowsRead);
  const { header } = file;
  const mapping = mappingFor(row, header);
  return row.kind === 'CUSTOMERS'
    ? bringBatchesIn(row, file, customerRowReader(header, mapping), customerWriter, signal)
    : bringBatchesIn(row, file, orderRowReader(header, mapping), orderWriter, signal);
}

async function bringBatchesIn<T>(
  row: repository.ImportDocument,
  { header, headerRow, batches }: OpenedFile,
  read: RowReader<T>,
  writer: Writer<T>,
  signal: AbortSignal,
): Promise<repository.ImportDocument | null> {
  let state = row;
  if (row.rowsRead === 0) {
    const begun = await repository.transition(
      row.workspaceId,
      row._id,
      ['RUNNING'],
      { header, rowsRead: headerRow, startedAt: row.startedAt },
      { rowsRead: 0 },
    );
    if (!begun) return null;
    state = begun;
  }
  for await (const batch of batches) {
    requireRoom(state.counts);
    const next = await bringIn(state, batch, read, writer);
    if (!next || signal.aborted) return null;
    state = next;
  }
  return state;
}

/** Writes one batch with its checkpoint, all or nothing. Null when the import was cancelled or another run overtook this one. */
async function bringIn<T>(
  state: repository.ImportDocument,
  { records, bytesRead }: Batch,
  read: RowReader<T>,
  writer: Writer<T>,
): Promise<repository.ImportDocument | null> {
  const { workspaceId, _id } = state;
  const readable = readRows(records, read);
  const next = await retryOnDuplicate(() =>
    withTransaction(async (session) => {
      const rows = await withoutErased(workspaceId, readable, writer.emailOf, session);
      const { counts, changes } = await writer.upsert(workspaceId, rows.good, session);
      await insertChanges(workspaceId, _id, records[0]?.row ?? 0, changeParts(changes), session);
      await repository.insertRowErrors(workspaceId, _id, rows.bad, session);
      const checkpointed = await repository.transition(
        workspaceId,
        _id,
        ['RUNNING'],
        {
          counts: addCounts(state.counts, counts, rows),
          rowsRead: records.at(-1)?.row ?? state.rowsRead,
          bytesRead: Long.fromNumber(bytesRead),
        },
        { rowsRead: state.rowsRead, session },
      );
      if (!checkpointed) await session.abortTransaction();
      return checkpointed;
    }),
  );
  if (next) await publish(importTopic(_id.toHexString()), toImport(next));
  return next;
}

/** A customer or order added by hand between our look and our insert: look again. */
async function retryOnDuplicate<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5 || !(error instanceof MongoServerError && error.code === 11_000)) throw error;
    }
  }
}
