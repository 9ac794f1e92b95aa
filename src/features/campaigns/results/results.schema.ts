import { z } from 'zod';

/** Within how many days after a message an order may come to count for it. */
export const resultDays = [1, 3, 7, 14, 30] as const;
export type ResultDays = (typeof resultDays)[number];
export const LONGEST_DAYS = 30;

const daysSchema = z.coerce
  .number()
  .pipe(z.union(resultDays.map((days) => z.literal(days))))
  .default(7)
  .describe('Orders count up to so many days after the message: 1, 3, 7, 14 or 30');
export const resultsInput = z.object({ id: z.string().describe('The campaign’s id'), days: daysSchema });
export const resultDaysQuery = z.object({ days: daysSchema });

/** Money in major units. */
const figuresSchema = z.object({
  /** Written to, whether it arrived or not. */
  people: z.number().int(),
  delivered: z.number().int(),
  opened: z.number().int(),
  clicked: z.number().int(),
  unsubscribed: z.number().int(),
  /** Those of them with at least one order that counts for the message. */
  buyers: z.number().int(),
  orders: z.number().int(),
  /** Of the orders, less what was refunded. */
  revenue: z.number(),
  /** By order, refunds left out; null without orders. */
  averageOrder: z.number().nullable(),
  /** Revenue by person written to. */
  perPerson: z.number(),
});
export type Figures = z.infer<typeof figuresSchema>;

/** A share (0 to 1) with what it lies between, with 95 % confidence (Wilson). */
const shareSchema = z.object({ share: z.number(), low: z.number(), high: z.number() });
export type Share = z.infer<typeof shareSchema>;

/** How far one group is from another, with what the difference lies between. */
const differenceSchema = z.object({
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Whether zero lies outside: chance alone does not explain it. */
  beyondChance: z.boolean(),
});
export type Difference = z.infer<typeof differenceSchema>;

const comparedShareSchema = shareSchema.extend({
  /** Less the share of variant A (Newcombe; 95 % for all comparisons with A together); null for A itself. */
  toFirst: differenceSchema.nullable(),
});

const variantSchema = figuresSchema.extend({
  variant: z.string(),
  /** Of those written to, who ordered and who clicked. */
  ordered: comparedShareSchema,
  clickedShare: comparedShareSchema,
  /** Too few people or buyers to say anything of the difference to A. */
  tooFew: z.boolean(),
});
export type VariantFigures = z.infer<typeof variantSchema>;

const armSchema = z.object({
  people: z.number().int(),
  buyers: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
  ordered: shareSchema,
  perPerson: z.number(),
});

export const liftSchema = z.object({
  /** Those written to, and those held out: all they ordered within the days after the launch, whatever the reason. */
  written: armSchema,
  heldOut: armSchema,
  /** The difference of the shares who ordered (Newcombe, 95 %). */
  ordered: differenceSchema,
  /** The difference of revenue by person (Welch, 95 %); null where nothing varies. */
  perPerson: differenceSchema.nullable(),
  tooFew: z.boolean(),
});
export type Lift = z.infer<typeof liftSchema>;

const groupSchema = figuresSchema.extend({
  /** Null: without a country, or without orders and so in no group. */
  name: z.string().nullable(),
});
export type GroupFigures = z.infer<typeof groupSchema>;

export const resultsSchema = z.object({
  campaignId: z.string(),
  days: z.number().int(),
  currency: z.string(),
  workedOutAt: z.date(),
  /** Until when orders may still be added to these figures; null while messages are still to be sent. */
  openUntil: z.date().nullable(),
  total: figuresSchema,
  /** The same total for every number of days. */
  byDays: z.array(
    z.object({
      days: z.number().int(),
      buyers: z.number().int(),
      orders: z.number().int(),
      revenue: z.number(),
    }),
  ),
  /** In a campaign with several texts, A first. */
  variants: z.array(variantSchema),
  /** Null without a holdout group. */
  lift: liftSchema.nullable(),
  /** The largest first. */
  countries: z.array(groupSchema),
  /** By the RFM group people are in now, the largest first. */
  segments: z.array(groupSchema),
});
export type Results = z.infer<typeof resultsSchema>;
