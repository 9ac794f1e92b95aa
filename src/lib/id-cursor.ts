import { z } from 'zod';

/** A list's place where it goes on: the last thing's id. */
export const idCursorSchema = z.string().regex(/^[0-9a-f]{24}$/, 'is not a cursor this API gave');

/** The order of a list whose rows' ids tell when they were made; newest first unless asked otherwise. */
export const createdSortSchema = z
  .enum(['createdAt', '-createdAt'])
  .optional()
  .describe('By when they were made; newest first unless given');
export type CreatedSort = z.infer<typeof createdSortSchema>;

/** How a query by `_id` sorts a list and goes on behind its last row. */
export const byId = <T>(sort: CreatedSort, after: T | null | undefined) => {
  const ascending = sort === 'createdAt';
  return {
    filter: after ? { _id: ascending ? { $gt: after } : { $lt: after } } : {},
    sort: { _id: ascending ? 1 : -1 } as const,
  };
};
