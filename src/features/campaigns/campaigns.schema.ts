import { z } from 'zod';
import { idCursorSchema } from '../../lib/id-cursor.ts';
import { isTimeZone } from '../../lib/time-zone.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import { ledgerStatsSchema, skipReasons } from './messages.schema.ts';
import { campaignTagSchema } from './tags/tags.schema.ts';

export const campaignStatuses = [
  'DRAFT',
  'SCHEDULED',
  'PREPARING',
  'SENDING',
  'PAUSED',
  'COMPLETED',
  'COMPLETED_WITH_FAILURES',
  'CANCELLED',
  'FAILED',
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** Statuses a campaign never leaves. */
export const finalStatuses: readonly CampaignStatus[] = [
  'COMPLETED',
  'COMPLETED_WITH_FAILURES',
  'CANCELLED',
  'FAILED',
];

export const channels = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof channels)[number];

const idSchema = z.string().regex(/^[0-9a-f]{24}$/i, 'is not an id (24 hexadecimal digits)');

export const templateSchema = z.strictObject({
  subject: z.string().trim().max(500, 'may have at most 500 characters').optional(),
  body: z.string().min(1, 'write a message').max(100_000, 'may have at most 100,000 characters'),
});
export type Template = z.infer<typeof templateSchema>;

export const campaignSchema = z.object({
  id: z.string(),
  name: z.string(),
  audienceId: z.string(),
  vendorId: z.string().nullable(),
  channel: z.enum(channels),
  template: z.object({ subject: z.string().optional(), body: z.string() }),
  status: z.enum(campaignStatuses),
  stats: ledgerStatsSchema,
  scheduledAt: z.date().nullable(),
  /** The zone the schedule was given in, to show it as it was meant. */
  timeZone: z.string().nullable(),
  /** Its time passed while nothing could be sent: it waits for a confirmation or another time. */
  missedAt: z.date().nullable(),
  /** The campaign whose failed recipients this one goes to, instead of the audience. */
  resendOf: z.string().nullable(),
  launchedAt: z.date().nullable(),
  completedAt: z.date().nullable(),
  failureReason: z.string().nullable(),
  /** What it is for, found from its audience and message; to be changed by hand. */
  tags: z.array(campaignTagSchema),
  /** Its result in words, written after it has completed. */
  summary: z
    .object({
      text: z.string(),
      /** Who phrased it; the figures are counted from the ledger either way. */
      source: z.enum(['groq', 'offline']),
      writtenAt: z.date(),
      /** Whether figures have changed since; it is written anew soon. */
      outdated: z.boolean(),
    })
    .nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Campaign = z.infer<typeof campaignSchema>;

const writable = {
  name: z.string().trim().min(1, 'give the campaign a name').max(200, 'may have at most 200 characters'),
  audienceId: idSchema,
  channel: z.enum(channels),
  vendorId: idSchema.nullable(),
  template: templateSchema,
  scheduledAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable(),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone’s name such as Europe/London').nullable(),
};
export const createCampaignInput = z.strictObject({
  ...writable,
  channel: writable.channel.default('EMAIL'),
  vendorId: writable.vendorId.optional(),
  scheduledAt: writable.scheduledAt.optional(),
  timeZone: writable.timeZone.optional(),
});
export type CreateCampaignInput = z.output<typeof createCampaignInput>;

export const updateCampaignInput = z.strictObject({
  id: z.string(),
  ifUpdatedAt: ifUpdatedAtSchema,
  ...z.strictObject(writable).partial().shape,
});
export const deleteCampaignInput = z.object({ id: z.string(), ifUpdatedAt: ifUpdatedAtSchema });
export type UpdateCampaignInput = z.output<typeof updateCampaignInput>;

export const campaignIdInput = z.object({ id: z.string() });

export const listCampaignsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
  tag: campaignTagSchema.optional(),
  status: z.enum(campaignStatuses).optional(),
  audienceId: idSchema.optional().describe('Only those to this audience'),
});
export type ListCampaignsInput = z.output<typeof listCampaignsInput>;
export const campaignPageSchema = z.object({
  items: z.array(campaignSchema),
  nextCursor: z.string().nullable(),
});

/** What the preview and preflight take: a saved campaign or the one in the composer. */
export const renderInput = z.object({
  id: z.string(),
  customerId: z.string().optional(),
});
export const draftPreviewInput = z.object({
  audienceId: idSchema.optional(),
  channel: z.enum(channels).default('EMAIL'),
  template: templateSchema,
  customerId: z.string().optional(),
});
export const renderedSchema = z.object({
  customerId: z.string(),
  to: z.string().nullable(),
  subject: z.string().optional(),
  body: z.string(),
  /** Variables without a value and without `default`: this customer would be skipped. */
  missing: z.array(z.string()),
});
export type Rendered = z.infer<typeof renderedSchema>;

export const preflightSchema = z.object({
  /** Everyone in the audience right now. */
  audience: z.number().int(),
  /** Those who will be sent to. */
  recipients: z.number().int(),
  skips: z.array(
    z.object({ reason: z.enum(skipReasons), detail: z.string().nullable(), count: z.number().int() }),
  ),
  unresolvedVariables: z.array(z.object({ name: z.string(), customers: z.number().int() })),
  /** Of the recipients, those whose quiet hours it is now, and when the last of them may be written to. */
  quiet: z.object({ count: z.number().int(), until: z.date() }).nullable(),
  /** What stops the launch, in words; empty when nothing does. */
  problems: z.array(z.string()),
});
export type Preflight = z.infer<typeof preflightSchema>;

export const snapshotSchema = z.object({
  campaignId: z.string(),
  status: z.enum(campaignStatuses),
  stats: ledgerStatsSchema,
  /** Milliseconds since 1970; grows with every snapshot. */
  at: z.number(),
  launchedAt: z.number().nullable(),
  completedAt: z.number().nullable(),
  /** When a vendor that does not answer is tried again (ms since 1970); null while it answers. */
  vendorRetryAt: z.number().nullable(),
  /** Quiet hours: when people were last kept back, and when the last of them may be written to (both ms since 1970). */
  held: z.object({ at: z.number(), until: z.number() }).nullable(),
  /** When its summary was written (ms since 1970); null while there is none. */
  summaryAt: z.number().nullable(),
});
export type CampaignSnapshot = z.infer<typeof snapshotSchema>;
