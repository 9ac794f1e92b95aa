import { getEnv } from '../src/env.ts';
import { dailyJob } from '../src/features/audiences/audiences.jobs.ts';
import { sweepJob } from '../src/features/campaigns/campaigns.jobs.ts';
import { retentionJob } from '../src/features/privacy/privacy.jobs.ts';
import type { QueueName } from '../src/lib/queue-names.ts';
import { type Processor, queue } from '../src/server/queue.ts';
import { applyReceiptsProcessor } from './processors/apply-receipts.ts';
import { audienceProcessors } from './processors/audiences.ts';
import { deliverProcessor } from './processors/deliver.ts';
import { importRunProcessor } from './processors/import-run.ts';
import { importUndoProcessor } from './processors/import-undo.ts';
import { letterProcessor } from './processors/letter.ts';
import { onboardingProcessors } from './processors/onboarding.ts';
import { prepareProcessor } from './processors/prepare.ts';
import { privacyProcessors } from './processors/privacy.ts';
import { sendWebhooksProcessor } from './processors/send-webhooks.ts';
import { summariseProcessor } from './processors/summarise.ts';
import { sweepProcessor } from './processors/sweep.ts';
import { tagProcessor } from './processors/tag.ts';
import { tagProcessors } from './processors/tags.ts';
import { workspaceProcessors } from './processors/workspaces.ts';

/** Every job this process works on. */
export const processors: readonly Processor[] = [
  importRunProcessor,
  importUndoProcessor,
  ...tagProcessors,
  ...audienceProcessors,
  prepareProcessor,
  ...privacyProcessors,
  sweepProcessor,
  summariseProcessor,
  tagProcessor,
  deliverProcessor,
  ...onboardingProcessors,
  ...workspaceProcessors,
  applyReceiptsProcessor,
  sendWebhooksProcessor,
  letterProcessor,
];

const SWEEP_EVERY_MS = 10_000;
/** What has its day already is left alone, so a worker that was away at midnight is up to date within the hour. */
const DAILY_EVERY_MS = 3_600_000;

/** Queues of long jobs, which the database is busy with. */
const LONG: ReadonlySet<QueueName> = new Set(['imports', 'campaigns', 'audiences', 'words']);

/** Endpoints one process sends webhooks to at once: nearly all of it is waiting, and a slow one must not hold up others. */
const WEBHOOK_ENDPOINTS = 30;

/** Jobs of one queue that one process runs at once. Receipts and batches mostly wait for the database or the vendor. */
export function concurrencyOf(name: QueueName): number {
  if (name === 'webhooks') return WEBHOOK_ENDPOINTS;
  return LONG.has(name) ? 2 : getEnv().workerConcurrency;
}

const RECURRING = [
  [sweepJob, SWEEP_EVERY_MS],
  [dailyJob, DAILY_EVERY_MS],
  [retentionJob, DAILY_EVERY_MS],
] as const;

/**
 * Gives each recurring job its schedule where it has none, or one of another version. Every worker may do so, at any time:
 * a schedule that stands is left alone, since setting it anew would put off its next run.
 */
export async function keepRecurring(): Promise<void> {
  for (const [job, every] of RECURRING) {
    if ((await queue(job.queue).getJobScheduler(job.name))?.every === every) continue;
    await queue(job.queue).upsertJobScheduler(
      job.name,
      { every },
      { name: job.name, data: {}, opts: { removeOnComplete: { count: 5 }, removeOnFail: { count: 20 } } },
    );
  }
}
