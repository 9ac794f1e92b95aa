import { Redis } from 'ioredis';
import { getEnv } from '../env.ts';
import { log } from './log.ts';
import { singleton } from './singleton.ts';

function connect(name: string): Redis {
  // BullMQ wants null: a command waits for Redis to come back instead of failing after 20 tries.
  const redis = new Redis(getEnv().redisUrl, { maxRetriesPerRequest: null, connectionName: name });
  let lastError = '';
  redis.on('error', (error: Error) => {
    if (error.message !== lastError)
      log().error({ err: error.message }, 'Redis is not reachable; trying again');
    lastError = error.message;
  });
  redis.on('ready', () => {
    lastError = '';
  });
  return redis;
}

/** The shared connection for commands. */
export const redis = (): Redis => singleton('redis', () => connect('nexusflow'));

/** The connection that only listens: Redis allows no other commands on one that has subscribed. */
export const redisSubscriber = (): Redis =>
  singleton('redis-subscriber', () => connect('nexusflow-subscriber'));

/** A connection of its own, for blocking commands (BullMQ workers). The caller closes it. */
export const newRedis = (name: string): Redis => connect(name);

export async function closeRedis(): Promise<void> {
  await Promise.allSettled([redis().quit(), redisSubscriber().quit()]);
}
