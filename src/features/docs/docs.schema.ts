import { z } from 'zod';

/** One entry of the search: a passage of a page. */
export const docsSearchEntrySchema = z.object({
  id: z.string(),
  href: z.string(),
  page: z.string(),
  title: z.string(),
  text: z.string(),
});
export type DocsSearchEntry = z.infer<typeof docsSearchEntrySchema>;
