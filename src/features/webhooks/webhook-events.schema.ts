import { z } from 'zod';

/** The most messages, customers or addresses one request tells of; a campaign to many comes in several. */
export const EVENT_BATCH_LIMIT = 500;

const at = z.iso.datetime();
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(EVENT_BATCH_LIMIT);

const campaign = z.object({
  campaignId: z.string(),
  name: z.string(),
  channel: z.string(),
  status: z.string(),
});
const completedCampaign = campaign.extend({
  /** The ledger's figures; `audience` is the sum of all but `dead`, which is part of `failed`. */
  stats: z.record(z.string(), z.number()),
});
const failedCampaign = campaign.extend({ reason: z.string().nullable() });

const message = z.object({
  messageId: z.string(),
  customerId: z.string(),
  /** The address or number it went to. */
  to: z.string().nullable(),
  vendorMessageId: z.string().nullable(),
  at,
});
const messages = <T extends z.ZodType>(item: T) => z.object({ campaignId: z.string(), messages: list(item) });
const withReason = message.extend({ reason: z.string().nullable() });

const customer = z.object({
  customerId: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  tags: z.array(z.string()),
  attributes: z.record(z.string(), z.unknown()),
});

const importOver = z.object({
  importId: z.string(),
  kind: z.string(),
  fileName: z.string(),
  counts: z.record(z.string(), z.number()),
});

/**
 * Every event other systems can be told of, with what it says. Each is kept in the same transaction as the change it
 * tells of: there is none without the change, and no change without it.
 */
export const webhookEvents = {
  'campaign.launched': { summary: 'A campaign was launched and begins to be sent', data: campaign },
  'campaign.paused': { summary: 'A campaign was paused', data: campaign },
  'campaign.resumed': { summary: 'A paused campaign goes on', data: campaign },
  'campaign.completed': {
    summary:
      'Every message of a campaign has ended; again when failures are retried and it has ended once more',
    data: completedCampaign,
  },
  'campaign.cancelled': { summary: 'A campaign was cancelled', data: campaign },
  'campaign.failed': { summary: 'A campaign could not be prepared', data: failedCampaign },
  'message.sent': { summary: 'The vendor took messages', data: messages(message) },
  'message.delivered': { summary: 'Messages reached their readers', data: messages(message) },
  'message.bounced': {
    summary: 'Messages came back',
    data: messages(withReason.extend({ bounceKind: z.string().nullable() })),
  },
  'message.failed': {
    summary: 'Messages failed for good and wait for a decision',
    data: messages(withReason),
  },
  'message.skipped': {
    summary: 'Customers were left out, with the reason',
    data: messages(withReason.extend({ skipReason: z.string().nullable() })),
  },
  'message.opened': { summary: 'Readers opened messages, each the first time', data: messages(message) },
  'message.clicked': { summary: 'Readers followed a link, each the first time', data: messages(message) },
  'message.complained': { summary: 'Readers called messages unwanted', data: messages(message) },
  'customer.created': { summary: 'A customer was added by hand or through the API', data: customer },
  'customer.updated': { summary: 'A customer was changed by hand or through the API', data: customer },
  'customer.deleted': {
    summary: 'A customer was deleted by hand or through the API',
    data: customer.pick({ customerId: true, email: true }),
  },
  'customer.erased': {
    summary: 'A customer was erased for good on request: what you keep of them should go too',
    data: customer.pick({ customerId: true }),
  },
  'customer.unsubscribed': {
    summary: 'Readers want no more messages',
    data: z.object({
      unsubscribed: list(z.object({ address: z.string(), messageId: z.string().nullable(), at })),
    }),
  },
  'suppression.created': {
    summary: 'Addresses came onto the list of those that are not written to',
    data: z.object({
      suppressions: list(
        z.object({ address: z.string(), reason: z.string(), messageId: z.string().nullable(), at }),
      ),
    }),
  },
  'import.completed': { summary: 'A file was brought in', data: importOver },
  'import.failed': {
    summary: 'A file could not be brought in',
    data: importOver.extend({ error: z.string().nullable() }),
  },
} as const satisfies Record<string, { summary: string; data: z.ZodObject }>;

export type WebhookEventType = keyof typeof webhookEvents;
export const webhookEventTypes = Object.keys(webhookEvents) as WebhookEventType[];
export const webhookEventTypeSchema = z.enum(webhookEventTypes);

/** An event with what it says. */
export type WebhookEvent = {
  [T in WebhookEventType]: { type: T; data: z.input<(typeof webhookEvents)[T]['data']> };
}[WebhookEventType];
export type DataOf<T extends WebhookEventType> = z.input<(typeof webhookEvents)[T]['data']>;

/** Sent by the button on the page alone; nobody subscribes to it. */
export const TEST_EVENT = 'webhook.test';

/** A request's body. */
export const webhookBodySchema = <S extends z.ZodType>(type: string, data: S) =>
  z.object({ type: z.literal(type), timestamp: at, data });
