import { type ClientSession, ObjectId } from 'mongodb';
import { suppressAddresses } from '../../suppressions/suppressions.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { countSoftBounces } from '../contacts.repository.ts';
import { findForReceipts, type ReceiptRow, recordReaderEvent } from '../receipts.repository.ts';
import { type Receipt, readerEvents } from '../receipts.schema.ts';
import { addressesOf } from '../written-to.ts';
import { changeRowsOfAny } from './message-events.ts';

// What receipts mean beyond the message they are about: what its reader did, and whether its address may be written to
// again. Every step may be done twice, so a job that died in between is simply run anew.

const eventOf = {
  OPENED: 'message.opened',
  CLICKED: 'message.clicked',
  COMPLAINED: 'message.complained',
} as const;

/** Keeps the moments readers opened, clicked, complained or unsubscribed; the last two end all writing to the address. */
export async function applyReaderEvents(
  known: readonly { receipt: Receipt; row: ReceiptRow }[],
): Promise<void> {
  for (const event of readerEvents) {
    const told = known.filter(({ receipt }) => receipt.event === event);
    if (told.length === 0) continue;
    const record = async (some: typeof told, session?: ClientSession) => {
      const moments = some.map(({ receipt: { messageId, timestamp } }) => ({
        messageId,
        at: new Date(timestamp),
      }));
      await recordReaderEvent(event, moments, session);
      return some.length;
    };
    // That somebody unsubscribed is told of the person, where the address is suppressed.
    if (event === 'UNSUBSCRIBED') await record(told);
    else await changeRowsOfAny([eventOf[event]], told, ({ row }) => row, record);
    if (event === 'COMPLAINED' || event === 'UNSUBSCRIBED')
      for (const [workspaceId, rows] of byWorkspace(told.map(({ row }) => row)))
        await suppressAddresses(workspaceId, event, await addressesOf(new ObjectId(workspaceId), rows));
  }
}

/**
 * Addresses of messages that have bounced by these ids are written to no more: after a hard bounce at once, after so
 * many soft ones in a row as the workspace has set. It goes by the ledger, not the receipts: one that came too late to
 * count changes nothing here either.
 */
export async function suppressBounced(messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const bounced = (await findForReceipts(messageIds)).filter((row) => row.status === 'BOUNCED');
  for (const [workspaceId, rows] of byWorkspace(bounced)) {
    const [soft, hard] = [
      rows.filter((row) => row.bounceKind === 'SOFT'),
      rows.filter((row) => row.bounceKind !== 'SOFT'),
    ];
    await suppressAddresses(workspaceId, 'BOUNCED', await addressesOf(new ObjectId(workspaceId), hard));
    if (soft.length > 0) await suppressRepeated(workspaceId, soft);
  }
}

async function suppressRepeated(workspaceId: string, rows: readonly ReceiptRow[]): Promise<void> {
  const { settings } = await findWorkspace(workspaceId);
  const counts = await countSoftBounces(
    new ObjectId(workspaceId),
    rows.flatMap(({ customerId, to }) => (to ? [{ customerId, to }] : [])),
  );
  const repeated = rows.filter(({ to }) => (counts.get(to ?? '') ?? 0) >= settings.softBounceLimit);
  await suppressAddresses(
    workspaceId,
    'SOFT_BOUNCED',
    await addressesOf(new ObjectId(workspaceId), repeated),
  );
}

const byWorkspace = (rows: readonly ReceiptRow[]) =>
  Map.groupBy(rows, (row) => row.workspaceId.toHexString());
