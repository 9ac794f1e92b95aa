import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../../server/queue.ts';

const schema = z.object({ workspaceId: z.string(), changeId: z.string() });

/** Changes tags, or goes on where a killed worker stopped: whom and how far stands in the database. */
export const changeTagsJob = defineJob({
  name: 'customers.change-tags',
  queue: 'imports',
  schema,
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `tags-${p.changeId}`,
});

/** Takes such a change back, batch by batch. */
export const undoTagsJob = defineJob({
  name: 'customers.undo-tags',
  queue: 'imports',
  schema,
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `tags-undo-${p.changeId}`,
});
