import {
  applyReceiptStatus,
  type DeadLetterInput,
  findForReceipts,
  markDead,
} from '../messages.repository.ts';
import type { Receipt } from '../receipts.schema.ts';
import { touchProgress } from './progress.ts';

/**
 * Applies delivery receipts, in any order and any number of times: each only moves its message forwards. A receipt for a
 * message we do not have changes nothing. Returns how many messages moved and how many receipts named none of ours.
 */
export async function applyReceipts(
  receipts: readonly Receipt[],
): Promise<{ moved: number; unknown: number }> {
  const rows = await findForReceipts([...new Set(receipts.map((r) => r.messageId))]);
  const rowOf = new Map(rows.map((row) => [row._id.toHexString(), row]));
  const known = receipts.filter((r) => rowOf.has(r.messageId));

  let moved = 0;
  // SENT first: when one batch holds both, the final word then stands.
  for (const status of ['SENT', 'DELIVERED', 'BOUNCED'] as const) {
    for (const [reason, group] of Map.groupBy(
      known.filter((r) => r.status === status),
      (r) => r.reason ?? null,
    )) {
      const updates = group.map((r) => ({
        messageId: r.messageId,
        vendorMessageId: r.vendorMessageId,
        at: new Date(r.timestamp),
      }));
      moved += await applyReceiptStatus(status, updates, reason);
    }
  }

  const letters = known.flatMap((receipt): DeadLetterInput[] => {
    const row = rowOf.get(receipt.messageId);
    const mayFail = row && receipt.status === 'FAILED' && ['SENDING', 'SENT', 'FAILED'].includes(row.status);
    return mayFail
      ? [{ message: row, reason: receipt.reason ?? 'The vendor reported a failure', payload: { to: row.to } }]
      : [];
  });
  moved += await markDead(letters);

  const campaigns = new Map(rows.map((row) => [row.campaignId.toHexString(), row.workspaceId.toHexString()]));
  for (const [campaignId, workspaceId] of campaigns) touchProgress(workspaceId, campaignId);
  return { moved, unknown: receipts.length - known.length };
}
