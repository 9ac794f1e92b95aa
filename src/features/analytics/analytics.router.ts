import { procedureFor, router } from '../../server/trpc.ts';
import { overviewSchema } from './analytics.schema.ts';
import { getOverview } from './analytics.service.ts';

export const analyticsRouter = router({
  overview: procedureFor('campaigns:read')
    .output(overviewSchema)
    .query(({ ctx }) => getOverview(ctx.caller)),
});
