import { z } from 'zod';
import { webhookBodySchema, webhookEvents } from './webhook-events.schema.ts';

const headers = [
  ['webhook-id', 'The event’s id: the same for every try, so a repeat is known by it'],
  ['webhook-timestamp', 'When this try was made, in seconds since 1970'],
  [
    'webhook-signature',
    'Standard Webhooks signatures, separated by spaces: one for each secret that is good',
  ],
].map(([name, description]) => ({
  name,
  description,
  in: 'header',
  required: true,
  schema: { type: 'string' },
}));

/** The part `webhooks` of the OpenAPI document: what other systems are sent. */
export const webhookDocuments = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(webhookEvents).map(([type, { summary, data }]) => [
      type,
      {
        post: {
          tags: ['Webhooks'],
          operationId: `on-${type.replace('.', '-')}`,
          summary,
          description:
            'Told at least once, in any order, to every endpoint that subscribed to it. Answer 2xx within 15 seconds; anything else is tried again for about a day, 410 ends it.',
          security: [],
          parameters: headers,
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: jsonSchema(webhookBodySchema(type, data)) },
            },
          },
          responses: {
            '2XX': { description: 'Taken' },
            410: { description: 'No more events, please: the endpoint is turned off' },
          },
        },
      },
    ]),
  );

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
