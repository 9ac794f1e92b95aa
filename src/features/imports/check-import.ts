import { Long } from 'mongodb';
import { publish } from '../../server/events.ts';
import type { CustomerInput } from '../customers/customers.schema.ts';
import { countCustomersBulk } from '../customers/customers.service.ts';
import type { OrderInput } from '../orders/orders.schema.ts';
import { countOrdersBulk } from '../orders/orders.service.ts';
import { MAX_CHECK_ERRORS } from './csv/limits.ts';
import { customerRowReader, orderRowReader, type RowReader } from './csv/row-readers.ts';
import * as repository from './imports.repository.ts';
import { NO_COUNTS } from './imports.schema.ts';
import { importTopic, toImport } from './imports.service.ts';
import { hash53, KeyTable } from './key-table.ts';
import { type OpenedFile, openBatches } from './read-batches.ts';
import {
  addCounts,
  type BatchCounts,
  mappingFor,
  readRows,
  requireRoom,
  withoutErased,
} from './read-rows.ts';

/**
 * Reads a whole file and counts what an import would do, without writing a customer or an order. It keeps nothing of
 * use when it is broken off, so a run after a killed one begins anew.
 * @returns the import at the end of the file; null when it was cancelled or the worker stops
 */
export async function checkFile(
  started: repository.ImportDocument,
  signal: AbortSignal,
): Promise<repository.ImportDocument | null> {
  const { workspaceId, _id, kind } = started;
  await repository.deleteRowErrors(workspaceId, _id);
  const file = await openBatches(started, 0);
  const { header } = file;
  const state = await repository.transition(workspaceId, _id, ['RUNNING'], {
    header,
    rowsRead: file.headerRow,
    bytesRead: Long.ZERO,
    counts: NO_COUNTS,
    startedAt: started.startedAt,
  });
  if (!state) return null;
  const mapping = mappingFor(started, header);
  return kind === 'CUSTOMERS'
    ? checkBatches(
        state,
        file,
        customerRowReader(header, mapping),
        emailOfCustomer,
        customerCounter(workspaceId),
        signal,
      )
    : checkBatches(
        state,
        file,
        orderRowReader(header, mapping),
        emailOfOrder,
        orderCounter(workspaceId),
        signal,
      );
}

const emailOfCustomer = (row: CustomerInput) => row.email;
const emailOfOrder = (row: OrderInput) => row.customerEmail;

type Counter<T> = (rows: readonly T[]) => Promise<BatchCounts>;

async function checkBatches<T>(
  begun: repository.ImportDocument,
  file: OpenedFile,
  read: RowReader<T>,
  emailOf: (row: T) => string,
  count: Counter<T>,
  signal: AbortSignal,
): Promise<repository.ImportDocument | null> {
  let state = begun;
  for await (const { records, bytesRead } of file.batches) {
    requireRoom(state.counts);
    const rows = await withoutErased(state.workspaceId, readRows(records, read), emailOf);
    const result = await count(rows.good);
    const room = Math.max(0, MAX_CHECK_ERRORS - state.counts.failed);
    await repository.insertRowErrors(state.workspaceId, state._id, rows.bad.slice(0, room));
    const next = await repository.transition(
      state.workspaceId,
      state._id,
      ['RUNNING'],
      {
        counts: addCounts(state.counts, result, rows),
        rowsRead: records.at(-1)?.row ?? state.rowsRead,
        bytesRead: Long.fromNumber(bytesRead),
      },
      { rowsRead: state.rowsRead },
    );
    if (!next || signal.aborted) return null;
    state = next;
    await publish(importTopic(state._id.toHexString()), toImport(next));
  }
  return state;
}

/**
 * Counts rows whose key an earlier batch had already apart: the database does not know of that row. The same row again is
 * unchanged, another one an update, which is right but for a row that repeats only a part of the one before.
 */
function withRepeats<T>(keyOf: (row: T) => string, count: Counter<T>): Counter<T> {
  const seen = new KeyTable();
  return async (rows) => {
    const repeats = { updated: 0, unchanged: 0 };
    const hashed = rows.map((row) => ({
      row,
      key: hash53(keyOf(row)),
      content: hash53(JSON.stringify(row)) >>> 0,
    }));
    const first = hashed.filter(({ key, content }) => {
      const before = seen.get(key);
      if (before === undefined) return true;
      repeats[before === content ? 'unchanged' : 'updated'] += 1;
      seen.set(key, content);
      return false;
    });
    for (const { key, content } of first) seen.set(key, content);
    const counts = await count(first.map(({ row }) => row));
    return {
      ...counts,
      updated: counts.updated + repeats.updated,
      unchanged: counts.unchanged + repeats.unchanged,
    };
  };
}

const customerCounter = (workspaceId: repository.ImportDocument['workspaceId']): Counter<CustomerInput> =>
  withRepeats(
    (row) => row.email,
    async (rows) => ({ ...(await countCustomersBulk(workspaceId, rows)), customersCreated: 0 }),
  );

function orderCounter(workspaceId: repository.ImportDocument['workspaceId']): Counter<OrderInput> {
  const created = new KeyTable();
  return withRepeats(
    (row) => row.orderId,
    async (rows) => {
      const { unknown, ...counts } = await countOrdersBulk(workspaceId, rows);
      const before = created.size;
      for (const email of unknown) created.set(hash53(email), 0);
      return { ...counts, customersCreated: created.size - before };
    },
  );
}
