import { z } from 'zod';
import { idCursorSchema } from '../../lib/id-cursor.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import { webhookEventTypeSchema } from './webhook-events.schema.ts';

/** Why an endpoint is off that somebody turned off. */
export const OFF_BY_HAND = 'Turned off by hand.';
/** Endpoints one workspace may have. */
export const MAX_ENDPOINTS = 20;

const urlSchema = z
  .url({ protocol: /^https?$/, error: 'give an address that begins with https://' })
  .max(2_000, 'may have at most 2,000 characters')
  .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), {
    error: 'keep user names and passwords out of the address; our signature says who asks',
  });
const eventsSchema = z
  .array(webhookEventTypeSchema)
  .min(1, 'choose at least one event')
  .transform((events) => [...new Set(events)]);
const descriptionSchema = z.string().trim().max(200, 'may have at most 200 characters');

/** A place of another system's that is told of events. Its secrets are shown once, when they are made. */
export const webhookEndpointSchema = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  events: z.array(z.string()),
  /** The present secret, and earlier ones that sign too until they retire. */
  secrets: z.array(z.object({ createdAt: z.date(), retiresAt: z.date().nullable() })),
  /** Since when no delivery has got through; null while they do. */
  failingSince: z.date().nullable(),
  disabledAt: z.date().nullable(),
  /** Why, in words. */
  disabledReason: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

export const createEndpointInput = z.object({
  url: urlSchema,
  description: descriptionSchema.optional(),
  events: eventsSchema,
});
export type CreateEndpointInput = z.output<typeof createEndpointInput>;
export const createdEndpointSchema = webhookEndpointSchema.extend({
  /** Shown this once. */
  secret: z.string(),
});

const id = z.string();
export const endpointIdInput = z.object({ id });
export const updateEndpointInput = z.object({
  id,
  url: urlSchema.optional(),
  description: descriptionSchema.nullable().optional(),
  events: eventsSchema.optional(),
  /** Off: nothing is sent there and no event is kept for it. On again after it was disabled, by hand or by itself. */
  enabled: z.boolean().optional(),
  ifUpdatedAt: ifUpdatedAtSchema,
});
export type UpdateEndpointInput = z.output<typeof updateEndpointInput>;
export const deleteEndpointInput = z.object({ id, ifUpdatedAt: ifUpdatedAtSchema });

export const listEndpointsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
});
export const endpointPageSchema = z.object({
  items: z.array(webhookEndpointSchema),
  nextCursor: z.string().nullable(),
});

const MAX_OVERLAP_HOURS = 168;
export const rotateEndpointSecretInput = z.object({
  id,
  /** How long the secret of before signs too, in hours; 0: not any more. */
  overlapHours: z.coerce
    .number()
    .min(0)
    .max(MAX_OVERLAP_HOURS, `may be ${MAX_OVERLAP_HOURS} hours at most`)
    .default(24),
});

export const deliveryStatuses = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One try to deliver an event. */
export const attemptSchema = z.object({
  at: z.date(),
  /** The answer's status; null when there was none. */
  status: z.number().nullable(),
  /** How long it took. */
  ms: z.number(),
  /** The answer's first characters. */
  answer: z.string(),
  /** Why it did not get through, in words; null when it did. */
  error: z.string().nullable(),
  /** 1, and one more each time somebody had the event sent again. */
  round: z.number(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const deliverySchema = z.object({
  id,
  endpointId: z.string(),
  /** The same for each try and each endpoint: the header webhook-id. */
  eventId: z.string(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
  status: z.enum(deliveryStatuses),
  attempts: z.array(attemptSchema),
  nextAttemptAt: z.date().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type WebhookDelivery = z.infer<typeof deliverySchema>;

export const listDeliveriesInput = z.object({
  id,
  status: z.enum(deliveryStatuses).optional(),
  type: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: idCursorSchema.optional(),
});
export type ListDeliveriesInput = z.infer<typeof listDeliveriesInput>;
/** A list leaves payloads out: each may hold five hundred messages. */
export const deliveryRowSchema = deliverySchema.omit({ payload: true });
export type DeliveryRow = z.infer<typeof deliveryRowSchema>;
export const deliveryPageSchema = z.object({
  items: z.array(deliveryRowSchema),
  nextCursor: z.string().nullable(),
});

export const redeliverFailedInput = z.object({
  id,
  /** Only what failed since then; without it all that is kept. */
  since: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
});

/** What came of a test. */
export const testResultSchema = attemptSchema.pick({ status: true, ms: true, answer: true, error: true });
export const redeliveredSchema = z.object({ redelivered: z.number().int() });
