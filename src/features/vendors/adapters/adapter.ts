import type { VendorAnswer, VendorMessage } from '../vendors.schema.ts';

/**
 * The one way the delivery engine talks to any vendor: a batch in, an answer per message out, in any order. A message
 * without an answer counts as a passing failure. Each message's id is its idempotency key, so asking twice is safe.
 * Bounded in time. Never throws for what the vendor did; a rejected promise means a fault of ours.
 */
export interface VendorAdapter {
  send(batch: readonly VendorMessage[]): Promise<VendorAnswer[]>;
}

/** The same passing failure for the whole batch: the vendor was not reached or did not answer sensibly. */
export const rejectAll = (
  batch: readonly VendorMessage[],
  reason: string,
  retryable: boolean,
): VendorAnswer[] => batch.map(({ messageId }) => ({ messageId, status: 'REJECTED', reason, retryable }));
