import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { simulatorSettingsSchema, vendorSchema } from './vendors.schema.ts';
import { listVendors, updateSimulator } from './vendors.service.ts';

export const vendorsRouter = router({
  list: procedureFor('campaigns:read')
    .output(z.array(vendorSchema))
    .query(({ ctx }) => listVendors(ctx.caller)),
  updateSimulator: procedureFor('campaigns:write')
    .input(z.object({ id: z.string(), settings: simulatorSettingsSchema.partial() }))
    .output(vendorSchema)
    .mutation(({ ctx, input }) => updateSimulator(ctx.caller, input)),
});
