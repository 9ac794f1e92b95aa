import type { Worker } from 'bullmq';
import { simulatorReceiptsJob } from '../src/features/vendors/simulator/simulator.jobs.ts';
import { postReceipts } from '../src/features/vendors/simulator/simulator.service.ts';
import { defineProcessor, startQueueWorker } from '../src/server/queue.ts';

const CONCURRENCY = 4;

/**
 * The vendor simulator lives in the web process, beside its endpoint: it stands for somebody else's server and calls
 * back over HTTP as that server would.
 */
export const startSimulatorWorker = (): Worker =>
  startQueueWorker(
    simulatorReceiptsJob.queue,
    [
      defineProcessor(simulatorReceiptsJob, async ({ callbackUrl, webhookId, receipts }) => {
        await postReceipts(callbackUrl, webhookId, receipts);
      }),
    ],
    CONCURRENCY,
    new AbortController().signal,
  );
