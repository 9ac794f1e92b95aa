import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/** Takes away all rows of a deleted workspace, page by page. */
export const purgeWorkspaceJob = defineJob({
  name: 'workspace.purge',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `purge-${p.workspaceId}`,
});
