import { z } from 'zod';
import { idCursorSchema } from '../../lib/id-cursor.ts';
import { ifUpdatedAtSchema } from '../../lib/version.ts';
import {
  httpSecretsInput,
  httpSettingsSchema,
  smtpSecretsInput,
  smtpSettingsSchema,
} from './vendor-settings.schema.ts';

const rate = z.coerce.number().min(0).max(1);
const delay = z.coerce.number().int().min(0).max(600_000);

/** How the vendor simulator behaves. Rates are shares of messages, 0 to 1; delays in milliseconds. */
export const simulatorSettingsSchema = z.object({
  /** Share of accepted messages that end DELIVERED. */
  deliveryRate: rate.default(0.9),
  /** Share that end BOUNCED; what is left of deliveryRate + bounceRate ends FAILED. */
  bounceRate: rate.default(0.1),
  /** Share of sends answered with a passing failure: asking again may work. */
  transientRate: rate.default(0),
  /** Share of receipts sent a second time. */
  duplicateRate: rate.default(0),
  /** Share of messages whose SENT receipt arrives after the final one. */
  reorderRate: rate.default(0),
  /** Wait between the answer and the receipts. */
  delayMs: delay.default(500),
});
export type SimulatorSettings = z.infer<typeof simulatorSettingsSchema>;
/** Of a change: what is not given stays as it is, and so has no default. */
const changedSimulatorSettings = z.object({
  deliveryRate: rate.optional(),
  bounceRate: rate.optional(),
  transientRate: rate.optional(),
  duplicateRate: rate.optional(),
  reorderRate: rate.optional(),
  delayMs: delay.optional(),
}) satisfies z.ZodType<Partial<SimulatorSettings>>;

const noRate = 'must be a whole number from 1 to 100,000';
/** Messages a second over all workers; null: as many as the vendor takes. */
export const ratePerSecondSchema = z.coerce
  .number(noRate)
  .int(noRate)
  .min(1, noRate)
  .max(100_000, noRate)
  .nullable();
const nameSchema = z.string().trim().min(1, 'give it a name').max(100);

const base = {
  id: z.string(),
  name: z.string(),
  ratePerSecond: z.number().nullable(),
  createdAt: z.date(),
  updatedAt: z.date().nullable(),
};
/** A secret that receipts may be signed with. The secret itself is shown once, when it is made. */
export const receiptSecretStateSchema = z.object({
  createdAt: z.date(),
  /** Until when it is good beside the present one; null for that one. */
  retiresAt: z.date().nullable(),
});

/** A vendor as people and programs see it. Secrets go in and never come out: only that there is one. */
export const vendorSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('SIMULATOR'), settings: simulatorSettingsSchema }),
  z.object({
    ...base,
    kind: z.literal('HTTP'),
    settings: httpSettingsSchema,
    hasSigningSecret: z.boolean(),
    /** Names of the headers whose values are secret. */
    secretHeaders: z.array(z.string()),
    /** Where this vendor posts its receipts. */
    callbackUrl: z.string(),
    /** What it signs them with, the present one first; empty: the server-wide secret. */
    receiptSecrets: z.array(receiptSecretStateSchema),
  }),
  z.object({
    ...base,
    kind: z.literal('SMTP'),
    settings: smtpSettingsSchema,
    hasPassword: z.boolean(),
  }),
]);
export type Vendor = z.infer<typeof vendorSchema>;
export type VendorOf<K extends Vendor['kind']> = Extract<Vendor, { kind: K }>;

/** How a vendor is doing, counted over everything that was sent through it. */
export const vendorHealthSchema = z.object({
  /** CLOSED: it answers. OPEN: it is left alone. HALF_OPEN: the next few messages find out whether it is back. */
  state: z.enum(['CLOSED', 'OPEN', 'HALF_OPEN']),
  /** Requests in a row without an answer. */
  failures: z.number().int().min(0),
  /** When the vendor is tried again; null unless OPEN. */
  retryAt: z.date().nullable(),
});
export type VendorHealth = z.infer<typeof vendorHealthSchema>;

/** A vendor as it is looked at. What sends through one does without its health: that is a question to Redis. */
export const vendorWithHealthSchema = vendorSchema.and(z.object({ health: vendorHealthSchema }));
export type VendorWithHealth = z.infer<typeof vendorWithHealthSchema>;

const httpVendorInput = z.object({
  kind: z.literal('HTTP'),
  name: nameSchema,
  ratePerSecond: ratePerSecondSchema.default(null),
  settings: httpSettingsSchema,
  secrets: httpSecretsInput.default({}),
});
const smtpVendorInput = z.object({
  kind: z.literal('SMTP'),
  name: nameSchema,
  ratePerSecond: ratePerSecondSchema.default(null),
  settings: smtpSettingsSchema,
  secrets: smtpSecretsInput.default({}),
});
export const createVendorInput = z.discriminatedUnion('kind', [httpVendorInput, smtpVendorInput]);
export type CreateVendorInput = z.infer<typeof createVendorInput>;

/** As the API describes it: one object, whose `settings` and `secrets` are those of its kind. */
const part = (...schemas: z.ZodType[]) =>
  z.record(z.string(), z.unknown()).meta({
    override: ({ jsonSchema }) => {
      Object.assign(jsonSchema, { anyOf: schemas.map(documented) });
    },
  });
const documented = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
};
const settingsPart = part(httpSettingsSchema, smtpSettingsSchema);
const secretsPart = part(httpSecretsInput, smtpSecretsInput);
export const createVendorRequest = z
  .object({
    kind: z.enum(['HTTP', 'SMTP']),
    name: nameSchema,
    ratePerSecond: ratePerSecondSchema.optional(),
    settings: settingsPart,
    secrets: secretsPart.optional(),
  })
  .transform((value, context): CreateVendorInput => {
    const parsed = createVendorInput.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
const id = z.string();
export const updateVendorInput = z.discriminatedUnion('kind', [
  httpVendorInput.extend({ id, ifUpdatedAt: ifUpdatedAtSchema }),
  smtpVendorInput.extend({ id, ifUpdatedAt: ifUpdatedAtSchema }),
]);
export type UpdateVendorInput = z.infer<typeof updateVendorInput>;
/** A change of what is named: of `settings` and `secrets` too, only the entries that are there. */
export const patchVendorInput = z.object({
  id,
  name: nameSchema.optional(),
  ratePerSecond: ratePerSecondSchema.optional(),
  settings: part(
    httpSettingsSchema.partial(),
    smtpSettingsSchema.partial(),
    changedSimulatorSettings,
  ).optional(),
  secrets: secretsPart.optional(),
  ifUpdatedAt: ifUpdatedAtSchema,
});
export type PatchVendorInput = z.infer<typeof patchVendorInput>;
export const deleteVendorInput = z.object({ id, ifUpdatedAt: ifUpdatedAtSchema });
/** What stands against deleting a vendor. */
export const vendorUsageSchema = z.object({
  /** Campaigns that are to go or go through it, newest first and ten at most: while there is one, it stays. */
  campaigns: z.array(z.object({ id, name: z.string() })),
  /** How many ended: what failed of them cannot be sent again once it is gone. */
  ended: z.number().int(),
});
export type VendorUsage = z.infer<typeof vendorUsageSchema>;
export const listVendorsInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: idCursorSchema.optional(),
});
export const vendorPageSchema = z.object({
  items: z.array(vendorWithHealthSchema),
  nextCursor: z.string().nullable(),
});
export const updateSimulatorInput = z.object({
  id,
  settings: changedSimulatorSettings,
  ratePerSecond: ratePerSecondSchema.optional(),
  ifUpdatedAt: ifUpdatedAtSchema,
});
export type UpdateSimulatorInput = z.infer<typeof updateSimulatorInput>;

const MAX_OVERLAP_HOURS = 168;
export const rotateReceiptSecretInput = z.object({
  id,
  /** How long the secret of before stays good, in hours; 0: not at all. */
  overlapHours: z.coerce
    .number()
    .min(0)
    .max(MAX_OVERLAP_HOURS, `may be ${MAX_OVERLAP_HOURS} hours at most`)
    .default(24),
});
export type RotateReceiptSecretInput = z.infer<typeof rotateReceiptSecretInput>;
export const retireReceiptSecretsInput = z.object({
  id,
  /** EARLIER: all but the present one. ALL: the vendor signs with the server-wide secret again. */
  which: z.enum(['EARLIER', 'ALL']).default('EARLIER'),
});
export type RetireReceiptSecretsInput = z.infer<typeof retireReceiptSecretsInput>;
export const rotatedReceiptSecretSchema = z.object({
  /** Shown this once. */
  secret: z.string(),
  callbackUrl: z.string(),
  receiptSecrets: z.array(receiptSecretStateSchema),
});

/** Without `to` only the connection is tried; with it a short message is really sent there. */
export const testVendorInput = z.object({ id, to: z.string().trim().min(3).max(320).optional() });
export const testVendorResult = z.object({
  ok: z.boolean(),
  /** What happened, in words. */
  detail: z.string(),
  tookMs: z.number(),
});
export type TestVendorResult = z.infer<typeof testVendorResult>;

/** One message as a vendor is asked to send it: the body of POST /api/dummy-vendor/send. */
export const vendorMessageSchema = z.object({
  messageId: z.string().min(1).max(128),
  /** What makes asking twice safe; the message's id unless given. */
  idempotencyKey: z.string().min(1).max(400).optional(),
  to: z.string().min(1).max(320),
  subject: z.string().max(1_000).optional(),
  body: z.string().min(1).max(200_000),
  callbackUrl: z.url({ protocol: /^https?$/ }),
});
export type VendorMessage = z.infer<typeof vendorMessageSchema>;

/** A vendor's word on one message of a request. `retryable` tells a passing failure from a final one. */
export const vendorAnswerSchema = z.discriminatedUnion('status', [
  z.object({ messageId: z.string(), status: z.literal('ACCEPTED'), vendorMessageId: z.string() }),
  z.object({
    messageId: z.string(),
    status: z.literal('REJECTED'),
    reason: z.string(),
    retryable: z.boolean(),
    /** How long the vendor asked to be left alone (Retry-After). */
    retryAfterMs: z.number().int().min(0).optional(),
    /** True when this says nothing of the message: the vendor was away, broken or busy as a whole. */
    outage: z.boolean().optional(),
  }),
]);
export type VendorAnswer = z.infer<typeof vendorAnswerSchema>;

/** The most messages one request may carry. */
export const VENDOR_BATCH_LIMIT = 1_000;
