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
