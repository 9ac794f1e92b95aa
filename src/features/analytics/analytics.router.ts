import { procedureFor, router } from '../../server/trpc.ts';
import { overviewSchema } from './analytics.schema.ts';
import { getOverview } from './analytics.service.ts';
import { dashboardInput, dashboardSchema } from './dashboard.schema.ts';
import { getDashboard } from './dashboard.service.ts';

export const analyticsRouter = router({
  overview: procedureFor('campaigns:read')
    .output(overviewSchema)
    .query(({ ctx }) => getOverview(ctx.caller)),
  dashboard: procedureFor('campaigns:read')
    .input(dashboardInput)
    .output(dashboardSchema)
    .query(({ ctx, input }) => getDashboard(ctx.caller, input)),
});
