import { z } from 'zod';
import { campaignStatuses } from '../../lib/campaign-status.ts';
import { createdSortSchema, idCursorSchema } from '../../lib/id-cursor.ts';
import { searchText } from '../../lib/search-text.ts';
import { isTimeZone } from '../../lib/time-zone.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import { ledgerStatsSchema, skipReasons } from './messages.schema.ts';
import { campaignTagSchema } from './tags/tags.schema.ts';

export const channels = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof channels)[number];

const idSchema = z.string().regex(/^[0-9a-f]{24}$/i, 'is not an id (24 hexadecimal digits)');

export const templateSchema = z.strictObject({
  subject: z.string().trim().max(500, 'may have at most 500 characters').optional(),
  body: z.string().min(1, 'write a message').max(100_000, 'may have at most 100,000 characters'),
});
export type Template = z.infer<typeof templateSchema>;

/** The campaign's own text, which gets what the other variants leave. */
export const FIRST_VARIANT = 'A';
/** Texts of one campaign besides its own. */
export const variantKeys = ['B', 'C', 'D'] as const;
/** The most that may go without a message for the sake of comparison, in percent. */
export const MAX_HOLDOUT = 50;

const shareSchema = z
  .number('must be a whole number of percent')
  .int('must be a whole number of percent')
  .min(1, 'must be 1 percent at least')
  .max(99, 'may be 99 percent at most');
/**
 * Several texts, and people who get none. Each variant gets `share` percent of those who are written to, the campaign's
 * own template the rest; `holdout` percent of everybody get nothing.
 */
export const experimentSchema = z
  .strictObject({
    variants: z
      .array(z.strictObject({ key: z.enum(variantKeys), share: shareSchema, template: templateSchema }))
      .max(variantKeys.length)
      .default([]),
    holdout: z
      .number()
      .int('must be a whole number of percent')
      .min(0)
      .max(MAX_HOLDOUT, `may be ${MAX_HOLDOUT} percent at most`)
      .default(0),
  })
  .superRefine(({ variants }, context) => {
    for (const [i, { key }] of variants.entries())
      if (key !== variantKeys[i])
        context.addIssue({
          code: 'custom',
          path: ['variants', i, 'key'],
          message: `name the variants in order: this one is ${variantKeys[i]}`,
        });
    if (variants.reduce((sum, { share }) => sum + share, 0) > 99)
      context.addIssue({
        code: 'custom',
        path: ['variants'],
        message: 'together may have 99 percent at most, so that something is left for variant A',
      });
  });
export type Experiment = z.output<typeof experimentSchema>;

/** What a campaign's texts are called, its own first; none of one that has a single text. */
export const textKeysOf = (
  experiment: { variants: readonly { key: string }[] } | null | undefined,
): string[] =>
  experiment && experiment.variants.length > 0
    ? [FIRST_VARIANT, ...experiment.variants.map(({ key }) => key)]
    : [];

export const campaignSchema = z.object({
  id: z.string(),
  name: z.string(),
  audienceId: z.string(),
  vendorId: z.string().nullable(),
  channel: z.enum(channels),
  template: z.object({ subject: z.string().optional(), body: z.string() }),
  /** Other texts and a holdout group; null: everybody gets `template`. */
  experiment: z
    .object({
      variants: z.array(
        z.object({
          key: z.string(),
          share: z.number().int(),
          template: z.object({ subject: z.string().optional(), body: z.string() }),
        }),
      ),
      holdout: z.number().int(),
    })
    .nullable(),
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
  experiment: experimentSchema.nullable(),
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
  experiment: writable.experiment.optional(),
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
  sort: createdSortSchema,
  search: searchText.optional().describe('A part of the name; upper and lower case are one'),
  tag: campaignTagSchema.optional(),
  status: z.enum(campaignStatuses).optional(),
  underWay: z.enum(['true']).optional().describe('Only those being sent, or paused in the middle of it'),
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
  variant: z.string().max(1).optional().describe('Which text, such as B; without it the campaign’s own'),
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
  /** Of the recipients, how many get which text; empty when there is one text only. */
  variants: z.array(z.object({ key: z.string(), recipients: z.number().int() })),
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
