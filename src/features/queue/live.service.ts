import { z } from 'zod';
import { publish, topicEvents } from '../../server/events.ts';
import { log } from '../../server/log.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { redis } from '../../server/redis.ts';
import { singleton } from '../../server/singleton.ts';
import { type QueueStatusPage, queueStatusSchema } from './queue.schema.ts';
import { readQueues } from './queue.service.ts';

const EVERY_MS = 1_000;
/** A little less than the interval, or a turn would now and then come too early and be left out. */
const TURN_MS = 900;
const TOPIC = 'queues';

/** Snapshots travel as JSON, which has no dates. */
const snapshotSchema = z.object({
  queues: z.array(
    queueStatusSchema.shape.queues.element.extend({ oldestWaitingAt: z.coerce.date().nullable() }),
  ),
});

interface Sampler {
  watchers: number;
  timer: NodeJS.Timeout | null;
}
const sampler = () => singleton<Sampler>('queue-sampler', () => ({ watchers: 0, timer: null }));

/**
 * The figures of all queues: those of now at once, then once a second whenever they changed, while anybody watches. However
 * many watch in however many processes, one of them reads the figures for all.
 */
export async function* watchQueues(
  caller: Caller,
  signal: AbortSignal,
): AsyncGenerator<QueueStatusPage, void, undefined> {
  requirePermission(caller, 'queue:read');
  const state = sampler();
  state.watchers += 1;
  state.timer ??= setInterval(() => void sample(), EVERY_MS);
  try {
    let last = '';
    for await (const event of topicEvents(TOPIC, signal, { onReady: readQueues })) {
      const snapshot = snapshotSchema.parse(event);
      const text = JSON.stringify(snapshot);
      if (text !== last) yield snapshot;
      last = text;
    }
  } finally {
    state.watchers -= 1;
    if (state.watchers === 0 && state.timer) {
      clearInterval(state.timer);
      state.timer = null;
    }
  }
}

async function sample(): Promise<void> {
  try {
    if (!(await redis().set('nexusflow:queue-sample', '1', 'PX', TURN_MS, 'NX'))) return;
    await publish(TOPIC, await readQueues());
  } catch (error) {
    log().error({ err: error }, 'The queues could not be read');
  }
}
