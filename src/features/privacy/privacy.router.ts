import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import {
  eraseAddress,
  eraseCustomer,
  getErasure,
  getPrivacyOverview,
  liftErased,
} from './erasure/erasures.service.ts';
import { addressInput, erasureSchema, privacyOverviewSchema } from './privacy.schema.ts';

const tags = ['Privacy'];
const idInput = z.object({ id: z.string() });

export const privacyRouter = router({
  eraseCustomer: procedureFor('privacy:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/customers/{id}/erase',
        tags,
        summary: 'Erase a customer for good; orders and messages stay without a person',
      },
    })
    .input(idInput)
    .output(erasureSchema)
    .mutation(({ ctx, input }) => eraseCustomer(ctx.caller, input.id)),
  eraseAddress: procedureFor('privacy:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/privacy/erase',
        tags,
        summary: 'The same by address, whether it is a customer’s or not; it cannot be imported again',
      },
    })
    .input(addressInput)
    .output(erasureSchema)
    .mutation(({ ctx, input }) => eraseAddress(ctx.caller, input.email)),
  lift: procedureFor('privacy:write')
    .meta({
      openapi: {
        method: 'DELETE',
        path: '/privacy/erased',
        tags,
        summary: 'Somebody who was erased may be a customer again: their address can be added once more',
      },
    })
    .input(addressInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => liftErased(ctx.caller, input.email)),
  /** Of a customer’s page that is gone. */
  erasure: procedureFor('customers:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/customers/{id}/erasure',
        tags,
        summary: 'When a customer was erased, and whether every trace is gone yet',
      },
    })
    .input(idInput)
    .output(erasureSchema)
    .query(({ ctx, input }) => getErasure(ctx.caller, input.id)),
  overview: procedureFor('privacy:read')
    .meta({
      openapi: {
        method: 'GET',
        path: '/privacy',
        tags,
        summary: 'How many people were erased, and the latest erasures',
      },
    })
    .output(privacyOverviewSchema)
    .query(({ ctx }) => getPrivacyOverview(ctx.caller)),
});
