import { Gauge } from 'prom-client';
import { queueNames } from '../lib/queue-names.ts';
import { keptBriefly } from './kept-briefly.ts';
import { metricsRegistry } from './metrics.ts';
import { type QueueOverview, queueOverview } from './queue-overview.ts';
import { singleton } from './singleton.ts';

/** All figures of one answer come from one look at Redis. */
const LOOK_KEPT_MS = 500;

/** What stands in Redis, so that every process that is asked says the same. Made once; Redis is asked when they are read. */
export const queueGauges = () =>
  singleton('queue-metrics', () => {
    const look = keptBriefly(() => Promise.all(queueNames.map((name) => queueOverview(name))), {
      keepMs: LOOK_KEPT_MS,
      atMost: 1,
    });
    const gauge = <L extends string>(
      name: string,
      help: string,
      labelNames: L[],
      set: (gauge: Gauge<L>, overview: QueueOverview) => void,
    ) =>
      new Gauge({
        name,
        help,
        labelNames,
        registers: [metricsRegistry()],
        async collect() {
          for (const overview of await look.get('queues')) set(this, overview);
        },
      });
    return [
      gauge('nexusflow_queue_jobs', 'Jobs per queue and state', ['queue', 'state'], (jobs, overview) => {
        for (const state of ['waiting', 'active', 'delayed', 'completed', 'failed'] as const)
          jobs.set({ queue: overview.name, state }, overview[state]);
      }),
      gauge(
        'nexusflow_queue_workers',
        'Processes that work the queue',
        ['queue'],
        (workers, { name, workers: n }) => workers.set({ queue: name }, n),
      ),
      gauge(
        'nexusflow_queue_oldest_waiting_seconds',
        'For how long the job that waits longest could have run; 0 when none waits',
        ['queue'],
        (oldest, { name, oldestWaitingAt }) =>
          oldest.set(
            { queue: name },
            oldestWaitingAt ? Math.max(0, Date.now() - oldestWaitingAt.getTime()) / 1_000 : 0,
          ),
      ),
    ];
  });

/** The process's figures in Prometheus' text format. */
export async function metricsText(): Promise<{ text: string; contentType: string }> {
  queueGauges();
  const registry = metricsRegistry();
  return { text: await registry.metrics(), contentType: registry.contentType };
}
