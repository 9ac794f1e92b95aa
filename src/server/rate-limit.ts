import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './errors.ts';
import { log } from './log.ts';
import { promptRedis, promptRedisTried } from './redis.ts';
import { currentRequest } from './request-scope.ts';
import { singleton } from './singleton.ts';

/** So many calls in so many seconds, counted over all processes. */
export interface RateLimit {
  name: string;
  limit: number;
  windowSeconds: number;
  /**
   * What holds while Redis does not answer. `count-here`: each process counts for itself, so what people do goes on,
   * looser but never open. `refuse`: nothing passes, for whatever guesses at secrets and must be counted.
   */
  withoutRedis: 'count-here' | 'refuse';
}

const MINUTE = 60;
const HOUR = 3_600;

/** Generous to people and to programs that work hard, fatal to ones that run wild. */
export const limits = {
  /** Calls of one API key, or of one person's sessions: REST, tRPC and uploads together. */
  api: { name: 'api', limit: 6_000, windowSeconds: MINUTE, withoutRedis: 'count-here' },
  /** Calls of nobody, or with a wrong key, from one IP address. An office may share one. */
  anonymous: { name: 'anonymous', limit: 600, windowSeconds: MINUTE, withoutRedis: 'count-here' },
  /** Pages opened from one IP address, signed in or not. */
  pages: { name: 'pages', limit: 600, windowSeconds: MINUTE, withoutRedis: 'count-here' },
  /** Pages fetched ahead by the links on a page: some twenty for each that is opened. */
  pagesAhead: { name: 'pages-ahead', limit: 12_000, windowSeconds: MINUTE, withoutRedis: 'count-here' },
  /** Questions to the AI service of one workspace: each costs money. */
  ai: { name: 'ai', limit: 60, windowSeconds: MINUTE, withoutRedis: 'count-here' },
  /** Sign-ups, all together: each costs a password hash and a workspace. */
  register: { name: 'register', limit: 120, windowSeconds: MINUTE, withoutRedis: 'refuse' },
  /** Sign-ups from one IP address. */
  registerFrom: { name: 'register-from', limit: 30, windowSeconds: 10 * MINUTE, withoutRedis: 'refuse' },
  /** Wrong passwords (and second factors) for one account; the right one sets the count back. */
  signIn: { name: 'sign-in', limit: 20, windowSeconds: 5 * MINUTE, withoutRedis: 'refuse' },
  /** The same from one IP address, whatever the accounts: one password tried on many. */
  signInFrom: { name: 'sign-in-from', limit: 100, windowSeconds: 5 * MINUTE, withoutRedis: 'refuse' },
  /** Wrong codes of one account's second factor: six digits are soon tried out. */
  secondFactor: { name: 'second-factor', limit: 10, windowSeconds: 15 * MINUTE, withoutRedis: 'refuse' },
  /** Letters with a link (password reset, verification) to one mail address: nobody's mailbox is to be filled. */
  letters: { name: 'letters', limit: 5, windowSeconds: HOUR, withoutRedis: 'refuse' },
  /** The same asked for from one IP address. */
  lettersFrom: { name: 'letters-from', limit: 30, windowSeconds: HOUR, withoutRedis: 'refuse' },
} as const satisfies Record<string, RateLimit>;

const limiterOf = ({ name, limit, windowSeconds, withoutRedis }: RateLimit): RateLimiterRedis =>
  singleton(`rate-limit:${name}`, () => {
    const options = { keyPrefix: `nexusflow:limit:${name}`, points: limit, duration: windowSeconds };
    return new RateLimiterRedis({
      ...options,
      storeClient: promptRedis(),
      rejectIfRedisNotReady: true,
      ...(withoutRedis === 'count-here' ? { insuranceLimiter: new RateLimiterMemory(options) } : {}),
    });
  });

/** How soon to try again when Redis is away: about as long as it takes to start it again. */
const AWAY_SECONDS = '10';

/**
 * Counts one call of `key` against the limit. The answer of the request that it belongs to says in its headers how much
 * is left.
 * @returns those headers: `ratelimit-limit`, `-remaining` and `-reset` (seconds), and the same as structured fields,
 *   `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers)
 * @throws AppError RATE_LIMITED, its headers with `Retry-After`, when there were too many; UNAVAILABLE when they cannot
 *   be counted and the limit says to refuse then
 */
export async function countCall(limit: RateLimit, key: string): Promise<Record<string, string>> {
  await promptRedisTried();
  try {
    return tell(limit, await limiterOf(limit).consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw uncounted(refusal);
    const headers = tell(limit, refusal);
    const seconds = headers['ratelimit-reset'];
    throw new AppError('RATE_LIMITED', `Too many requests; try again in ${seconds} s.`, {
      headers: { 'retry-after': seconds },
    });
  }
}

/** Begins a key's window anew: what it did was right. Without Redis it stays as it is, and ends by itself. */
export async function forgiveCalls(limit: RateLimit, key: string): Promise<void> {
  await promptRedisTried();
  await limiterOf(limit)
    .delete(key)
    .catch((error: unknown) =>
      log().debug({ limit: limit.name, err: error }, 'A count could not be set back'),
    );
}

/** Gives one call of a key back: it was right, and says nothing of the others. */
export async function refundCall(limit: RateLimit, key: string): Promise<void> {
  await promptRedisTried();
  await limiterOf(limit)
    .reward(key, 1)
    .catch((error: unknown) =>
      log().debug({ limit: limit.name, err: error }, 'A call could not be given back'),
    );
}

const uncounted = (cause: unknown) =>
  new AppError(
    'UNAVAILABLE',
    'This cannot be done safely right now: a part of the server is away. Try again shortly.',
    {
      cause,
      headers: { 'retry-after': AWAY_SECONDS },
    },
  );

function tell({ name, limit, windowSeconds }: RateLimit, { remainingPoints, msBeforeNext }: RateLimiterRes) {
  const remaining = Math.max(0, remainingPoints);
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  const headers = {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(seconds),
    'ratelimit-policy': `"${name}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${name}";r=${remaining};t=${seconds}`,
  };
  const request = currentRequest();
  for (const [header, value] of Object.entries(headers)) request?.setHeader(header, value);
  return headers;
}
