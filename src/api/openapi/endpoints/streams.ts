import { refusal } from '../components.ts';
import type { Endpoint } from '../endpoints.ts';
import { idParameter, needing, refusals, scopesInWords } from './parts.ts';

const events = (
  path: string,
  { id, parameter, of, summary, event }: Record<'id' | 'parameter' | 'of' | 'summary' | 'event', string>,
): Endpoint => ({
  path,
  method: 'get',
  operation: {
    operationId: id,
    tags: ['Live'],
    summary,
    description: `Server-Sent Events named \`${event}\`, each with JSON as its data; the present state comes at once, so nothing is missed by connecting again. The stream has no end of its own: close the connection. A comment every 15 seconds keeps it open.\n\n${scopesInWords('campaigns:read')}`,
    security: needing('campaigns:read'),
    parameters: [idParameter(parameter, `The ${of}’s id`)],
    responses: {
      200: {
        description: 'The events, until the client closes the connection',
        content: {
          'text/event-stream': {
            schema: { type: 'string' },
            example: `event: ${event}\ndata: {"status":"SENDING"}\n\n`,
          },
        },
      },
      ...refusals(401, 403, 404),
      429: refusal('429'),
    },
  },
});

export const streams: Endpoint[] = [
  events('/realtime/campaign/{campaignId}', {
    id: 'live-campaign',
    parameter: 'campaignId',
    of: 'campaign',
    summary: 'A campaign’s progress as it happens',
    event: 'progress',
  }),
  events('/realtime/delivery/{logId}', {
    id: 'live-delivery',
    parameter: 'logId',
    of: 'message',
    summary: 'One message’s status as it changes',
    event: 'message',
  }),
];
