import { randomUUID } from 'node:crypto';
import { redis } from './redis.ts';

const TTL_MS = 15_000;

/** Deletes the lease only if it is still ours. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;

export interface Lease {
  /** False for a process that stood still for longer than the lease: another may hold it now, or have held it. */
  isMine(): Promise<boolean>;
}

const keyOf = (name: string) => `nexusflow:lease:${name}`;

/** Whether some process holds the lease right now. */
export const leaseHeld = async (name: string): Promise<boolean> => (await redis().exists(keyOf(name))) === 1;

/**
 * Runs `work` while no other process holds the same name and returns what it gave; null at once when one does. The
 * lease is renewed while the work runs and ends by itself 15 s after a process was killed.
 */
export async function withLease<T>(
  name: string,
  work: (lease: Lease) => Promise<T>,
): Promise<{ value: T } | null> {
  const key = keyOf(name);
  const token = randomUUID();
  if ((await redis().set(key, token, 'PX', TTL_MS, 'NX')) !== 'OK') return null;
  const renewal = setInterval(
    () =>
      void redis()
        .eval(RENEW, 1, key, token, TTL_MS)
        .catch(() => undefined),
    TTL_MS / 3,
  );
  try {
    return { value: await work({ isMine: async () => (await redis().get(key)) === token }) };
  } finally {
    clearInterval(renewal);
    await redis().eval(RELEASE, 1, key, token);
  }
}
