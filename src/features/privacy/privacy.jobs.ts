import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/** Takes the traces of one person away. What is left to do is in the database. */
export const eraseJob = defineJob({
  name: 'privacy.erase',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string(), erasureId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 2_000,
  id: (p) => `erase-${p.erasureId}`,
});

/** Every hour: has each workspace delete what it need not keep any longer. */
export const retentionJob = defineJob({
  name: 'privacy.retention',
  queue: 'maintenance',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
});

/** One workspace's turn. What is due is found in the database, so that one broken off is made good by the next. */
export const workspaceRetentionJob = defineJob({
  name: 'privacy.workspace-retention',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string() }),
  attempts: 3,
  backoffMs: 10_000,
  id: (p) => `retention-${p.workspaceId}`,
  // Behind whatever somebody waits for.
  rank: () => 2,
});
