import { redis } from '../../../server/redis.ts';

/**
 * The simulator's own record of what it accepted, apart from the product's database as a real vendor's would be.
 * One Redis key per message for a week; Redis outlives a killed web process (append-only file).
 */
const KEEP_SECONDS = 7 * 86_400;
const keyOf = (messageId: string) => `nexusflow:simulator:message:${messageId}`;
const repeatsKeyOf = (messageId: string) => `nexusflow:simulator:repeats:${messageId}`;

/** The message a key belongs to: the first one it came with. */
export async function claimKey(key: string, messageId: string): Promise<string> {
  return (
    (await redis().set(`nexusflow:simulator:key:${key}`, messageId, 'EX', KEEP_SECONDS, 'NX', 'GET')) ??
    messageId
  );
}

/**
 * Records the messages and returns, per message in order, the vendor's id it already had (a repeat: it was accepted
 * before) or null (new, now recorded under `vendorMessageId`).
 */
export async function recordAccepted(
  messages: readonly { messageId: string; vendorMessageId: string }[],
): Promise<(string | null)[]> {
  const pipeline = redis().pipeline();
  for (const { messageId, vendorMessageId } of messages) {
    pipeline.set(keyOf(messageId), vendorMessageId, 'EX', KEEP_SECONDS, 'NX', 'GET');
  }
  const replies = (await pipeline.exec()) ?? [];
  const known = messages.map((_, i) => {
    const [error, reply] = replies[i] ?? [new Error('No reply from Redis'), null];
    if (error) throw error;
    return typeof reply === 'string' ? reply : null;
  });
  const repeats = messages.filter((_, i) => known[i] !== null);
  if (repeats.length > 0) {
    const counting = redis().pipeline();
    for (const { messageId } of repeats)
      counting.incr(repeatsKeyOf(messageId)).expire(repeatsKeyOf(messageId), KEEP_SECONDS);
    await counting.exec();
  }
  return known;
}

/** What the simulator holds on each message: its own id, or null when it never accepted it, and how often it was asked again. */
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
