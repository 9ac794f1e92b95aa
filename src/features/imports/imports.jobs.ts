import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/** Brings a file in, or goes on where a killed worker stopped. It carries no rows: file and checkpoint are in the database. */
export const importRunJob = defineJob({
  name: 'import.run',
  queue: 'imports',
  schema: z.object({ workspaceId: z.string(), importId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `import-${p.importId}`,
});

/** Takes an import back, batch by batch. What is left to do is in the database too. */
export const importUndoJob = defineJob({
  name: 'import.undo',
  queue: 'imports',
  schema: z.object({ workspaceId: z.string(), importId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `import-undo-${p.importId}`,
});
