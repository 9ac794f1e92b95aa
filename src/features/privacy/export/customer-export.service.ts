import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import { fold } from '../../../lib/fold.ts';
import { toMajorUnits } from '../../../lib/money.ts';
import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { walkAudiencesOf } from '../../audiences/audience-explain.service.ts';
import { actionInWords } from '../../audit/audit-actions.schema.ts';
import { type WrittenMessage, walkWrittenMessages } from '../../campaigns/written-messages.service.ts';
import { type CustomerDocument, toCustomer } from '../../customers/customer-document.ts';
import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { isNameOfOther } from '../erasure/erasures.repository.ts';
import { Traces } from '../traces.ts';
import { type CustomerExport, EXPORT_VERSION, type exportedMessageSchema } from './customer-export.schema.ts';
import * as repository from './export.repository.ts';

/**
 * All that is kept of one customer as JSON text (`customerExportSchema`), piece by piece: of its lists only a page is ever
 * in memory.
 * @throws AppError NOT_FOUND also for another workspace's customer, and for one who was erased
 */
export async function exportCustomer(
  caller: Caller,
  id: string,
): Promise<{ fileName: string; email: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'privacy:read');
  const [customer] = await findCustomersByIds(caller.workspaceId, [toObjectId(id)]);
  if (!customer) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  const workspace = await findWorkspace(caller.workspaceId);
  return {
    fileName: `Data of ${customer.email} ${new Date().toISOString().slice(0, 10)}.json`,
    email: customer.email,
    pieces: inPieces(jsonOf(customer, workspace.name)),
  };
}

type Lists = Omit<CustomerExport, 'version' | 'exportedAt' | 'workspace' | 'customer'>;
/** One list, item by item. */
type ListOf<K extends keyof Lists> = AsyncIterable<Lists[K][number]> | Iterable<Lists[K][number]>;

async function* jsonOf(customer: CustomerDocument, workspace: string): AsyncGenerator<string> {
  const { workspaceId, _id, email, phone, name } = customer;
  const nameIsTheirs = name != null && !(await isNameOfOther(workspaceId, fold(name), _id));
  const traces = new Traces(
    { email, phone: phone ?? null, name: name ?? null },
    { id: _id.toHexString(), nameIsTheirs },
  );
  const names = await repository.fileNames(workspaceId);
  const nameOf = (importId: ObjectId) => names.get(importId.toHexString()) ?? '';
  const { audiences, snapshots } = await membership(customer);
  const head: Pick<CustomerExport, 'version' | 'exportedAt' | 'workspace' | 'customer'> = {
    version: EXPORT_VERSION,
    exportedAt: new Date(),
    workspace,
    customer: { ...toCustomer(customer), rfm: customer.rfm ?? null },
  };
  yield JSON.stringify(head).slice(0, -1);
  const lists: { [K in keyof Lists]: ListOf<K> } = {
    audiences,
    snapshots,
    suppressions: await suppressionsOf(customer),
    orders: orders(workspaceId, _id),
    messages: messages(customer),
    importRows: importRows(workspaceId, traces, nameOf),
    importChanges: importChanges(workspaceId, _id, nameOf),
    events: events(workspaceId, _id, traces),
  };
  for (const [key, items] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(key)}:[`;
    let first = true;
    for await (const item of items) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
      first = false;
    }
    yield ']';
  }
  yield '}\n';
}

async function membership(
  customer: CustomerDocument,
): Promise<{ audiences: Lists['audiences']; snapshots: Lists['snapshots'] }> {
  const [audiences, snapshots]: [Lists['audiences'], Lists['snapshots']] = [[], []];
  for await (const { id, name, description, snapshot } of walkAudiencesOf(customer))
    if (snapshot) snapshots.push({ id, name, takenAt: snapshot.takenAt });
    else audiences.push({ id, name, description });
  return { audiences, snapshots };
}

async function suppressionsOf({
  workspaceId,
  email,
  phone,
}: CustomerDocument): Promise<Lists['suppressions']> {
  const addresses = [email, ...(phone ? [phone.trim().toLowerCase()] : [])];
  const rows = await repository.findSuppressions(workspaceId, addresses);
  return rows.map(({ _id, address, reason, note, messageId, createdAt }) => ({
    id: _id.toHexString(),
    address,
    reason,
    note: note ?? null,
    messageId: messageId?.toHexString() ?? null,
    createdAt,
  }));
}

async function* orders(workspaceId: ObjectId, customerId: ObjectId): AsyncGenerator<Lists['orders'][number]> {
  for await (const row of repository.walkOrders(workspaceId, customerId))
    yield {
      id: row._id.toHexString(),
      orderId: row.orderId,
      orderAmount: toMajorUnits(row.amount),
      orderDate: row.placedAt,
      createdAt: row.createdAt,
    };
}

async function* messages(customer: CustomerDocument): AsyncGenerator<Lists['messages'][number]> {
  for await (const written of walkWrittenMessages(customer)) yield exportedMessage(written);
}

function exportedMessage({
  row,
  campaign,
  letter,
  text,
}: WrittenMessage): z.infer<typeof exportedMessageSchema> {
  return {
    id: row._id.toHexString(),
    campaignId: row.campaignId.toHexString(),
    campaignName: campaign?.name ?? null,
    channel: campaign?.channel ?? null,
    to: row.to,
    status: row.status,
    variant: row.variant ?? null,
    skipReason: row.skipReason ?? null,
    attempts: row.attempts,
    vendorMessageId: row.vendorMessageId ?? null,
    queuedAt: row.queuedAt,
    sentAt: row.sentAt ?? null,
    deliveredAt: row.deliveredAt ?? null,
    failureReason: row.failureReason ?? null,
    bounceKind: row.bounceKind ?? null,
    notBefore: row.notBefore ?? null,
    openedAt: row.openedAt ?? null,
    clickedAt: row.clickedAt ?? null,
    complainedAt: row.complainedAt ?? null,
    unsubscribedAt: row.unsubscribedAt ?? null,
    text,
    deadLetter: letter && {
      id: letter._id.toHexString(),
      status: letter.status,
      reason: letter.reason,
      payload: { ...letter.payload },
      attempts: letter.attempts,
      history: letter.history,
      note: letter.note ?? null,
      createdAt: letter.createdAt,
      resolvedAt: letter.resolvedAt ?? null,
    },
  };
}

async function* importRows(
  workspaceId: ObjectId,
  traces: Traces,
  nameOf: (importId: ObjectId) => string,
): AsyncGenerator<Lists['importRows'][number]> {
  for await (const { importId, row, cells, error } of repository.walkImportRows(workspaceId))
    if (traces.in(error) || cells.some((cell) => traces.in(cell)))
      yield { importId: importId.toHexString(), fileName: nameOf(importId), row, cells, error };
}

async function* importChanges(
  workspaceId: ObjectId,
  customerId: ObjectId,
  nameOf: (importId: ObjectId) => string,
): AsyncGenerator<Lists['importChanges'][number]> {
  for await (const { importId, createdAt, changes } of repository.walkImportChanges(workspaceId, customerId))
    for (const { id, was, set } of changes.customers.updated)
      if (customerId.equals(id))
        yield { importId: importId.toHexString(), fileName: nameOf(importId), at: createdAt, was, set };
}

async function* events(
  workspaceId: ObjectId,
  customerId: ObjectId,
  traces: Traces,
): AsyncGenerator<Lists['events'][number]> {
  const id = customerId.toHexString();
  for await (const event of repository.walkEvents(workspaceId)) {
    const { createdAt, actorName, action, targetId, targetName, before, after } = event;
    if (targetId !== id && !traces.inDocument({ targetName, before, after })) continue;
    yield {
      at: createdAt,
      by: actorName,
      action,
      inWords: actionInWords(action),
      targetName,
      before: before && { ...before },
      after: after && { ...after },
    };
  }
}

/** Text is handed on some 64 kB at a time, since each piece is a chunk of the answer. */
const PIECE_CHARS = 65_536;

async function* inPieces(parts: AsyncGenerator<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
