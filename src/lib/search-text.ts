import { z } from 'zod';

/** What somebody looks for. The database cannot look for U+0000, which no text that is typed holds. */
export const searchText = z
  .string()
  .trim()
  .max(200, 'may have at most 200 characters')
  .refine((text) => !text.includes('\0'), 'holds a character that cannot be looked for (U+0000)');
