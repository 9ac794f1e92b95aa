import { redis } from '../../server/redis.ts';
import type { VendorHealth } from './vendors.schema.ts';

/**
 * What stands between the workers and a vendor, counted in Redis over all processes: a token bucket that keeps to the
 * vendor's rate, and a circuit breaker that leaves a vendor alone which does not answer at all.
 */

/** Requests in a row without an answer after which the vendor is left alone. */
const FAILURES_TO_OPEN = 5;
/** How long it is left alone; twice as long after each probe that fails too, up to the second figure. */
const OPEN_MS = 5_000;
const MAX_OPEN_MS = 60_000;
/** Messages that find out whether the vendor is back. */
const PROBE_MESSAGES = 20;
/** A probe whose process died is given up after this time. */
const PROBE_MS = 30_000;
/** The bucket holds a fifth of a second's worth: bursts stay short, and a batch is not cut into single messages. */
const BURST_SECONDS = 0.2;
/** How long a batch waits that found no room, before chance spreads the batches out. */
const NO_ROOM_MS = 1_000;
const KEEP_MS = 3_600_000;

export interface Admission {
  /** Messages that may go now. */
  granted: number;
  /** When to ask again for the rest, in milliseconds; 0 when all may go. */
  waitMs: number;
  /** Whether the vendor is being left alone. */
  away: boolean;
}

const breakerKey = (vendorId: string) => `nexusflow:vendor:{${vendorId}}:breaker`;
const bucketKey = (vendorId: string) => `nexusflow:vendor:{${vendorId}}:bucket`;

const NOW = `local t = redis.call('time'); local now = t[1] * 1000 + math.floor(t[2] / 1000)`;

// KEYS: breaker, bucket. ARGV: wanted, messages a second (0: no limit), probe messages, probe ms, burst seconds, keep ms.
// Returns {granted, ms until more, 1 while the vendor is left alone}.
const ENTER = `${NOW}
local wanted = tonumber(ARGV[1])
local breaker = redis.call('hmget', KEYS[1], 'openUntil', 'probeUntil')
local openUntil = tonumber(breaker[1])
if openUntil then
  if now < openUntil then return {0, openUntil - now, 1} end
  local probeUntil = tonumber(breaker[2])
  if probeUntil and now < probeUntil then return {0, 500, 1} end
  redis.call('hset', KEYS[1], 'probeUntil', now + ARGV[4])
  wanted = math.min(wanted, tonumber(ARGV[3]))
end
local rate = tonumber(ARGV[2])
if rate <= 0 then return {wanted, 0, 0} end
local burst = math.max(1, rate * tonumber(ARGV[5]))
local bucket = redis.call('hmget', KEYS[2], 'tokens', 'at')
local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + (now - (tonumber(bucket[2]) or now)) * rate / 1000)
local granted = math.min(wanted, math.floor(tokens))
tokens = tokens - granted
redis.call('hset', KEYS[2], 'tokens', tostring(tokens), 'at', now)
redis.call('pexpire', KEYS[2], ARGV[6])
if granted == 0 and openUntil then redis.call('hdel', KEYS[1], 'probeUntil') end
local missing = math.min(wanted - granted, burst) - tokens
if missing <= 0 then return {granted, 0, 0} end
return {granted, math.ceil(missing / rate * 1000), 0}`;

// KEYS: bucket. ARGV: tokens that were not used.
const GIVE_BACK = `if redis.call('exists', KEYS[1]) == 1 then redis.call('hincrbyfloat', KEYS[1], 'tokens', ARGV[1]) end`;

// KEYS: breaker. ARGV: failures to open, first open ms, longest open ms, keep ms.
const FAILED = `${NOW}
local failures = redis.call('hincrby', KEYS[1], 'failures', 1)
redis.call('hdel', KEYS[1], 'probeUntil')
redis.call('pexpire', KEYS[1], ARGV[4])
if failures < tonumber(ARGV[1]) then return end
local openUntil = tonumber(redis.call('hget', KEYS[1], 'openUntil') or '0')
if now < openUntil then return end
local ms = math.min(tonumber(ARGV[3]), ARGV[2] * 2 ^ (failures - ARGV[1]))
redis.call('hset', KEYS[1], 'openUntil', now + ms)`;

/** Asks for room for `wanted` messages. What is granted and not sent is given back with `giveBack`. */
export async function enterGate(
  vendor: { id: string; ratePerSecond: number | null },
  wanted: number,
): Promise<Admission> {
  const [granted, waitMs, away] = (await redis().eval(
    ENTER,
    2,
    breakerKey(vendor.id),
    bucketKey(vendor.id),
    wanted,
    vendor.ratePerSecond ?? 0,
    PROBE_MESSAGES,
    PROBE_MS,
    BURST_SECONDS,
    KEEP_MS,
  )) as [number, number, number];
  // Batches that all found the gate closed should not all come back in the same moment.
  const spread = granted === 0 ? Math.random() * NO_ROOM_MS : 0;
  return { granted, waitMs: granted < wanted ? Math.max(50, waitMs) + spread : 0, away: away === 1 };
}

/** Room that was granted and not needed. */
export async function giveBack(
  vendor: { id: string; ratePerSecond: number | null },
  unused: number,
): Promise<void> {
  if (unused > 0 && vendor.ratePerSecond) await redis().eval(GIVE_BACK, 1, bucketKey(vendor.id), unused);
}

/** The vendor answered, whatever it said of the messages: it is there. */
export async function noteAnswer(vendorId: string): Promise<void> {
  await redis().del(breakerKey(vendorId));
}

/** The vendor could not be reached, did not answer in time, or said it was broken or busy as a whole. */
export async function noteOutage(vendorId: string): Promise<void> {
  await redis().eval(FAILED, 1, breakerKey(vendorId), FAILURES_TO_OPEN, OPEN_MS, MAX_OPEN_MS, KEEP_MS);
}

/** Nothing was sent after all: somebody else may find out whether the vendor is back. */
export async function leaveUntried(vendorId: string): Promise<void> {
  await redis().hdel(breakerKey(vendorId), 'probeUntil');
}

/** How the vendor is doing, for people. */
export async function readHealth(vendorId: string): Promise<VendorHealth> {
  const [failures, openUntil] = await redis().hmget(breakerKey(vendorId), 'failures', 'openUntil');
  const retryAt = openUntil ? new Date(Number(openUntil)) : null;
  const state = !retryAt ? 'CLOSED' : retryAt > new Date() ? 'OPEN' : 'HALF_OPEN';
  return { state, failures: Number(failures ?? 0), retryAt: state === 'OPEN' ? retryAt : null };
}
