import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

const target = { workspaceId: z.string(), campaignId: z.string(), epoch: z.number().int() };

/** Walks the audience and writes the ledger. */
export const prepareJob = defineJob({
  name: 'campaign.prepare',
  queue: 'campaigns',
  schema: z.object(target),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 500,
  id: (p) => `prepare-${p.campaignId}-${p.epoch}`,
});

/**
 * Sends what is due of one batch. It carries no list: the ledger's rows say what is left to do. There is one such job
 * per batch and epoch however often it is asked for, and it runs again itself until the batch is done. Batches rank by
 * their number, so a campaign that starts late is not kept waiting by a large one under way.
 */
export const deliverJob = defineJob({
  name: 'message.deliver',
  queue: 'delivery',
  schema: z.object({ ...target, batch: z.number().int() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 500,
  id: (p) => `deliver-${p.campaignId}-${p.epoch}-${p.batch}`,
  rank: (p) => p.batch,
});

/** Puts a completed campaign's result into words. */
export const summariseJob = defineJob({
  name: 'campaign.summarise',
  queue: 'words',
  schema: z.object({ workspaceId: z.string(), campaignId: z.string() }),
  attempts: 5,
  backoffMs: 2_000,
  id: (p) => `summarise-${p.campaignId}`,
});

/** Has the AI service choose a campaign's tags. */
export const tagJob = defineJob({
  name: 'campaign.tag',
  queue: 'words',
  schema: z.object({ workspaceId: z.string(), campaignId: z.string() }),
  attempts: 3,
  backoffMs: 2_000,
  id: (p) => `tag-${p.campaignId}`,
});

/** Every few seconds: finishes what a killed process left behind. */
export const sweepJob = defineJob({
  name: 'campaign.sweep',
  // Apart from the campaigns' own queue, where long preparations would keep it waiting.
  queue: 'maintenance',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
});
