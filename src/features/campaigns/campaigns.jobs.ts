import { z } from 'zod';
import { defineJob } from '../../server/queue.ts';

const target = { workspaceId: z.string(), campaignId: z.string(), epoch: z.number().int() };

/** Walks the audience and writes the ledger. */
export const prepareJob = defineJob({
  name: 'campaign.prepare',
  queue: 'campaigns',
  schema: z.object(target),
  attempts: 20,
  backoffMs: 500,
  id: (p) => `prepare-${p.campaignId}-${p.epoch}`,
});

/** Sends what is due of one batch. It carries no list: the ledger's rows say what is left to do. */
export const deliverJob = defineJob({
  name: 'message.deliver',
  queue: 'delivery',
  schema: z.object({ ...target, batch: z.number().int() }),
  attempts: 8,
  backoffMs: 500,
});

/** Every few seconds: finishes what a killed process left behind. */
export const sweepJob = defineJob({
  name: 'campaign.sweep',
  queue: 'campaigns',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
});
