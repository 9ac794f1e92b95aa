import { leaseHeld } from '../../../server/lease.ts';
import type { ReceiptRow } from '../receipts.repository.ts';

const LOOK_AGAIN_MS = 15;
/** A vendor that takes longer over a batch has its first receipts applied meanwhile. */
const PATIENCE_MS = 1_000;

/** The lease under which a batch is sent by one process at a time. */
export const sendingLease = (campaignId: string, batch: number): string => `deliver-${campaignId}-${batch}`;

/**
 * Waits a moment while the row's batch is still being sent. A quick vendor's receipts overtake its own answer: applied
 * at once they would be as right, but contend for the rows that the answer is being written to.
 */
export async function letSendingEnd({ campaignId, batch }: ReceiptRow): Promise<void> {
  const lease = sendingLease(campaignId.toHexString(), batch);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await leaseHeld(lease)); )
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
}
