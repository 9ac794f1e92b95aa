import { z } from 'zod';
import { type SimulatorSettings, simulatorSettingsSchema } from '../vendors.schema.ts';

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

export const simulatorFormSchema = z
  .object({
    delivered: percent,
    bounced: percent,
    busy: percent,
    twice: percent,
    late: percent,
    delay: seconds,
  })
  .refine(({ delivered, bounced }) => toNumber(delivered) + toNumber(bounced) <= 100, {
    path: ['bounced'],
    error: 'delivered and bounced together may be 100 at most',
  });
export type SimulatorFormValues = z.infer<typeof simulatorFormSchema>;

export const toNumber = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN);
const toPercent = (rate: number): string => String(Number((rate * 100).toFixed(2)));
const toRate = (text: string): number => Number((toNumber(text) / 100).toFixed(4));

export const valuesOf = (settings: SimulatorSettings): SimulatorFormValues => ({
  delivered: toPercent(settings.deliveryRate),
  bounced: toPercent(settings.bounceRate),
  busy: toPercent(settings.transientRate),
  twice: toPercent(settings.duplicateRate),
  late: toPercent(settings.reorderRate),
  delay: String(settings.delayMs / 1_000),
});

export const settingsOf = (values: SimulatorFormValues): SimulatorSettings =>
  simulatorSettingsSchema.parse({
    deliveryRate: toRate(values.delivered),
    bounceRate: toRate(values.bounced),
    transientRate: toRate(values.busy),
    duplicateRate: toRate(values.twice),
    reorderRate: toRate(values.late),
    delayMs: Math.round(toNumber(values.delay) * 1_000),
  });
