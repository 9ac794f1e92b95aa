import { ObjectId } from 'mongodb';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { findSuppressed, suppressAddress } from '../suppressions/suppressions.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { campaignNames, findOwn } from './campaigns.service.ts';
import { findDispatched } from './dispatches.repository.ts';
import * as repository from './messages.repository.ts';
import type { Message } from './messages.schema.ts';
import { findForReceipts, recordReaderEvent } from './receipts.repository.ts';
import { readUnsubscribeToken } from './recipients.ts';
import { addressesOf } from './written-to.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What was sent, or not sent, to one customer. */
export async function listCustomerMessages(
  caller: Caller,
  input: { customerId: string; limit: number; cursor?: string | undefined },
): Promise<Page<Message & { campaignName: string }>> {
  requirePermission(caller, 'customers:read');
  const found = await page(caller, toObjectId(input.customerId), input);
  const names = await campaignNames(
    caller.workspaceId,
    found.items.map((m) => m.campaignId),
  );
  return {
    ...found,
    items: found.items.map((m) => ({
      ...m,
      campaignName: names.get(m.campaignId)?.name ?? 'Deleted campaign',
    })),
  };
}

export async function getMessage(caller: Caller, id: string): Promise<Message> {
  requirePermission(caller, 'campaigns:read');
  const row = await repository.findMessage(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no message with this id.');
  return repository.toMessage(row, await dispatchedOf([row]));
}

/** Who skipped and why, for the results page. */
export async function listSkips(caller: Caller, campaignId: string) {
  const campaign = await findOwn(caller, campaignId);
  return repository.countSkips(campaign.workspaceId, campaign._id);
}

export interface UnsubscribeLink {
  /** Null when its reader was erased or deleted since: nobody is written to there. */
  address: string | null;
  /** The name of the workspace that wrote. */
  sender: string;
  /** Whether this address gets no more messages already. */
  unsubscribed: boolean;
}

/** Whose link it is, and whether anything is left to do; changes nothing. @throws AppError NOT_FOUND as `unsubscribe` */
export async function readUnsubscribeLink(token: string): Promise<UnsubscribeLink> {
  const { workspaceId, address } = await recipientOf(token);
  const [workspace, suppressed] = await Promise.all([
    findWorkspace(workspaceId),
    findSuppressed(workspaceId, address === null ? [] : [address]),
  ]);
  return { address, sender: workspace.name, unsubscribed: address === null || suppressed.has(address) };
}

/**
 * The reader of a message wants no more; a second time changes nothing.
 * @throws AppError NOT_FOUND when the link is not one of ours
 */
export async function unsubscribe(token: string): Promise<void> {
  const { workspaceId, address, messageId } = await recipientOf(token);
  if (address === null) return;
  await suppressAddress(workspaceId, address, 'UNSUBSCRIBED', messageId);
  await recordReaderEvent('UNSUBSCRIBED', [{ messageId, at: new Date() }]);
}

async function recipientOf(
  token: string,
): Promise<{ workspaceId: string; address: string | null; messageId: string }> {
  const messageId = readUnsubscribeToken(token);
  const [row] = messageId ? await findForReceipts([messageId]) : [];
  const [written] = row ? await addressesOf(row.workspaceId, [row]) : [];
  // Without an address and never sent nobody can have the link.
  if (!row || !messageId || (!written && repository.STILL_TO_SEND.includes(row.status)))
    throw new AppError('NOT_FOUND', 'This link is not valid. Use the newest message you got from us.');
  return { workspaceId: row.workspaceId.toHexString(), address: written?.address ?? null, messageId };
}

/** Of one customer, newest first. */
async function page(
  caller: Caller,
  customerId: ObjectId,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> {
  const workspaceId = new ObjectId(caller.workspaceId);
  const rows = await repository.listMessagesOf(workspaceId, customerId, {
    limit: limit + 1,
    ...(cursor ? { after: toObjectId(cursor) } : {}),
  });
  const shown = rows.slice(0, limit);
  const dispatched = await dispatchedOf(shown);
  const items = shown.map((row) => repository.toMessage(row, dispatched));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Which of these are with a vendor right now. */
async function dispatchedOf(rows: readonly repository.MessageDocument[]): Promise<Set<string>> {
  const open = rows.filter((row) => repository.STILL_TO_SEND.includes(row.status));
  const found = await Promise.all(
    [...new Map(open.map((row) => [row.campaignId.toHexString(), row])).values()].map(
      ({ workspaceId, campaignId }) => findDispatched({ workspaceId, campaignId }),
    ),
  );
  return new Set(found.flat().map((id) => id.toHexString()));
}
