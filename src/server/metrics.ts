import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { queueNames } from '../lib/queue-names.ts';
import { queueStatus } from './queue.ts';
import { singleton } from './singleton.ts';

/** The process's registry, for features that count things of their own. */
export const metricsRegistry = (): Registry =>
  singleton('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    new Gauge({
      name: 'nexusflow_queue_jobs',
      help: 'Jobs per queue and state',
      labelNames: ['queue', 'state'],
      registers: [registry],
      async collect() {
        for (const status of await Promise.all(queueNames.map(queueStatus))) {
          for (const state of ['waiting', 'active', 'delayed', 'completed', 'failed'] as const) {
            this.set({ queue: status.name, state }, status[state]);
          }
        }
      },
    });
    return registry;
  });

/** The process's figures in Prometheus' text format. */
export const metricsText = async (): Promise<{ text: string; contentType: string }> => ({
  text: await metricsRegistry().metrics(),
  contentType: metricsRegistry().contentType,
});
