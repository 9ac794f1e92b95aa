import { z } from 'zod';
import { defineJob } from '../../server/queue.ts';

/** Computes the scores of a workspace's customers. `after` tells requests apart that come while one runs. */
export const computeRfmJob = defineJob({
  name: 'rfm.compute',
  queue: 'audiences',
  schema: z.object({ workspaceId: z.string(), after: z.number().int() }),
  attempts: 8,
  backoffMs: 2_000,
  id: (p) => `rfm-${p.workspaceId}-${p.after}`,
  // Behind snapshots, before the daily counts.
  rank: () => 1,
});
