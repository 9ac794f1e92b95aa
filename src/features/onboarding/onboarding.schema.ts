import { z } from 'zod';
import { importSchema } from '../imports/imports.schema.ts';

/** The files of the sample shop, in `public/samples`. */
export const sampleFiles = {
  CUSTOMERS: 'online-retail-customers.csv',
  ORDERS: 'online-retail-orders.csv',
} as const;

/** What a new workspace has got behind it, and what it may do next. */
export const firstStepsSchema = z.object({
  customers: z.boolean(),
  orders: z.boolean(),
  audience: z.boolean(),
  campaign: z.boolean(),
  /** Whether whoever asks does not want to see the first steps any more. */
  hidden: z.boolean(),
  /** The newest imports of the sample shop's files here. */
  sample: z.object({
    customers: importSchema.nullable(),
    orders: importSchema.nullable(),
    /** Whether it is being brought in right now; the orders follow the customers by themselves. */
    moving: z.boolean(),
  }),
  /** The newest audience, to write a first campaign to. */
  audienceId: z.string().nullable(),
});
export type FirstSteps = z.infer<typeof firstStepsSchema>;

export const hideFirstStepsInput = z.object({ hidden: z.boolean() });

/** What a sample workspace is filled with, in this order. */
export const sampleSteps = ['CUSTOMERS', 'ORDERS', 'AUDIENCES', 'FIRST_CAMPAIGN', 'SECOND_CAMPAIGN'] as const;
export type SampleStep = (typeof sampleSteps)[number];

/** How far a sample workspace is filled, as it is stored with the workspace. */
export const sampleProgressSchema = z.object({
  /** For whom: what is made in it is theirs. */
  userId: z.string(),
  /** When it was asked for, the last time: what failed earlier is done anew. */
  askedAt: z.coerce.date(),
  step: z.enum(sampleSteps),
  /** Of the step, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** When something last moved. */
  movedAt: z.coerce.date(),
  doneAt: z.coerce.date().nullable(),
  /** What stopped it, in words; it can be asked for again. */
  error: z.string().nullable(),
});
export type SampleProgress = z.infer<typeof sampleProgressSchema>;

export const sampleStateSchema = sampleProgressSchema.omit({ userId: true, askedAt: true });
export type SampleState = z.infer<typeof sampleStateSchema>;
