import { z } from 'zod';
import { customerFilterSchema } from './customer-filter.schema.ts';
import { listCustomersInput } from './customers.schema.ts';

/** The columns the table of customers can show, in the order they have by themselves. The first is always there. */
export const customerColumns = [
  'name',
  'country',
  'city',
  'tags',
  'segment',
  'orderCount',
  'totalSpend',
  'averageOrderValue',
  'firstOrderAt',
  'lastOrderAt',
  'phone',
  'createdAt',
  'updatedAt',
] as const;
export type CustomerColumn = (typeof customerColumns)[number];

export const MIN_WIDTH = 80;
export const MAX_WIDTH = 600;

/** The shown columns from left to right, with the width of those somebody made wider or narrower (pixels). */
export const columnLayoutSchema = z
  .array(
    z.strictObject({
      id: z.enum(customerColumns),
      width: z.number().int().min(MIN_WIDTH).max(MAX_WIDTH).optional(),
    }),
  )
  .min(1)
  .max(customerColumns.length)
  .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, 'names a column twice')
  .refine(([first]) => first?.id === 'name', 'begins with the name');
export type ColumnLayout = z.output<typeof columnLayoutSchema>;

export const DEFAULT_LAYOUT: ColumnLayout = [
  { id: 'name' },
  { id: 'country' },
  { id: 'tags' },
  { id: 'segment' },
  { id: 'orderCount' },
  { id: 'totalSpend' },
  { id: 'lastOrderAt' },
];

export type CustomerSortKey = z.output<typeof listCustomersInput.shape.sort>;
export const DEFAULT_SORT: CustomerSortKey = '-createdAt';

/** A way of looking at the customers; what is left out is as it is by itself. */
export const customerViewStateSchema = z.strictObject({
  filter: customerFilterSchema.optional(),
  sort: z.enum(listCustomersInput.shape.sort.unwrap().options).optional(),
  columns: columnLayoutSchema.optional(),
});
export type CustomerViewState = z.output<typeof customerViewStateSchema>;
