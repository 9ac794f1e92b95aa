import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/** Starts the import of the sample shop's orders once that of its customers is over. */
export const sampleOrdersJob = defineJob({
  name: 'sample.orders',
  queue: 'maintenance',
  /** `askedAt`: orders that failed to come in before are begun anew. */
  schema: z.object({ workspaceId: z.string(), userId: z.string().nullable(), askedAt: z.coerce.date() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `sample-orders-${p.workspaceId}`,
});

/** Fills a sample workspace, step by step; what it has done is in the database. */
export const sampleFillJob = defineJob({
  name: 'sample.fill',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `sample-fill-${p.workspaceId}`,
});
