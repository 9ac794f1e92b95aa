import { redis } from '../../../server/redis.ts';

/**
 * The simulator's own record of what it accepted, apart from the product's database as a real vendor's would be.
 * One Redis key per message for a week; Redis outlives a killed web process (append-only file).
 */
const KEEP_SECONDS = 7 * 86_400;
const keyOf = (key: string) => `nexusflow:simulator:message:${key}`;
const repeatsKeyOf = (key: string) => `nexusflow:simulator:repeats:${key}`;

/** The request an Idempotency-Key belongs to: the first one it came with. */
export async function claimKey(key: string, request: string): Promise<string> {
  return (
    (await redis().set(`nexusflow:simulator:key:${key}`, request, 'EX', KEEP_SECONDS, 'NX', 'GET')) ?? request
  );
}

/** Which of the keys were accepted before, in order; each repeat is counted. */
export async function findAccepted(keys: readonly string[]): Promise<boolean[]> {
  if (keys.length === 0) return [];
  const known = (await redis().mget(keys.map(keyOf))).map((value) => value !== null);
  const repeats = keys.filter((_, i) => known[i]);
  if (repeats.length > 0) {
    const counting = redis().pipeline();
    for (const key of repeats) counting.incr(repeatsKeyOf(key)).expire(repeatsKeyOf(key), KEEP_SECONDS);
    await counting.exec();
  }
  return known;
}

/** Records keys as accepted under the vendor's ids. */
export async function recordAccepted(
  accepted: readonly { key: string; vendorMessageId: string }[],
): Promise<void> {
  if (accepted.length === 0) return;
  const pipeline = redis().pipeline();
  for (const { key, vendorMessageId } of accepted)
    pipeline.set(keyOf(key), vendorMessageId, 'EX', KEEP_SECONDS);
  for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
}

/** What the simulator holds on each message (by its key): its own id, or null when it never accepted it, and how often it was asked again. */
export async function readRecord(
  messageIds: readonly string[],
): Promise<{ messageId: string; vendorMessageId: string | null; repeats: number }[]> {
  if (messageIds.length === 0) return [];
  const [ids, repeats] = await Promise.all([
    redis().mget(messageIds.map(keyOf)),
    redis().mget(messageIds.map(repeatsKeyOf)),
  ]);
  return messageIds.map((messageId, i) => ({
    messageId,
    vendorMessageId: ids[i] ?? null,
    repeats: Number(repeats[i] ?? 0),
  }));
}
