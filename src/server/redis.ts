import { Redis, type RedisOptions } from 'ioredis';
import { getEnv } from '../env.ts';
import { log } from './log.ts';
import { singleton } from './singleton.ts';

function connect(name: string, options: RedisOptions = {}): Redis {
  // BullMQ wants null: a command waits for Redis to come back instead of failing after 20 tries.
  const redis = new Redis(getEnv().redisUrl, {
    maxRetriesPerRequest: null,
    connectionName: name,
    ...options,
  });
  const away = connectionsAway();
  // One line when Redis goes and one when it is back, however many connections there are and however often they try.
  redis.on('error', (error: Error) => {
    if (away.size === 0) log().error({ err: error.message }, 'Redis is not reachable; trying again');
    away.add(redis);
  });
  redis.on('ready', () => {
    if (away.delete(redis) && away.size === 0) log().info('Redis is reachable again');
  });
  redis.on('end', () => away.delete(redis));
  return redis;
}

const connectionsAway = () => singleton('redis-away', () => new Set<Redis>());

/** Whether an error only says that Redis is away, which has its line in the log already. */
export const isRedisAway = (error: Error): boolean =>
  connectionsAway().size > 0 ||
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|Connection is closed|Socket closed|Command timed out/.test(
    `${Reflect.get(error, 'code')} ${error.message}`,
  );

/** The shared connection for commands. */
export const redis = (): Redis => singleton('redis', () => connect('nexusflow'));

/** The connection that only listens: Redis allows no other commands on one that has subscribed. */
export const redisSubscriber = (): Redis =>
  singleton('redis-subscriber', () => connect('nexusflow-subscriber'));

/** Longer than any answer of a Redis that is well, shorter than a person waits. */
const PROMPT_MS = 500;

/**
 * The connection for what must be answered at once or not at all: nothing waits for Redis to come back, and one that has
 * taken a command and says nothing is left, so that the next caller does not wait for it too.
 */
export const promptRedis = (): Redis =>
  singleton('redis-prompt', () =>
    connect('nexusflow-prompt', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      commandTimeout: PROMPT_MS,
      socketTimeout: 2 * PROMPT_MS,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    }),
  );

/** Resolves once the first connection of `promptRedis` stands or has failed: before that it is not away, only new. */
export const promptRedisTried = (): Promise<void> =>
  singleton('redis-prompt-tried', async () => {
    const redis = promptRedis();
    if (redis.status === 'ready') return;
    await new Promise<void>((resolve) => {
      redis.once('ready', resolve);
      redis.once('close', resolve);
      setTimeout(resolve, 2 * PROMPT_MS).unref();
    });
  });

/** A connection of its own, for blocking commands (BullMQ workers). The caller closes it. */
export const newRedis = (name: string): Redis => connect(name);

export async function closeRedis(): Promise<void> {
  promptRedis().disconnect();
  await Promise.allSettled([redis().quit(), redisSubscriber().quit()]);
}
