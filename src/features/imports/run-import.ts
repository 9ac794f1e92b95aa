import { type ClientSession, Long, MongoServerError, ObjectId } from 'mongodb';
import { unmarked } from '../../lib/csv-writer.ts';
import { withTransaction } from '../../server/db.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import { recomputeAggregates, upsertCustomersBulk } from '../customers/customers.service.ts';
import { upsertOrdersBulk } from '../orders/orders.service.ts';
import { type OwnColumns, ownColumns } from './csv/bad-rows.ts';
import { customerRowReader, HeaderError, orderRowReader, type RowReader } from './csv/columns.ts';
import { decodeText } from './csv/encoding.ts';
import { type CsvRecord, isBlank, readHeaderLine, readRecords } from './csv/read-records.ts';
import * as repository from './imports.repository.ts';
import type { ImportCounts } from './imports.schema.ts';
import { importTopic, toImport } from './imports.service.ts';

/** Rows and characters of one transaction, whichever comes first: what bounds the memory of files with long rows. */
const BATCH_ROWS = 1_000;
const BATCH_CHARS = 4_000_000;
const BUSY_RETRY_MS = 1_000;

/** Outcome of a batch, added to the import's counts. */
type BatchCounts = Omit<ImportCounts, 'rows' | 'failed'>;
type Upsert<T> = (workspaceId: ObjectId, rows: readonly T[], session: ClientSession) => Promise<BatchCounts>;

/**
 * Brings an uploaded file in, batch by batch: the rows, the bad rows and the checkpoint of a batch are written in one
 * transaction, so that a killed run goes on exactly behind the last whole batch. Imports of one workspace run one after
 * another.
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
  const ran = await withLease(`import.${workspaceId}`, async () => {
    const row = await repository.transition(
      new ObjectId(workspaceId),
      new ObjectId(importId),
      ['QUEUED', 'RUNNING'],
      { status: 'RUNNING' },
    );
    if (!row) return;
    const started = row.startedAt ? row : { ...row, startedAt: new Date() };
    try {
      await (started.kind === 'CUSTOMERS'
        ? readFile(started, customerRowReader, upsertCustomers, signal)
        : readFile(started, orderRowReader, upsertOrders, signal));
    } catch (error) {
      if (!(error instanceof HeaderError)) throw error;
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
      'The import broke off again and again. What was read so far is in; start the same file again later: rows that are in already count as unchanged.',
    );
}

async function failImport(row: repository.ImportDocument, error: string): Promise<void> {
  const failed = await repository.transition(row.workspaceId, row._id, ['QUEUED', 'RUNNING'], {
    status: 'FAILED',
    error,
    finishedAt: new Date(),
  });
  if (!failed) return;
  await repository.deleteFile(row.fileId);
  await publish(importTopic(row._id.toHexString()), toImport(failed));
}

const upsertCustomers: Upsert<Parameters<typeof upsertCustomersBulk>[1][number]> = async (
  workspaceId,
  rows,
  session,
) => ({
  ...(await upsertCustomersBulk(workspaceId, rows, session)),
  customersCreated: 0,
});

const upsertOrders: Upsert<Parameters<typeof upsertOrdersBulk>[1][number]> = async (
  workspaceId,
  rows,
  session,
) => {
  const { touched, ...counts } = await upsertOrdersBulk(workspaceId, rows, session);
  await recomputeAggregates(workspaceId, touched, session);
  return counts;
};

async function readFile<T>(
  row: repository.ImportDocument,
  rowReader: (header: readonly string[]) => RowReader<T>,
  upsert: Upsert<T>,
  signal: AbortSignal,
): Promise<void> {
  let bytesRead = 0;
  async function* bytes() {
    for await (const chunk of repository.openFile(row.fileId)) {
      bytesRead += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
  const text = decodeText(bytes(), row.encoding)[Symbol.asyncIterator]();
  const { headerText, delimiter } = await readHeaderLine(text);
  async function* all() {
    yield headerText;
    while (true) {
      const next = await text.next();
      if (next.done) return;
      yield next.value;
    }
  }

  let state = row;
  let own: OwnColumns = (cells) => [...cells];
  let read: RowReader<T> | null = null;
  let batch: CsvRecord[] = [];
  let chars = 0;
  for await (const records of readRecords(all(), delimiter)) {
    for (const { cells, ...rest } of records) {
      const record = { ...rest, cells: own(cells.map(unmarked)) };
      if (!read) {
        if (isBlank(record)) continue;
        own = ownColumns(record.cells);
        const header = own(record.cells);
        read = rowReader(header);
        state = {
          ...state,
          header: header.map((c) => c.trim()),
          rowsRead: Math.max(state.rowsRead, record.row),
        };
        if (row.rowsRead === 0) {
          const current = await repository.transition(
            row.workspaceId,
            row._id,
            ['RUNNING'],
            { header: state.header, rowsRead: state.rowsRead, startedAt: state.startedAt },
            { rowsRead: 0 },
          );
          if (!current) return;
          state = current;
        }
        continue;
      }
      if (record.row <= state.rowsRead) continue;
      batch.push(record);
      chars += record.cells.reduce((sum, cell) => sum + cell.length, 0);
      if (batch.length < BATCH_ROWS && chars < BATCH_CHARS) continue;
      const next = await bringIn(state, batch, read, upsert, bytesRead);
      if (!next || signal.aborted) return;
      state = next;
      batch = [];
      chars = 0;
    }
  }
  if (!read) throw new HeaderError('The file holds no line with column names.');
  if (batch.length > 0) {
    const next = await bringIn(state, batch, read, upsert, bytesRead);
    if (!next) return;
    state = next;
  }
  const completed = await repository.transition(
    row.workspaceId,
    row._id,
    ['RUNNING'],
    { status: 'COMPLETED', finishedAt: new Date() },
    { rowsRead: state.rowsRead },
  );
  if (!completed) return;
  await repository.deleteFile(row.fileId);
  await publish(importTopic(row._id.toHexString()), toImport(completed));
}

/** Writes one batch with its checkpoint, all or nothing. Null when the import was cancelled or another run overtook this one. */
async function bringIn<T>(
  state: repository.ImportDocument,
  batch: readonly CsvRecord[],
  read: RowReader<T>,
  upsert: Upsert<T>,
  bytesRead: number,
): Promise<repository.ImportDocument | null> {
  const good: T[] = [];
  const bad: repository.RowError[] = [];
  for (const record of batch) {
    if (isBlank(record)) continue;
    const outcome =
      record.problem === null ? read(record.cells) : ({ ok: false, error: record.problem } as const);
    if (outcome.ok) good.push(outcome.value);
    else bad.push({ row: record.row, cells: record.cells, error: outcome.error });
  }
  const next = await retryOnDuplicate(() =>
    withTransaction(async (session) => {
      const result = await upsert(state.workspaceId, good, session);
      await repository.insertRowErrors(state.workspaceId, state._id, bad, session);
      const checkpointed = await repository.transition(
        state.workspaceId,
        state._id,
        ['RUNNING'],
        {
          counts: {
            rows: state.counts.rows + good.length + bad.length,
            inserted: state.counts.inserted + result.inserted,
            updated: state.counts.updated + result.updated,
            unchanged: state.counts.unchanged + result.unchanged,
            failed: state.counts.failed + bad.length,
            customersCreated: state.counts.customersCreated + result.customersCreated,
          },
          rowsRead: batch.at(-1)?.row ?? state.rowsRead,
          bytesRead: Long.fromNumber(bytesRead),
        },
        { rowsRead: state.rowsRead, session },
      );
      if (!checkpointed) await session.abortTransaction();
      return checkpointed;
    }),
  );
  if (next) await publish(importTopic(state._id.toHexString()), toImport(next));
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
