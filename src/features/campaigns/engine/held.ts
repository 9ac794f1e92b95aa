import { redis } from '../../../server/redis.ts';

/** When people were last kept back for their quiet hours, and when the last of them may be written to (ms since 1970). */
export interface Held {
  at: number;
  until: number;
}

const KEEP_MS = 7 * 86_400_000;
const heldKey = (campaignId: string) => `nexusflow:held:${campaignId}`;

// KEYS: held. ARGV: now, until, keep ms. The furthest end stands.
const NOTE = `local last = math.max(tonumber(ARGV[2]), tonumber(redis.call('hget', KEYS[1], 'until') or '0'))
redis.call('hset', KEYS[1], 'at', ARGV[1], 'until', last)
redis.call('pexpire', KEYS[1], ARGV[3])`;

/** Says that rows of a campaign wait until `until` now: they stay QUEUED, so no figure tells those who watch. */
export async function noteHeld(campaignId: string, until: Date): Promise<void> {
  await redis().eval(NOTE, 1, heldKey(campaignId), Date.now(), until.getTime(), KEEP_MS);
}

/** Null when nobody was kept back, or Redis forgot. */
export async function heldOf(campaignId: string): Promise<Held | null> {
  const [at, until] = await redis().hmget(heldKey(campaignId), 'at', 'until');
  return at && until ? { at: Number(at), until: Number(until) } : null;
}
