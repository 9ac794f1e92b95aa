import { z } from 'zod';
import { channels } from '../campaigns.schema.ts';
import { bounceKinds, messageSchema } from '../messages.schema.ts';

export const timelineKinds = [
  'QUEUED',
  'HELD',
  'TRIED',
  'FAILED',
  'RETRIED',
  'DISCARDED',
  'SKIPPED',
  'CANCELLED',
  'SENDING',
  'SENT',
  'DELIVERED',
  'BOUNCED',
  'OPENED',
  'CLICKED',
  'COMPLAINED',
  'UNSUBSCRIBED',
  'ORDERED',
  'REFUNDED',
] as const;

/** One thing that happened to a message. What is said of it beside its moment depends on its kind; the rest is null. */
export const timelineEventSchema = z.object({
  at: z.date(),
  kind: z.enum(timelineKinds),
  /** Why a try failed, why it came back, what the vendor said of the delivery, the variable without a value … */
  reason: z.string().nullable(),
  /** Of a failed try: which one it was; of a failure for good: how many there were. */
  attempts: z.number().int().nullable(),
  /** Until when it was held back. */
  until: z.date().nullable(),
  bounceKind: z.enum(bounceKinds).nullable(),
  /** Of a retry: which parts were edited for it. */
  edited: z.array(z.enum(['to', 'subject', 'body'])),
  /** Of a failure that was discarded. */
  note: z.string().nullable(),
  /** `amount` in major units; negative is a refund. */
  order: z.object({ orderId: z.string(), amount: z.number() }).nullable(),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

const personSchema = z.object({ id: z.string(), name: z.string().nullable(), email: z.string() });

export const messageTimelineSchema = z.object({
  message: messageSchema,
  campaign: z.object({ id: z.string(), name: z.string(), channel: z.enum(channels) }),
  /** Null when they were deleted or erased. */
  customer: personSchema.nullable(),
  /** Oldest first. */
  events: z.array(timelineEventSchema),
  /** Within how many days after it was sent an order counts as this message's. */
  days: z.number().int(),
  currency: z.string(),
});
export type MessageTimeline = z.infer<typeof messageTimelineSchema>;

export const messageTimelineInput = z.object({ id: z.string().describe('The message’s id') });
