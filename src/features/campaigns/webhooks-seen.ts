import { redis } from '../../server/redis.ts';

/** A vendor that did not get our answer tries again within minutes; Standard Webhooks' own schedule begins so. */
const REMEMBERED_SECONDS = 3_600;
const keyOf = (webhookId: string) => `nexusflow:receipts:${webhookId}`;

/** A request under an id: heard of when it was taken, done once its receipts are in the ledger. */
export interface SeenRequest {
  webhookId: string;
  /** Of its body. */
  digest: string;
}

/**
 * What is known of an id within the hour, keeping the request if nothing is. `heard` may have been lost with a process
 * before it was queued: it is queued again, which changes nothing more. `other`: the id came with another body.
 */
export async function noteRequest({
  webhookId,
  digest,
}: SeenRequest): Promise<'new' | 'heard' | 'done' | 'other'> {
  const before = await redis().set(
    keyOf(webhookId),
    `heard ${digest}`,
    'EX',
    REMEMBERED_SECONDS,
    'NX',
    'GET',
  );
  if (before === null) return 'new';
  const [state, known] = before.split(' ');
  if (known !== digest) return 'other';
  return state === 'done' ? 'done' : 'heard';
}

/** Called once the receipts are in the ledger: marked any earlier, a crash would lose them. */
export async function markDone(requests: readonly SeenRequest[]): Promise<void> {
  const pipeline = redis().pipeline();
  for (const { webhookId, digest } of requests)
    pipeline.set(keyOf(webhookId), `done ${digest}`, 'EX', REMEMBERED_SECONDS);
  for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
}
