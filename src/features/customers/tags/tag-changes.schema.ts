import { z } from 'zod';
import { customerFilterSchema } from '../customer-filter.schema.ts';
import { tagsSchema } from '../customers.schema.ts';

const idSchema = z.string().regex(/^[0-9a-f]{24}$/, 'is not an id');

/** The most customers one request may name one by one; more are chosen by their filter. */
export const MAX_CHOSEN = 5_000;

/** Whom something is done to: chosen one by one, or all that a filter selects but a few. */
export const customerTargetSchema = z.union([
  z.strictObject({
    ids: z
      .array(idSchema)
      .min(1, 'choose at least one customer')
      .max(MAX_CHOSEN, 'are too many to name one by one: select all that match, and take out the others'),
  }),
  z.strictObject({
    filter: customerFilterSchema,
    except: z.array(idSchema).max(MAX_CHOSEN, 'are too many to leave out one by one').default([]),
  }),
]);
export type CustomerTarget = z.output<typeof customerTargetSchema>;

export const startTagChangeInput = z
  .strictObject({
    target: customerTargetSchema,
    add: tagsSchema.default([]),
    remove: tagsSchema.default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, {
    message: 'give at least one tag',
    path: ['add'],
  });
export type StartTagChangeInput = z.output<typeof startTagChangeInput>;

export const tagChangeStatuses = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;

export const tagChangeSchema = z.object({
  id: z.string(),
  status: z.enum(tagChangeStatuses),
  add: z.array(z.string()),
  remove: z.array(z.string()),
  /** How many it is about, as counted when it began. */
  total: z.number().int(),
  /** Of those, how many it has come to. */
  looked: z.number().int(),
  changed: z.number().int(),
  /** Left as they are, since they would have more than 50 tags. */
  full: z.number().int(),
  /** Taking it back; `kept` are those whose tags somebody changed since, or who are gone. */
  undo: z
    .object({
      status: z.enum(['RUNNING', 'DONE']),
      restored: z.number().int(),
      kept: z.number().int(),
    })
    .nullable(),
  error: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type TagChange = z.infer<typeof tagChangeSchema>;

/** As it comes through Redis. */
export const tagChangeEventSchema = tagChangeSchema.extend({
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
});
