import { z } from 'zod';

/** A list's place where it goes on: the last thing's id. */
export const idCursorSchema = z.string().regex(/^[0-9a-f]{24}$/, 'is not a cursor this API gave');
