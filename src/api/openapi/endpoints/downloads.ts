import { auditFilterSchema } from '../../../features/audit/audit.schema.ts';
import { resultDays } from '../../../features/campaigns/results/results.schema.ts';
import {
  customerExportSchema,
  EXPORT_VERSION,
} from '../../../features/privacy/export/customer-export.schema.ts';
import type { Permission } from '../../../server/permissions.ts';
import { refusal } from '../components.ts';
import type { Endpoint } from '../endpoints.ts';
import { exampleOf } from '../examples.ts';
import { jsonSchema } from '../schemas.ts';
import type { Parameter } from '../types.ts';
import { idParameter, needing, refusals, scopesInWords } from './parts.ts';

const csv = (
  path: string,
  { tag, id, summary, description, scopes, of, parameters = [], example }: Download,
): Endpoint => ({
  path,
  method: 'get',
  operation: {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, scopesInWords(...scopes)].filter(Boolean).join('\n\n'),
    security: needing(...scopes),
    parameters: [...(of ? [idParameter('id', `The ${of}’s id`)] : []), ...parameters],
    responses: {
      200: {
        description: 'The file',
        headers: { 'Content-Disposition': { description: 'The file’s name', schema: { type: 'string' } } },
        content: { 'text/csv': { schema: { type: 'string' }, example } },
      },
      ...refusals(
        ...(parameters.length > 0 ? ([400] as const) : []),
        401,
        403,
        ...(of ? ([404] as const) : []),
      ),
      429: refusal('429'),
    },
  },
});

interface Download {
  tag: string;
  id: string;
  summary: string;
  description?: string;
  scopes: Permission[];
  /** What the path's id is of. */
  of?: string;
  parameters?: Parameter[];
  example: string;
}

const daysParameter: Parameter = {
  name: 'days',
  in: 'query',
  description: 'Orders count up to so many days after the message; 7 unless given',
  schema: { type: 'integer', enum: [...resultDays], default: 7 },
};

export const downloads: Endpoint[] = [
  {
    path: '/customers/{id}/export',
    method: 'get',
    operation: {
      operationId: 'customers-export',
      tags: ['Privacy'],
      summary: 'All that is kept of one customer, as a JSON file of any length',
      description: `Version ${EXPORT_VERSION} of the shape. It is sent as it is read, its lists in the order given; it is never cached, and the audit log says who asked for it.\n\n${scopesInWords('privacy:read')}`,
      security: needing('privacy:read'),
      parameters: [idParameter('id', 'The customer’s id')],
      responses: {
        200: {
          description: 'The customer’s data',
          content: {
            'application/json': {
              schema: jsonSchema(customerExportSchema),
              example: exampleOf(jsonSchema(customerExportSchema), {}, 'Customer'),
            },
          },
        },
        ...refusals(401, 403, 404),
        429: refusal('429'),
      },
    },
  },
  csv('/imports/{id}/errors', {
    tag: 'Imports',
    id: 'imports-errors',
    summary: 'The bad rows with their reasons, as CSV',
    description: 'The file’s own columns, then `row` (the header is row 1) and `error`.',
    scopes: ['imports:read'],
    of: 'import',
    example: 'email,name,row,error\nann@example,Ann,2,email: is not an email address\n',
  }),
  csv('/audiences/{id}/export.csv', {
    tag: 'Audiences',
    id: 'audiences-export',
    summary: 'Who is in an audience right now, as CSV of any length',
    description:
      'email, name, phone, country, city, tags (separated by `;`), totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt and one column `attributes.<name>` for each attribute anybody in it has (the rarest beyond 1,000 as JSON in the column `attributes`). UTF-8 with byte-order mark, lines end with CRLF. Money is in major units, moments are ISO 8601 in UTC. A text that a spreadsheet would run as a formula has an apostrophe before it.',
    scopes: ['audiences:read', 'customers:read'],
    of: 'audience',
    example: 'email,name,phone,country,city,tags\nann@example.com,Ann Smith,,United Kingdom,London,vip\n',
  }),
  csv('/campaigns/{id}/results.csv', {
    tag: 'Campaigns',
    id: 'campaigns-results-export',
    summary: 'A campaign’s results as CSV',
    description:
      'A line for the whole, for each variant, for those written to and those held out, for each country and each RFM group. Money is in major units.',
    scopes: ['campaigns:read', 'customers:read', 'orders:read'],
    of: 'campaign',
    parameters: [daysParameter],
    example: 'group,name,days,people,delivered\nall,,7,1000,980\n',
  }),
  csv('/campaigns/{id}/recipients.csv', {
    tag: 'Campaigns',
    id: 'campaigns-recipients-export',
    summary: 'Everyone a campaign went to, with what became of it, as CSV of any length',
    description:
      'messageId, customerId, address, country, rfmGroup, variant, status, skipReason, reason, tries, queuedAt, sentAt, deliveredAt, openedAt, clickedAt, complainedAt, unsubscribedAt, and the orders and revenue that count for the message. Moments are ISO 8601 in UTC. A text that a spreadsheet would run as a formula has an apostrophe before it.',
    scopes: ['campaigns:read', 'customers:read', 'orders:read'],
    of: 'campaign',
    parameters: [daysParameter],
    example:
      'messageId,customerId,address\n6925f1c2a4b3d8e7f6051423,6925f1c2a4b3d8e7f6051424,ann@example.com\n',
  }),
  csv('/suppressions/export', {
    tag: 'Suppressions',
    id: 'suppressions-export',
    summary: 'The whole list as CSV: address, reason, note, since',
    scopes: ['suppressions:read'],
    example: 'address,reason,note,since\nann@example.com,UNSUBSCRIBED,,2026-05-04T10:15:00.000Z\n',
  }),
  csv('/audit-events/export', {
    tag: 'Audit log',
    id: 'audit-export',
    summary: 'The audit log as CSV of any length, newest first',
    description:
      'Columns: at, actor, actorName, action, inWords, targetId, targetName, before and after (the changed fields as JSON), address, userAgent, requestId. The download itself is written into the log.',
    scopes: ['audit:read'],
    parameters: Object.entries(auditFilterSchema.shape).map(([name, schema]) => ({
      name,
      in: 'query',
      description: schema.description ?? name,
      schema:
        name === 'from' || name === 'until'
          ? { type: 'string', format: 'date-time' }
          : jsonSchema(schema, 'input'),
    })),
    example:
      'at,actor,actorName,action\n2026-05-04T10:15:00.000Z,user:6925f1c2a4b3d8e7f6051423,Ann,campaigns.launch\n',
  }),
];
