import type { VendorAnswer, VendorMessage } from '../vendors.schema.ts';

/**
 * The one way the delivery engine talks to any vendor: a batch in, an answer per message out, in any order. A message
 * without an answer counts as a passing failure. Each message's id is its idempotency key, so asking twice is safe.
 * Bounded in time. Never throws for what the vendor did; a rejected promise means a fault of ours.
 */
export interface VendorAdapter {
  send(batch: readonly VendorMessage[]): Promise<VendorAnswer[]>;
}

/** What makes asking twice for a message safe. */
export const keyOf = (message: VendorMessage): string => message.idempotencyKey ?? message.messageId;

/** The same failure for every message of a batch. `about` says that it is the vendor's as a whole, and for how long. */
export const rejectAll = (
  batch: readonly VendorMessage[],
  reason: string,
  retryable: boolean,
  about: { outage?: boolean; retryAfterMs?: number } = {},
): VendorAnswer[] =>
  batch.map(({ messageId }) => ({ messageId, status: 'REJECTED', reason, retryable, ...about }));

/**
 * Asks for one part after the other, `width` at a time. Once an answer says that the vendor is away or busy as a whole,
 * what was not asked for yet gets the same answer: a batch must not wait out one timeout per message.
 */
export async function askInTurn(
  parts: readonly (readonly VendorMessage[])[],
  width: number,
  ask: (part: readonly VendorMessage[]) => Promise<VendorAnswer[]>,
): Promise<VendorAnswer[]> {
  const answers: VendorAnswer[] = [];
  const waiting = parts.values();
  let outage: Extract<VendorAnswer, { status: 'REJECTED' }> | undefined;
  const worker = async () => {
    for (const part of waiting) {
      if (outage) {
        const { reason, retryable, retryAfterMs } = outage;
        const about = { outage: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
        answers.push(...rejectAll(part, reason, retryable, about));
        continue;
      }
      const given = await ask(part);
      answers.push(...given);
      for (const answer of given) if (answer.status === 'REJECTED' && answer.outage) outage ??= answer;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, parts.length) }, worker));
  return answers;
}
