import { z } from 'zod';
import {
  ratePerSecondSchema,
  simulatorSettingsSchema,
  type UpdateSimulatorInput,
  type VendorOf,
} from '../vendors.schema.ts';

/** The form's values: what people type, in per cent and seconds. */
const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, { error: 'give a number from 0 to 100', abort: true })
  .refine((text) => toNumber(text) <= 100, { error: 'may be 100 at most', abort: true });
const seconds = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,3})?$/, { error: 'give a number of seconds, such as 0.5', abort: true })
  .refine((text) => toNumber(text) <= 600, 'may be 600 at most');
/** Empty: no limit. */
const rate = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const message = ratePerSecondSchema.safeParse(rateFrom(text)).error?.issues[0]?.message;
    if (message) context.addIssue({ code: 'custom', message });
  });

export const simulatorFormSchema = z
  .object({
    delivered: percent,
    bounced: percent,
    busy: percent,
    twice: percent,
    late: percent,
    rate,
    delay: seconds,
  })
  .refine(({ delivered, bounced }) => toNumber(delivered) + toNumber(bounced) <= 100, {
    path: ['bounced'],
    error: 'delivered and bounced together may be 100 at most',
  });
export type SimulatorFormValues = z.infer<typeof simulatorFormSchema>;

export const toNumber = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN);
const toPercent = (share: number): string => String(Number((share * 100).toFixed(2)));
const toShare = (text: string): number => Number((toNumber(text) / 100).toFixed(4));
const rateFrom = (text: string): string | null => text.trim() || null;

export const valuesOf = ({
  settings,
  ratePerSecond,
}: Pick<VendorOf<'SIMULATOR'>, 'settings' | 'ratePerSecond'>): SimulatorFormValues => ({
  delivered: toPercent(settings.deliveryRate),
  bounced: toPercent(settings.bounceRate),
  busy: toPercent(settings.transientRate),
  twice: toPercent(settings.duplicateRate),
  late: toPercent(settings.reorderRate),
  rate: String(ratePerSecond ?? ''),
  delay: String(settings.delayMs / 1_000),
});

export const inputOf = (values: SimulatorFormValues): Omit<UpdateSimulatorInput, 'id'> => ({
  settings: simulatorSettingsSchema.parse({
    deliveryRate: toShare(values.delivered),
    bounceRate: toShare(values.bounced),
    transientRate: toShare(values.busy),
    duplicateRate: toShare(values.twice),
    reorderRate: toShare(values.late),
    delayMs: Math.round(toNumber(values.delay) * 1_000),
  }),
  ratePerSecond: ratePerSecondSchema.parse(rateFrom(values.rate)),
});
