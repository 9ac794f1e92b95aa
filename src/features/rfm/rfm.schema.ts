import { z } from 'zod';
import { rfmSegments } from '../audiences/rules/rfm-segments.ts';

const segmentNames = rfmSegments.map(({ name }) => name);

/** Where each next score begins: the least value that scores 2, 3, 4 and 5; null when nobody reaches it. */
const stepsOf = <T extends z.ZodType>(value: T) => z.array(value.nullable()).length(4);
export const boundariesSchema = z.object({
  /** Moments of the last order. */
  recency: stepsOf(z.date()),
  /** Numbers of orders. */
  frequency: stepsOf(z.number().int()),
  /** Total spend in major units. */
  monetary: stepsOf(z.number()),
});
export type Boundaries = z.infer<typeof boundariesSchema>;

const figures = {
  customers: z.number().int(),
  /** Total spend in major units. */
  totalSpend: z.number(),
  /** Mean days since the last order; null for nobody. */
  averageRecencyDays: z.number().nullable(),
};

export const rfmSchema = z.object({
  /** null until it was computed for the first time. */
  computedAt: z.date().nullable(),
  boundaries: boundariesSchema.nullable(),
  /** Customers with orders, who have scores. */
  customers: z.number().int(),
  totalSpend: z.number(),
  /** All eleven, the best first. */
  segments: z.array(z.object({ segment: z.enum(segmentNames), ...figures })),
});
export type Rfm = z.infer<typeof rfmSchema>;
export type SegmentFigures = Rfm['segments'][number];

export const rfmRequestedSchema = z.object({ requested: z.literal(true) });
