import { AppError } from './errors.ts';
import { log } from './log.ts';
import { redis } from './redis.ts';

/** So many calls in so many seconds, counted over all processes. */
export interface RateLimit {
  name: string;
  limit: number;
  windowSeconds: number;
}

/** Generous to programs that work hard, fatal to ones that run wild. */
export const limits = {
  /** REST calls of one API key or person. */
  api: { name: 'api', limit: 6_000, windowSeconds: 60 },
  /** Questions to the AI service of one workspace: each costs money. */
  ai: { name: 'ai', limit: 60, windowSeconds: 60 },
  /** Sign-ups, all together: each costs a password hash and a workspace. */
  register: { name: 'register', limit: 120, windowSeconds: 60 },
  /** Wrong passwords for one address; the right one sets the count back. */
  signIn: { name: 'sign-in', limit: 20, windowSeconds: 300 },
} as const satisfies Record<string, RateLimit>;

/** Without an answer from Redis in this time the call is let through: a limit protects, it must not take the site down. */
const PATIENCE_MS = 500;

/** Counts up; the first of a window starts its clock. Returns the count and the milliseconds left. */
const COUNT = `local n = redis.call('incr', KEYS[1])
if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return {n, redis.call('pttl', KEYS[1])}`;

/**
 * Counts one call of `key` against the limit.
 * @returns the `RateLimit-*` headers to answer with
 * @throws AppError RATE_LIMITED, its headers with `Retry-After`, when there were too many
 */
export async function countCall(limit: RateLimit, key: string): Promise<Record<string, string>> {
  const counted = await Promise.race([count(limit, key), sleep(PATIENCE_MS)]);
  if (!counted) return {};
  const reset = String(Math.max(1, Math.ceil(counted.msLeft / 1_000)));
  const headers = {
    'ratelimit-limit': String(limit.limit),
    'ratelimit-remaining': String(Math.max(0, limit.limit - counted.n)),
    'ratelimit-reset': reset,
  };
  if (counted.n <= limit.limit) return headers;
  throw new AppError('RATE_LIMITED', `Too many requests; try again in ${reset} s.`, {
    headers: { ...headers, 'retry-after': reset },
  });
}

/** Begins a key's window anew: what it did was right. */
export async function forgiveCalls({ name }: RateLimit, key: string): Promise<void> {
  await Promise.race([redis().del(keyOf(name, key)), sleep(PATIENCE_MS)]);
}

const keyOf = (name: string, key: string): string => `nexusflow:limit:${name}:${key}`;

async function count(
  { name, windowSeconds }: RateLimit,
  key: string,
): Promise<{ n: number; msLeft: number } | null> {
  try {
    const [n, msLeft] = (await redis().eval(COUNT, 1, keyOf(name, key), windowSeconds * 1_000)) as [
      number,
      number,
    ];
    return { n, msLeft };
  } catch (error) {
    log().warn({ err: error }, 'A rate limit could not be counted');
    return null;
  }
}

const sleep = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, null).unref();
  });
