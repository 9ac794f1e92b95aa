import { procedureFor, router } from '../../server/trpc.ts';
import { listUnmatchedInput, unmatchedPageSchema } from './receipts.schema.ts';
import { listUnmatchedReceipts } from './unmatched-receipts.service.ts';

export const receiptsRouter = router({
  unmatched: procedureFor('receipts:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/receipts/unmatched',
        tags: ['Vendors'],
        summary: 'Receipts that named no message of ours, kept a month',
      },
    })
    .input(listUnmatchedInput)
    .output(unmatchedPageSchema)
    .query(({ ctx, input }) => listUnmatchedReceipts(ctx.caller, input)),
});
