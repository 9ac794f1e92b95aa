import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { createVendor, deleteVendor, updateVendor } from './vendor-changes.service.ts';
import { testVendor } from './vendor-test.service.ts';
import {
  createVendorInput,
  testVendorInput,
  testVendorResult,
  updateSimulatorInput,
  updateVendorInput,
  vendorSchema,
  vendorWithHealthSchema,
} from './vendors.schema.ts';
import { getVendor, listVendors, updateSimulator } from './vendors.service.ts';

const byId = z.object({ id: z.string() });

export const vendorsRouter = router({
  list: procedureFor('vendors:read')
    .output(z.array(vendorWithHealthSchema))
    .query(({ ctx }) => listVendors(ctx.caller)),
  get: procedureFor('vendors:read')
    .input(byId)
    .output(vendorWithHealthSchema)
    .query(({ ctx, input }) => getVendor(ctx.caller, input.id)),
  create: procedureFor('vendors:write')
    .input(createVendorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => createVendor(ctx.caller, input)),
  update: procedureFor('vendors:write')
    .input(updateVendorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => updateVendor(ctx.caller, input)),
  delete: procedureFor('vendors:write')
    .input(byId)
    .output(byId)
    .mutation(({ ctx, input }) => deleteVendor(ctx.caller, input.id)),
  test: procedureFor('vendors:write')
    .input(testVendorInput)
    .output(testVendorResult)
    .mutation(({ ctx, input }) => testVendor(ctx.caller, input)),
  updateSimulator: procedureFor('campaigns:write')
    .input(updateSimulatorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => updateSimulator(ctx.caller, input)),
});
