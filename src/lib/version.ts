import { z } from 'zod';

/**
 * An input by which a change is made only while the thing's `updatedAt` is still this one. Programs send it as If-Match.
 */
export const ifUpdatedAtSchema = z.coerce.date().optional();
