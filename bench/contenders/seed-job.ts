/** The seed design's queue, shared by its two processes. */
export const SEED_QUEUE = 'bench-seed';

export interface SeedJob {
  messageId: string;
  template: string;
}

/** BullMQ's connection options from REDIS_URL; it wants commands to wait for Redis instead of failing. */
export const redisOptions = (url: string) => ({
  host: new URL(url).hostname,
  port: Number(new URL(url).port || 6_379),
  password: new URL(url).password || undefined,
  maxRetriesPerRequest: null,
});
