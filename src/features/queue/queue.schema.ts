import { z } from 'zod';

export const cleanActions = ['clean-completed', 'clean-failed', 'drain'] as const;
export type CleanAction = (typeof cleanActions)[number];

export const queueStatusSchema = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      delayed: z.number().int(),
      completed: z.number().int(),
      failed: z.number().int(),
      paused: z.boolean(),
    }),
  ),
});
