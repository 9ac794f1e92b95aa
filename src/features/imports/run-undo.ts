import { type ClientSession, ObjectId } from 'mongodb';
import { withTransaction } from '../../server/db.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import { customersWithMessages } from '../campaigns/contacts.service.ts';
import { recomputeAggregates, undoCustomersBulk } from '../customers/customers.service.ts';
import { customersWithOrders, undoOrdersBulk } from '../orders/orders.service.ts';
import { type BatchChanges, deleteChanges, findLastChanges } from './import-changes.repository.ts';
import * as repository from './imports.repository.ts';
import type { ImportKind, UndoCounts } from './imports.schema.ts';
import { importTopic, toImport } from './imports.service.ts';
import { writersLease } from './run-import.ts';

const BUSY_RETRY_MS = 1_000;

/**
 * Takes an import back, from its last batch to its first: a row that several batches changed goes back step by step. A
 * batch's rows, counts and the end of its record are one transaction, so what is recorded is what is left to do, whatever
 * dies in between.
 * @returns as runImport does
 * @throws whatever the database throws; the job is then tried again
 */
export async function runUndo({
  workspaceId,
  importId,
  signal,
}: {
  workspaceId: string;
  importId: string;
  signal: AbortSignal;
}): Promise<number | null> {
  const ran = await withLease(writersLease(workspaceId), async () => {
    while (!signal.aborted) {
      const next = await undoLastBatch(new ObjectId(workspaceId), new ObjectId(importId));
      if (!next) return;
      await publish(importTopic(importId), toImport(next));
      if (next.undo?.status === 'DONE') return;
    }
  });
  if (!ran) return BUSY_RETRY_MS;
  return signal.aborted ? 0 : null;
}

/** Takes one batch back, or ends the undo when none is left. Null when it is not under way, or another run was first. */
async function undoLastBatch(
  workspaceId: ObjectId,
  importId: ObjectId,
): Promise<repository.ImportDocument | null> {
  const [row, last] = await Promise.all([
    repository.findImport(workspaceId, importId),
    findLastChanges(workspaceId, importId),
  ]);
  if (!row?.undo || (row.undo.status !== 'QUEUED' && row.undo.status !== 'RUNNING')) return null;
  const { undo } = row;
  if (!last)
    return repository.changeUndo(workspaceId, importId, { ...undo, status: 'DONE', finishedAt: new Date() });
  return withTransaction(async (session) => {
    if (!(await deleteChanges(workspaceId, last._id, session))) return null;
    const counts = await undoBatch(workspaceId, row.kind, last.changes, session);
    return repository.changeUndo(
      workspaceId,
      importId,
      { ...undo, status: 'RUNNING', done: undo.done + 1, counts: sum(undo.counts, counts) },
      session,
    );
  });
}

/** Orders first: a customer made for them goes only when nothing else hangs on it. */
async function undoBatch(
  workspaceId: ObjectId,
  kind: ImportKind,
  { customers, orders }: BatchChanges,
  session: ClientSession,
): Promise<Partial<UndoCounts>> {
  let counts: Partial<UndoCounts> = {};
  let touched: ObjectId[] = [];
  if (orders) {
    const { touched: stale, changed, ...undone } = await undoOrdersBulk(workspaceId, orders, session);
    counts = { ...undone, keptChanged: changed };
    touched = stale;
  }
  if (customers) {
    const made = customers.inserted;
    const ordering = await customersWithOrders(workspaceId, made, session);
    const written = await customersWithMessages(workspaceId, made, session);
    const withOrders = new Set(ordering.map(String));
    const keep = new Set([...withOrders, ...written.map(String)]);
    const { removedIds, changed, removed, ...undone } = await undoCustomersBulk(
      workspaceId,
      customers,
      keep,
      session,
    );
    counts = sum(counts, {
      ...undone,
      ...(kind === 'ORDERS' ? { customersRemoved: removed } : { removed }),
      keptChanged: changed,
      keptOrders: withOrders.size,
      keptMessages: keep.size - withOrders.size,
    });
    const gone = new Set(removedIds.map(String));
    touched = touched.filter((id) => !gone.has(String(id)));
  }
  await recomputeAggregates(workspaceId, touched, session);
  return counts;
}

function sum(a: Partial<UndoCounts>, b: Partial<UndoCounts>): UndoCounts {
  const of = (key: keyof UndoCounts) => (a[key] ?? 0) + (b[key] ?? 0);
  return {
    removed: of('removed'),
    restored: of('restored'),
    keptChanged: of('keptChanged'),
    keptOrders: of('keptOrders'),
    keptMessages: of('keptMessages'),
    gone: of('gone'),
    customersRemoved: of('customersRemoved'),
  };
}
