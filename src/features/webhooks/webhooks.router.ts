import { procedureFor, router } from '../../server/trpc.ts';
import {
  getDelivery,
  listDeliveries,
  redeliver,
  redeliverFailed,
  testEndpoint,
} from './deliveries.service.ts';
import * as schema from './webhooks.schema.ts';
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  listEndpoints,
  rotateEndpointSecret,
  updateEndpoint,
} from './webhooks.service.ts';

const rest = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({
  openapi: { method, path: `/webhook-endpoints${path}` as const, tags: ['Webhooks'], summary },
});

export const webhooksRouter = router({
  list: procedureFor('webhooks:read')
    .meta({
      openapi: {
        ...rest('GET', '/', 'The workspace’s webhook endpoints').openapi,
        path: '/webhook-endpoints',
      },
    })
    .input(schema.listEndpointsInput)
    .output(schema.endpointPageSchema)
    .query(({ ctx, input }) => listEndpoints(ctx.caller, input)),
  create: procedureFor('webhooks:write')
    .meta({
      openapi: {
        ...rest('POST', '/', 'Have events told to an address; its secret is shown this once').openapi,
        path: '/webhook-endpoints',
      },
    })
    .input(schema.createEndpointInput)
    .output(schema.createdEndpointSchema)
    .mutation(({ ctx, input }) => createEndpoint(ctx.caller, input)),
  get: procedureFor('webhooks:read')
    .meta(rest('GET', '/{id}', 'One webhook endpoint'))
    .input(schema.endpointIdInput)
    .output(schema.webhookEndpointSchema)
    .query(({ ctx, input }) => getEndpoint(ctx.caller, input.id)),
  update: procedureFor('webhooks:write')
    .meta(rest('PATCH', '/{id}', 'Change a webhook endpoint, or turn it off and on (`enabled`)'))
    .input(schema.updateEndpointInput)
    .output(schema.webhookEndpointSchema)
    .mutation(({ ctx, input }) => updateEndpoint(ctx.caller, input)),
  delete: procedureFor('webhooks:write')
    .meta(rest('DELETE', '/{id}', 'Delete a webhook endpoint with its log'))
    .input(schema.deleteEndpointInput)
    .output(schema.endpointIdInput)
    .mutation(({ ctx, input }) => deleteEndpoint(ctx.caller, input)),
  test: procedureFor('webhooks:write')
    .meta(rest('POST', '/{id}/test', 'Send the event webhook.test at once, and see the answer'))
    .input(schema.endpointIdInput)
    .output(schema.testResultSchema)
    .mutation(({ ctx, input }) => testEndpoint(ctx.caller, input.id)),
  rotateSecret: procedureFor('webhooks:write')
    .meta(
      rest('POST', '/{id}/rotate-secret', 'Make another secret; the one before signs too for `overlapHours`'),
    )
    .input(schema.rotateEndpointSecretInput)
    .output(schema.createdEndpointSchema)
    .mutation(({ ctx, input }) => rotateEndpointSecret(ctx.caller, input)),
  deliveries: procedureFor('webhooks:read')
    .meta(rest('GET', '/{id}/deliveries', 'What was sent there, newest first, kept for a month'))
    .input(schema.listDeliveriesInput)
    .output(schema.deliveryPageSchema)
    .query(({ ctx, input }) => listDeliveries(ctx.caller, input)),
  delivery: procedureFor('webhooks:read')
    .meta(rest('GET', '/deliveries/{id}', 'One event that was sent, with its body and every try'))
    .input(schema.endpointIdInput)
    .output(schema.deliverySchema)
    .query(({ ctx, input }) => getDelivery(ctx.caller, input.id)),
  redeliver: procedureFor('webhooks:write')
    .meta(rest('POST', '/deliveries/{id}/redeliver', 'Send one event again, under the same webhook-id'))
    .input(schema.endpointIdInput)
    .output(schema.deliverySchema)
    .mutation(({ ctx, input }) => redeliver(ctx.caller, input.id)),
  redeliverFailed: procedureFor('webhooks:write')
    .meta(rest('POST', '/{id}/redeliver-failed', 'Send all that failed again, or what failed since then'))
    .input(schema.redeliverFailedInput)
    .output(schema.redeliveredSchema)
    .mutation(({ ctx, input }) => redeliverFailed(ctx.caller, input)),
});
