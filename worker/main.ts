import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { settingsOrExit } from '../src/env.ts';
import { flushProgress } from '../src/features/campaigns/engine/progress.ts';
import type { QueueName } from '../src/lib/queue-names.ts';
import { closeDatabase, database } from '../src/server/db.ts';
import { log } from '../src/server/log.ts';
import { closeQueues, startQueueWorker } from '../src/server/queue.ts';
import { metricsText } from '../src/server/queue-metrics.ts';
import { closeRedis, redis } from '../src/server/redis.ts';
import { concurrencyOf, keepRecurring, processors } from './processors.ts';

/** How long running jobs may take to finish after SIGTERM; what is not done by then is taken up by another worker. */
const SHUTDOWN_MS = 25_000;

/** Redis may have lost everything: what has no schedule any more gets one within this time. */
const SCHEDULES_EVERY_MS = 60_000;

// Batches live for some hundred milliseconds and then are waste. By itself V8 lets its heap grow fourfold before it looks.
setFlagsFromString('--heap-growing-percent=50');

const env = settingsOrExit();
const stopping = new AbortController();
const queues = [...new Set(processors.map((p) => p.job.queue))];
const workers = queues.map((name: QueueName) =>
  startQueueWorker(
    name,
    processors.filter((p) => p.job.queue === name),
    concurrencyOf(name),
    stopping.signal,
  ),
);
await keepRecurring();
const schedules = setInterval(
  () =>
    void keepRecurring().catch((error: Error) =>
      log().warn({ err: error.message }, 'The recurring jobs could not be looked at'),
    ),
  SCHEDULES_EVERY_MS,
);

const health = createServer(async (request, response) => {
  if (request.url === '/metrics') {
    const figures = await metricsText().catch(() => null);
    response.writeHead(figures ? 200 : 503, figures ? { 'content-type': figures.contentType } : {});
    response.end(figures?.text);
    return;
  }
  if (request.url !== '/health') {
    response.writeHead(404).end();
    return;
  }
  const checks = await Promise.allSettled([database().command({ ping: 1 }), redis().ping()]);
  const ok = !stopping.signal.aborted && checks.every((c) => c.status === 'fulfilled');
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      status: ok ? 'ok' : stopping.signal.aborted ? 'stopping' : 'unavailable',
      queues,
      pid: process.pid,
    }),
  );
});
const port = env.workerPort;
health.on('error', (error) => {
  log().fatal({ err: error.message, port }, 'The worker’s health port cannot be opened; set WORKER_PORT');
  process.exit(1);
});
health.listen(port, () => log().info({ port, queues }, 'Worker ready'));

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  log().info('Worker stopping: finishing what runs');
  stopping.abort();
  clearInterval(schedules);
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  await Promise.allSettled(workers.map((worker) => worker.close()));
  await flushProgress();
  await closeQueues();
  await Promise.allSettled([closeRedis(), closeDatabase()]);
  health.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
