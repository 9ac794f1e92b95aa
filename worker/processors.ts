import { getEnv } from '../src/env.ts';
import { sweepJob } from '../src/features/campaigns/campaigns.jobs.ts';
import type { QueueName } from '../src/lib/queue-names.ts';
import { type Processor, queue } from '../src/server/queue.ts';
import { applyReceiptsProcessor } from './processors/apply-receipts.ts';
import { deliverProcessor } from './processors/deliver.ts';
import { importRunProcessor } from './processors/import-run.ts';
import { importUndoProcessor } from './processors/import-undo.ts';
import { prepareProcessor } from './processors/prepare.ts';
import { summariseProcessor } from './processors/summarise.ts';
import { sweepProcessor } from './processors/sweep.ts';
import { tagProcessor } from './processors/tag.ts';

/** Every job this process works on. */
export const processors: readonly Processor[] = [
  importRunProcessor,
  importUndoProcessor,
  prepareProcessor,
  sweepProcessor,
  summariseProcessor,
  tagProcessor,
  deliverProcessor,
  applyReceiptsProcessor,
];

const SWEEP_EVERY_MS = 10_000;

/** Jobs of one queue that one process runs at once. Receipts and batches mostly wait for the database or the vendor. */
export const concurrencyOf = (name: QueueName): number =>
  name === 'imports' || name === 'campaigns' || name === 'words' ? 2 : getEnv().workerConcurrency;

/** Registers the recurring jobs; every worker may do so, they exist once. */
export async function scheduleRecurring(): Promise<void> {
  await queue(sweepJob.queue).upsertJobScheduler(
    sweepJob.name,
    { every: SWEEP_EVERY_MS },
    { name: sweepJob.name, data: {}, opts: { removeOnComplete: { count: 5 }, removeOnFail: { count: 20 } } },
  );
}
