import { z } from 'zod';
import { isTimeZone } from '../../lib/time-zone.ts';
import { permissionNames, roles } from '../../server/permissions.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 21:00');
const wholeNumber = (min: number, max: number) =>
  z
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `may be at most ${max.toLocaleString('en-GB')}`);

/** From when to when, by the clock of whoever is written to, nothing is sent; it may go over midnight. */
const quietHoursSchema = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    error: 'must not be when they begin: then nothing would ever be sent',
  });

/** Nobody gets more than so many messages within so many days (of 24 hours), whichever campaigns they are of. */
const frequencyCapSchema = z.strictObject({ messages: wholeNumber(1, 1_000), days: wholeNumber(1, 365) });
export type FrequencyCap = z.infer<typeof frequencyCapSchema>;

/** How many days things are kept that hold people and are needed for a while only. */
const retentionSchema = z.strictObject({
  /** Rows of files that could not be read, from the day they were. */
  importRowDays: wholeNumber(1, 3_650),
  /** What imports changed, from their end: so long they can be undone. */
  undoDays: wholeNumber(1, 3_650),
  /** Addresses in messages and texts of failed ones, from the campaign's end; null: for ever. */
  addressDays: wholeNumber(30, 3_650).nullable(),
  /** Events of the audit log. */
  auditDays: wholeNumber(30, 3_650),
});

/** What a workspace may decide about its sending, and how long it keeps what. Stored as it is; a part that is absent has its default. */
export const workspaceSettingsSchema = z.object({
  timeZone: z.string().refine(isTimeZone, 'must be a time zone’s name such as Europe/London').default('UTC'),
  frequencyCap: frequencyCapSchema.nullable().default(null),
  quietHours: quietHoursSchema.nullable().default(null),
  /** So many soft bounces in a row, with no delivery in between, and an address is not written to any more. */
  softBounceLimit: wholeNumber(1, 100).default(3),
  /** How long to wait for receipts before a campaign is over without them; null: what the server is set to. */
  receiptTimeoutMinutes: wholeNumber(1, 43_200).nullable().default(null),
  retention: retentionSchema.default({ importRowDays: 30, undoDays: 90, addressDays: null, auditDays: 730 }),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;

const nameSchema = z
  .string()
  .trim()
  .min(1, 'give the workspace a name')
  .max(100, 'may have at most 100 characters');

/** Amounts are kept as hundredths, so a currency must have two decimals. */
const currencySchema = z
  .string()
  .refine((code) => currencyCodes().includes(code), 'must be a currency’s three letters, such as GBP');

let codes: string[] | undefined;

/** The currencies amounts can be in: those with two decimals. */
export function currencyCodes(): string[] {
  codes ??= Intl.supportedValuesOf('currency').filter(
    (currency) =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ===
      2,
  );
  return codes;
}

export const workspaceDetailsSchema = z.object({
  name: z.string(),
  currency: z.string(),
  settings: workspaceSettingsSchema,
});
export type WorkspaceDetails = z.infer<typeof workspaceDetailsSchema>;

/** What is not given stays as it is. */
export const updateWorkspaceInput = z.strictObject({
  name: nameSchema.optional(),
  currency: currencySchema.optional(),
  settings: z
    .strictObject({
      timeZone: workspaceSettingsSchema.shape.timeZone.unwrap(),
      frequencyCap: workspaceSettingsSchema.shape.frequencyCap.unwrap(),
      quietHours: workspaceSettingsSchema.shape.quietHours.unwrap(),
      softBounceLimit: workspaceSettingsSchema.shape.softBounceLimit.unwrap(),
      receiptTimeoutMinutes: workspaceSettingsSchema.shape.receiptTimeoutMinutes.unwrap(),
      retention: retentionSchema,
    })
    .partial()
    .optional(),
});
/** In pounds unless it says otherwise. */
export const createWorkspaceInput = z.strictObject({
  name: nameSchema,
  currency: currencySchema.optional(),
});

export type UpdateWorkspaceInput = z.infer<typeof updateWorkspaceInput>;

export const currentWorkspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  currency: z.string(),
  /** IANA name of the zone the workspace's days and hours are meant in. */
  timeZone: z.string(),
  /** Made to play in: nothing in it is real. */
  isSample: z.boolean(),
  role: z.enum(roles),
  /** What the caller may do here. */
  permissions: z.array(z.enum(permissionNames)),
  /** Null when an API key asks. */
  user: z.object({ id: z.string(), name: z.string().nullable(), email: z.string() }).nullable(),
});
export type CurrentWorkspace = z.infer<typeof currentWorkspaceSchema>;
