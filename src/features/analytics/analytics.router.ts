import { procedureFor, router } from '../../server/trpc.ts';
import { dashboardInput, dashboardSchema } from './dashboard.schema.ts';
import { getDashboard } from './dashboard.service.ts';

export const analyticsRouter = router({
  dashboard: procedureFor('campaigns:read', 'orders:read')
    .input(dashboardInput)
    .output(dashboardSchema)
    .query(({ ctx, input }) => getDashboard(ctx.caller, input)),
});
