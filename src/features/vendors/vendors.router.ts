import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { retireReceiptSecrets, rotateReceiptSecret } from './receipt-secrets.service.ts';
import {
  createVendor,
  deleteVendor,
  getVendorUsage,
  patchVendor,
  updateVendor,
} from './vendor-changes.service.ts';
import { testVendor } from './vendor-test.service.ts';
import {
  createVendorRequest,
  deleteVendorInput,
  listVendorsInput,
  patchVendorInput,
  retireReceiptSecretsInput,
  rotatedReceiptSecretSchema,
  rotateReceiptSecretInput,
  testVendorInput,
  testVendorResult,
  updateSimulatorInput,
  updateVendorInput,
  vendorPageSchema,
  vendorSchema,
  vendorUsageSchema,
  vendorWithHealthSchema,
} from './vendors.schema.ts';
import { getVendor, listVendors, pageVendors, updateSimulator } from './vendors.service.ts';

const byId = z.object({ id: z.string() });
const rest = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({
  openapi: { method, path, tags: ['Vendors'], summary },
});

export const vendorsRouter = router({
  list: procedureFor('vendors:read')
    .output(z.array(vendorWithHealthSchema))
    .query(({ ctx }) => listVendors(ctx.caller)),
  page: procedureFor('vendors:read')
    .meta(rest('GET', '/vendors', 'The vendors, the simulator among them, each with how it is doing'))
    .input(listVendorsInput)
    .output(vendorPageSchema)
    .query(({ ctx, input }) => pageVendors(ctx.caller, input)),
  get: procedureFor('vendors:read')
    .meta(rest('GET', '/vendors/{id}', 'One vendor; of its secrets only that there are some'))
    .input(byId)
    .output(vendorWithHealthSchema)
    .query(({ ctx, input }) => getVendor(ctx.caller, input.id)),
  create: procedureFor('vendors:write')
    .meta(rest('POST', '/vendors', 'Add a vendor with an HTTP API, or a mail server'))
    .input(createVendorRequest)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => createVendor(ctx.caller, input)),
  update: procedureFor('vendors:write')
    .input(updateVendorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => updateVendor(ctx.caller, input)),
  patch: procedureFor('vendors:write')
    .meta(
      rest(
        'PATCH',
        '/vendors/{id}',
        'Change what is named of a vendor, of its settings and secrets too; null removes a secret',
      ),
    )
    .input(patchVendorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => patchVendor(ctx.caller, input)),
  usage: procedureFor('vendors:write')
    .input(byId)
    .output(vendorUsageSchema)
    .query(({ ctx, input }) => getVendorUsage(ctx.caller, input.id)),
  delete: procedureFor('vendors:write')
    .meta(rest('DELETE', '/vendors/{id}', 'Delete a vendor that no campaign under way goes through'))
    .input(deleteVendorInput)
    .output(byId)
    .mutation(({ ctx, input }) => deleteVendor(ctx.caller, input)),
  test: procedureFor('vendors:write')
    .meta(rest('POST', '/vendors/{id}/test', 'Try the connection, or really send a short message with `to`'))
    .input(testVendorInput)
    .output(testVendorResult)
    .mutation(({ ctx, input }) => testVendor(ctx.caller, input)),
  rotateReceiptSecret: procedureFor('vendors:write')
    .meta(
      rest(
        'POST',
        '/vendors/{id}/rotate-receipt-secret',
        'Make the secret this vendor signs its receipts with; it is shown this once. The one before stays good for `overlapHours`',
      ),
    )
    .input(rotateReceiptSecretInput)
    .output(rotatedReceiptSecretSchema)
    .mutation(({ ctx, input }) => rotateReceiptSecret(ctx.caller, input)),
  retireReceiptSecrets: procedureFor('vendors:write')
    .meta(
      rest(
        'POST',
        '/vendors/{id}/retire-receipt-secrets',
        'End this vendor’s earlier receipt secrets now, or all of them: then the server-wide one counts again',
      ),
    )
    .input(retireReceiptSecretsInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => retireReceiptSecrets(ctx.caller, input)),
  updateSimulator: procedureFor('campaigns:write')
    .input(updateSimulatorInput)
    .output(vendorSchema)
    .mutation(({ ctx, input }) => updateSimulator(ctx.caller, input)),
});
