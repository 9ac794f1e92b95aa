import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { singleton } from './singleton.ts';

/** The process's registry, for whatever counts things of its own. */
export const metricsRegistry = (): Registry =>
  singleton('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return registry;
  });

/** Requests of this web process, by how long they took in seconds, with method and status. */
export const httpSeconds = () =>
  singleton(
    'http-metrics',
    () =>
      new Histogram({
        name: 'nexusflow_http_request_seconds',
        help: 'HTTP requests answered by this process, by how long they took',
        labelNames: ['method', 'status'],
        buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        registers: [metricsRegistry()],
      }),
  );

/** Runs of jobs in this worker process, by how long they took in seconds, with queue, job and outcome. */
export const jobSeconds = () =>
  singleton(
    'job-metrics',
    () =>
      new Histogram({
        name: 'nexusflow_job_seconds',
        help: 'Runs of jobs in this process: done, failed (for good) or again (goes on or is tried again later)',
        labelNames: ['queue', 'job', 'outcome'],
        buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
        registers: [metricsRegistry()],
      }),
  );
