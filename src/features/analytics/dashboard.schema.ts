import { z } from 'zod';
import { periodNames, rangeProblem } from '../../lib/periods.ts';

const daySchema = z.iso.date('must be a day such as 2026-03-29');

/** A period by name, or the days from one to another, both counted; by the workspace's clocks. */
export const dashboardInput = z
  .object({ period: z.enum(periodNames).optional(), from: daySchema.optional(), to: daySchema.optional() })
  .superRefine(({ period, from, to }, context) => {
    const refuse = (path: 'from' | 'to', message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (period && (from || to)) refuse(from ? 'from' : 'to', 'cannot stand beside a period');
    if (!from !== !to) refuse(from ? 'to' : 'from', 'is missing: a range has two ends');
    if (!from || !to) return;
    const problem = rangeProblem(from, to);
    if (problem) refuse(problem.path, problem.message);
  });
export type DashboardInput = z.infer<typeof dashboardInput>;

/** Messages that went out, by what became of them. What was never sent (skipped, cancelled, still waiting) is not among them. */
const outcomesSchema = z.object({
  delivered: z.number().int(),
  /** Sent, and nobody has told the outcome (yet). */
  noReceipt: z.number().int(),
  bounced: z.number().int(),
  /** Given up after all tries. */
  failed: z.number().int(),
});
/** What orders come to: refunds lower the revenue (major units) and are no orders. */
const earnedSchema = z.object({ revenue: z.number(), orders: z.number().int() });

const figuresSchema = outcomesSchema.extend({
  /** Different people a message was delivered to; null when a campaign is too large to tell them apart. */
  people: z.number().int().nullable(),
  unsubscribed: z.number().int(),
  /** Campaigns that sent anything in the time. */
  campaigns: z.number().int(),
  /** Counted for campaigns. */
  ...earnedSchema.shape,
  /** All orders of the time, whoever they are counted for. */
  shop: earnedSchema,
});
export type DashboardFigures = z.infer<typeof figuresSchema>;

const pointSchema = outcomesSchema.extend({
  /** The first of its days and how many there are: one, or the rest of a week from Monday. */
  day: z.string(),
  days: z.number().int(),
  unsubscribed: z.number().int(),
  ...earnedSchema.shape,
});
export type DashboardPoint = z.infer<typeof pointSchema>;

const audienceSchema = outcomesSchema.extend({
  id: z.string(),
  /** Null when it was deleted since. */
  name: z.string().nullable(),
  ...earnedSchema.shape,
});
export type AudienceFigures = z.infer<typeof audienceSchema>;

/** Every figure is a count of Message and Order rows. Messages count on the day they were sent, orders on the day they were placed. */
export const dashboardSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** The day it is in the workspace’s time zone: the last one may ask for. */
  today: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  /** How many days after a message an order is counted for it. */
  attributionDays: z.number().int(),
  figures: figuresSchema,
  /** The same of as many days before. */
  before: figuresSchema.extend({ from: z.string(), to: z.string() }),
  points: z.array(pointSchema),
  /** Those written to in the time, and those whose campaigns earned in it: the most revenue first. */
  audiences: z.array(audienceSchema),
  /** Whether any campaign was ever launched. */
  any: z.boolean(),
});
export type DashboardData = z.infer<typeof dashboardSchema>;
