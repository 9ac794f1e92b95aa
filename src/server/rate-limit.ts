import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './errors.ts';
import { redis } from './redis.ts';
import { singleton } from './singleton.ts';

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

/** While Redis is away each process counts for itself: looser, but never open. */
const limiterOf = ({ name, limit, windowSeconds }: RateLimit): RateLimiterRedis =>
  singleton(`rate-limit:${name}`, () => {
    const options = { keyPrefix: `nexusflow:limit:${name}`, points: limit, duration: windowSeconds };
    return new RateLimiterRedis({
      ...options,
      storeClient: redis(),
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
  });

/**
 * Counts one call of `key` against the limit.
 * @returns the `RateLimit-*` headers to answer with
 * @throws AppError RATE_LIMITED, its headers with `Retry-After`, when there were too many
 */
export async function countCall(limit: RateLimit, key: string): Promise<Record<string, string>> {
  try {
    return headersOf(limit, await limiterOf(limit).consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const headers = headersOf(limit, refusal);
    throw new AppError('RATE_LIMITED', `Too many requests; try again in ${headers['ratelimit-reset']} s.`, {
      headers: { ...headers, 'retry-after': headers['ratelimit-reset'] },
    });
  }
}

/** Begins a key's window anew: what it did was right. */
export async function forgiveCalls(limit: RateLimit, key: string): Promise<void> {
  await limiterOf(limit).delete(key);
}

const headersOf = ({ limit }: RateLimit, { remainingPoints, msBeforeNext }: RateLimiterRes) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(Math.max(0, remainingPoints)),
  'ratelimit-reset': String(Math.max(1, Math.ceil(msBeforeNext / 1_000))),
});
