import { z } from 'zod';
import { channels } from '../../campaigns/campaigns.schema.ts';
import { messageSchema } from '../../campaigns/messages.schema.ts';
import { customerSchema } from '../../customers/customers.schema.ts';
import { suppressionSchema } from '../../suppressions/suppressions.schema.ts';

/** Raised when a field changes its meaning or goes; a new field alone does not raise it. */
export const EXPORT_VERSION = 1;

const fields = z.record(z.string(), z.unknown());

export const exportedOrderSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  /** Major units; a refund is negative. */
  orderAmount: z.number(),
  orderDate: z.date(),
  createdAt: z.date(),
});

export const exportedMessageSchema = messageSchema.omit({ customerId: true }).extend({
  /** Null when the campaign was deleted. */
  campaignName: z.string().nullable(),
  channel: z.enum(channels).nullable(),
  text: z
    .object({
      subject: z.string().nullable(),
      body: z.string(),
      basis: z
        .enum(['KEPT', 'RENDERED_AGAIN'])
        .describe(
          'KEPT: exactly what was handed over, kept because it failed. RENDERED_AGAIN: texts are not kept; this one is made anew from the campaign’s template and the customer’s data of today, and differs where those have changed since.',
        ),
    })
    .nullable()
    .describe('Null where nothing was written, or it cannot be told any more'),
  deadLetter: z
    .object({
      id: z.string(),
      status: z.string(),
      reason: z.string(),
      payload: fields,
      attempts: z.number().int(),
      history: z.array(z.unknown()),
      note: z.string().nullable(),
      createdAt: z.date(),
      resolvedAt: z.date().nullable(),
    })
    .nullable()
    .describe('What failed for good, with what is kept of it'),
});

export const exportedImportRowSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  row: z.number().int(),
  cells: z.array(z.string()),
  error: z.string(),
});

export const exportedChangeSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  at: z.date(),
  /** The changed fields before. */
  was: fields,
  set: fields,
});

export const exportedEventSchema = z.object({
  at: z.date(),
  by: z.string().nullable(),
  action: z.string(),
  inWords: z.string(),
  targetName: z.string().nullable(),
  before: fields.nullable(),
  after: fields.nullable(),
});

/** All that is kept of one customer. Lists come in this order, so that a reader may take them as they arrive. */
export const customerExportSchema = z.object({
  version: z.literal(EXPORT_VERSION),
  exportedAt: z.date(),
  workspace: z.string(),
  customer: customerSchema.extend({
    rfm: z
      .object({
        recency: z.number().int(),
        frequency: z.number().int(),
        monetary: z.number().int(),
        segment: z.string(),
      })
      .nullable(),
  }),
  audiences: z
    .array(z.object({ id: z.string(), name: z.string(), description: z.string().nullable() }))
    .describe('Whose rules they meet at this moment'),
  snapshots: z.array(z.object({ id: z.string(), name: z.string(), takenAt: z.date() })),
  suppressions: z.array(suppressionSchema).describe('Of their address and telephone number'),
  orders: z.array(exportedOrderSchema),
  messages: z.array(exportedMessageSchema),
  importRows: z.array(exportedImportRowSchema).describe('Rows of files that could not be read and name them'),
  importChanges: z
    .array(exportedChangeSchema)
    .describe('What imports changed of them, while that can be undone'),
  events: z.array(exportedEventSchema).describe('What the audit log says of them'),
});
export type CustomerExport = z.infer<typeof customerExportSchema>;
