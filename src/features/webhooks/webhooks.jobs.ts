import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/**
 * Sends what is due to one endpoint. It carries no list: the deliveries say what is left. One without `due` runs at once
 * and is there once per endpoint; the others come when a try after a wait is due (seconds since 1970).
 */
export const sendWebhooksJob = defineJob({
  name: 'webhook.send',
  queue: 'webhooks',
  schema: z.object({ workspaceId: z.string(), endpointId: z.string(), due: z.number().int().optional() }),
  // A job that is given up would keep its id, and nobody could ask for another.
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: ({ endpointId, due }) => `webhooks-${endpointId}${due === undefined ? '' : `-${due}`}`,
});
