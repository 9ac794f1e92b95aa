import { z } from 'zod';
import { procedureFor, router } from '../../server/trpc.ts';
import { createOrderInput, listOrdersInput, orderPageSchema, orderSchema } from './orders.schema.ts';
import { createOrder, getOrder, listOrders } from './orders.service.ts';

const tags = ['Orders'];

export const ordersRouter = router({
  list: procedureFor('orders:read')
    .meta({ openapi: { method: 'GET', path: '/orders', tags, summary: 'List orders' } })
    .input(listOrdersInput)
    .output(orderPageSchema)
    .query(({ ctx, input }) => listOrders(ctx.caller, input)),
  create: procedureFor('orders:write')
    .meta({
      openapi: {
        method: 'POST',
        path: '/orders',
        tags,
        summary: 'Add an order; an unknown address becomes a customer',
      },
    })
    .input(createOrderInput)
    .output(orderSchema)
    .mutation(({ ctx, input }) => createOrder(ctx.caller, input)),
  get: procedureFor('orders:read')
    .meta({ openapi: { method: 'GET', path: '/orders/{id}', tags, summary: 'One order' } })
    .input(z.object({ id: z.string() }))
    .output(orderSchema)
    .query(({ ctx, input }) => getOrder(ctx.caller, input.id)),
});
