import { z } from 'zod';
import { queueNames } from '../../lib/queue-names.ts';

export const queueNameSchema = z.enum(queueNames);
export type QueueName = z.infer<typeof queueNameSchema>;

export const cleanActions = ['clean-completed', 'clean-failed', 'drain'] as const;
export type CleanAction = (typeof cleanActions)[number];

/** What waits in these is written down nowhere else: the vendor was answered 202, or is the simulator. Never drained. */
export const keptQueues: readonly QueueName[] = ['receipts', 'vendor-simulator'];

const count = z.number().int();

export const queueSchema = z.object({
  name: queueNameSchema,
  waiting: count,
  active: count,
  delayed: count,
  completed: count.describe('Kept ones: most jobs are removed when they end well'),
  failed: count,
  paused: z.boolean(),
  workers: count.describe('Processes at work on the queue'),
  perSecond: z.number().describe('Jobs that ended, well or not, per second over the last minute'),
  completedPerMinute: z.array(count).describe('The last 60 minutes, the present one last'),
  failedPerMinute: z.array(count).describe('The last 60 minutes, the present one last'),
  oldestWaitingAt: z.date().nullable().describe('Since when the job that waits longest could have run'),
});
export type QueueState = z.infer<typeof queueSchema>;

export const queueStatusSchema = z.object({ queues: z.array(queueSchema) });
export type QueueStatusPage = z.infer<typeof queueStatusSchema>;

export const cleanInput = z.object({
  action: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(cleanActions)).min(1))
    .describe(`One or several, separated by commas: ${cleanActions.join(', ')}`),
  queue: queueNameSchema.optional().describe('Only this queue; all of them when it is left out'),
});

export const queueInput = z.object({ queue: queueNameSchema });

export const failedJobSchema = z.object({
  /** The queue's own: a number it counted, or the name a job was given. */
  id: z.string().regex(/./),
  name: z.string(),
  reason: z.string(),
  attempts: count,
  failedAt: z.date(),
  createdAt: z.date(),
  /** The ids and numbers of the payload, and nothing else of it. */
  payload: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FailedJob = z.infer<typeof failedJobSchema>;

export const listFailedInput = queueInput.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/, 'is not a cursor')
    .optional(),
});
export const failedPageSchema = z.object({
  items: z.array(failedJobSchema),
  nextCursor: z.string().nullable(),
});

/** Some failed jobs of a queue by id, or all of them. */
export const selectFailedInput = queueInput.extend({
  ids: z.array(z.string().min(1).max(300)).min(1).max(500).optional().describe('All of them when left out'),
});
