import { redis, redisSubscriber } from './redis.ts';
import { singleton } from './singleton.ts';

/**
 * Live events between processes: Redis pub/sub in, any number of listeners out, one Redis subscription per topic and
 * process. Events are hints or whole snapshots, never deltas, so a missed one is mended by the next.
 */
type Listener = (message: string) => void;

const CHANNEL_PREFIX = 'nexusflow:events:';

const hub = () =>
  singleton('events', () => {
    const listeners = new Map<string, Set<Listener>>();
    redisSubscriber().on('message', (channel: string, message: string) => {
      for (const listener of listeners.get(channel) ?? []) listener(message);
    });
    return listeners;
  });

/** Sends `event` (JSON) to every process that listens on `topic`, for example `campaign.<id>`. */
export async function publish(topic: string, event: unknown): Promise<void> {
  await redis().publish(CHANNEL_PREFIX + topic, JSON.stringify(event));
}

/** Calls `listener` with each event of `topic`; resolves, once listening, to the function that stops it. */
export async function listen(topic: string, listener: (event: unknown) => void): Promise<() => void> {
  const channel = CHANNEL_PREFIX + topic;
  const listeners = hub();
  const onMessage: Listener = (message) => listener(JSON.parse(message));
  const existing = listeners.get(channel);
  if (existing) existing.add(onMessage);
  else listeners.set(channel, new Set([onMessage]));
  // Also when others listen already: their subscription may still be on its way.
  await redisSubscriber().subscribe(channel);
  return () => {
    const set = listeners.get(channel);
    set?.delete(onMessage);
    if (set?.size === 0) {
      listeners.delete(channel);
      void redisSubscriber().unsubscribe(channel);
    }
  };
}

/**
 * The events of `topic` as an async iterator until `signal` aborts. Of events with the same key only the newest waits: a
 * slow reader skips stale snapshots instead of piling them up. Listening begins before the first `next()` resolves, so
 * whatever `onReady` reads cannot fall between.
 */
export async function* topicEvents(
  topic: string,
  signal: AbortSignal,
  {
    onReady,
    keyOf = () => '',
  }: { onReady?: () => Promise<unknown>; keyOf?: (event: unknown) => string } = {},
): AsyncGenerator<unknown> {
  const waiting = new Map<string, unknown>();
  let wake: (() => void) | null = null;
  const notify = () => {
    wake?.();
    wake = null;
  };
  const stop = await listen(topic, (event) => {
    waiting.set(keyOf(event), event);
    notify();
  });
  signal.addEventListener('abort', notify);
  try {
    if (onReady) yield await onReady();
    while (!signal.aborted) {
      const [next] = waiting;
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted || waiting.size > 0) notify();
        });
        continue;
      }
      waiting.delete(next[0]);
      yield next[1];
    }
  } finally {
    signal.removeEventListener('abort', notify);
    stop();
  }
}
