import { z } from 'zod';
import { ledgerStatsSchema } from '../campaigns/messages.schema.ts';

/** How far back the overview looks. */
export const OVERVIEW_DAYS = 30;

export const overviewSchema = z.object({
  customers: z.number().int(),
  /** Campaigns launched in the last OVERVIEW_DAYS days, and the sum of their ledgers. */
  campaigns: z.number().int(),
  messages: ledgerStatsSchema,
  /** Dead letters nobody has decided on yet, of whatever age. */
  openFailures: z.number().int(),
});
export type Overview = z.infer<typeof overviewSchema>;
