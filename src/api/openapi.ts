import { generateOpenApiDocument } from 'trpc-openapi';
import { z } from 'zod';
import { auditFilterSchema } from '../features/audit/audit.schema.ts';
import { receiptSchema } from '../features/campaigns/receipts.schema.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROW_CHARS, MAX_ROWS } from '../features/imports/csv/limits.ts';
import {
  attributeTypes,
  customerTargets,
  dateFormats,
  decimalMarks,
  mappingSchema,
  orderTargets,
} from '../features/imports/mapping.schema.ts';
import { customerExportSchema, EXPORT_VERSION } from '../features/privacy/export/customer-export.schema.ts';
import { vendorAnswerSchema, vendorMessageSchema } from '../features/vendors/vendors.schema.ts';
import { webhookDocuments } from '../features/webhooks/webhook-documents.ts';
import { appRouter } from './root.ts';

/** The OpenAPI 3.1 document: every procedure with a path, and the endpoints that stream, upload or are called by vendors. */
export function openApiDocument(): object {
  const document = generateOpenApiDocument(appRouter, {
    title: 'NexusFlow',
    version: '1.0.0',
    description:
      'Customers, audiences, campaigns and their delivery. Send an API key as `Authorization: Bearer nf_…` (made with `npm run cli -- api-key create` or in the settings). Failures are `application/problem+json` (RFC 9457).',
    baseUrl: '/api',
    tags: [
      'Customers',
      'Orders',
      'Imports',
      'Audiences',
      'Campaigns',
      'Dead letters',
      'Suppressions',
      'Privacy',
      'Vendors',
      'Webhooks',
      'AI',
      'Queues',
      'Audit log',
      'Live',
    ],
    securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'nf_…' } },
  });
  return { ...document, paths: { ...document.paths, ...handWrittenPaths() }, webhooks: webhookDocuments() };
}

const security = [{ apiKey: [] }];
const json = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { type: 'object' } } },
});
const idParameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const FORM_FIELDS = `A form may say more of the file, in fields of their own. \`mapping\`: what each column means, as JSON: a list of {column, target}; columns it does not name are left out. Without it columns are found by their names. \`target\` for customers: ${customerTargets.join(', ')}; for orders: ${orderTargets.join(', ')}; for both: ignore; for customers \`attribute\` too, with {name?, type: ${attributeTypes.join(', ')}}. Dates may be written day or month first ({dates: ${dateFormats.join(', ')}}), amounts and numbers with a comma ({decimal: ${decimalMarks.join(', ')}}). \`dryRun=true\`: only check. The import then counts what would happen and writes nothing; POST /imports/{id}/start imports the same file within a day. Limits: ${MAX_COLUMNS} columns, ${MAX_ROWS} rows, ${MAX_CELL_CHARS} characters in a cell, ${MAX_ROW_CHARS} in a row.`;

function handWrittenPaths() {
  const upload = (what: string, tag: string) => ({
    post: {
      tags: [tag],
      summary: `Import ${what} from CSV`,
      description: `Answers at once; GET /imports/{id} tells how far it is. ${FORM_FIELDS}`,
      security,
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: {
                file: { type: 'string', format: 'binary' },
                mapping: z.toJSONSchema(mappingSchema, { io: 'input', unrepresentable: 'any' }),
                dryRun: { type: 'string', enum: ['true', 'false'] },
              },
            },
            encoding: { mapping: { contentType: 'application/json' } },
          },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      responses: {
        202: {
          description: 'The import is queued',
          ...{ content: json(z.object({ importId: z.string() })) },
        },
        400: problem('The file is empty, or the mapping does not fit it: `errors` names the column'),
        401: problem('Nobody is signed in'),
        413: problem('The file is too large'),
        415: problem('Not a CSV file'),
      },
    },
  });
  const events = (summary: string, parameter: string) => ({
    get: {
      tags: ['Live'],
      summary,
      security,
      parameters: [idParameter(parameter)],
      responses: {
        200: {
          description: 'Server-Sent Events',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        404: problem('No such thing'),
      },
    },
  });
  return {
    '/customers/bulk-upload': upload('customers', 'Customers'),
    '/orders/bulk-upload': upload('orders', 'Orders'),
    '/imports/{id}/errors': {
      get: {
        tags: ['Imports'],
        summary: 'The bad rows with their reasons, as CSV',
        security,
        parameters: [idParameter('id')],
        responses: {
          200: {
            description: 'The bad rows plus row and error',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          404: problem('No such import'),
        },
      },
    },
    '/customers/{id}/export': {
      get: {
        tags: ['Privacy'],
        summary: 'All that is kept of one customer, as a JSON file of any length',
        description: `Version ${EXPORT_VERSION} of the shape. It is sent as it is read, its lists in the order given; it is never cached, and the audit log says who asked for it.`,
        security,
        parameters: [idParameter('id')],
        responses: {
          200: { description: 'The customer’s data', content: json(customerExportSchema) },
          401: problem('Nobody is signed in'),
          403: problem('The key lacks the scope privacy:read'),
          404: problem('No such customer, or one who was erased'),
        },
      },
    },
    '/audiences/{id}/export.csv': {
      get: {
        tags: ['Audiences'],
        summary: 'Who is in an audience right now, as CSV of any length',
        description:
          'email, name, phone, country, city, tags (separated by `;`), totalSpend, orderCount, averageOrderValue, firstOrderAt, lastOrderAt and one column `attributes.<name>` for each attribute anybody in it has (the rarest beyond 1,000 as JSON in the column `attributes`). UTF-8 with byte-order mark, lines end with CRLF. Money is in major units, moments are ISO 8601 in UTC. A text that a spreadsheet would run as a formula has an apostrophe before it. Needs the scopes audiences:read and customers:read.',
        security,
        parameters: [idParameter('id')],
        responses: {
          200: {
            description: 'The customers, by their ids',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          401: problem('Nobody is signed in'),
          403: problem('The key lacks a scope'),
          404: problem('No such audience'),
        },
      },
    },
    '/suppressions/export': {
      get: {
        tags: ['Suppressions'],
        summary: 'The whole list as CSV: address, reason, note, since',
        security,
        responses: {
          200: { description: 'The list', content: { 'text/csv': { schema: { type: 'string' } } } },
          403: problem('The key lacks the scope'),
        },
      },
    },
    '/audit-events/export': {
      get: {
        tags: ['Audit log'],
        summary: 'The audit log as CSV of any length, newest first',
        description:
          'Columns: at, actor, actorName, action, inWords, targetId, targetName, before and after (the changed fields as JSON), address, userAgent, requestId. The download itself is written into the log.',
        security,
        parameters: Object.entries(auditFilterSchema.shape).map(([name, schema]) => ({
          name,
          in: 'query',
          description: schema.description,
          schema:
            name === 'from' || name === 'until'
              ? { type: 'string', format: 'date-time' }
              : { type: 'string' },
        })),
        responses: {
          200: { description: 'The events', content: { 'text/csv': { schema: { type: 'string' } } } },
          400: problem('A wrong filter'),
          401: problem('Nobody is signed in'),
          403: problem('The key lacks the scope'),
        },
      },
    },
    '/realtime/campaign/{campaignId}': events('A campaign’s progress as it happens', 'campaignId'),
    '/realtime/delivery/{logId}': events('One message’s status as it changes', 'logId'),
    '/dummy-vendor/send': {
      post: {
        tags: ['Vendors'],
        summary: 'The vendor simulator: one message or up to 1,000',
        parameters: [
          { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } },
          ...['deliveryRate', 'bounceRate', 'transientRate', 'duplicateRate', 'reorderRate', 'delayMs'].map(
            (name) => ({ name, in: 'query', schema: { type: 'number' } }),
          ),
        ],
        requestBody: {
          required: true,
          content: json(z.union([vendorMessageSchema, z.array(vendorMessageSchema)])),
        },
        responses: {
          202: {
            description: 'The vendor’s word on each',
            content: json(z.union([vendorAnswerSchema, z.object({ results: z.array(vendorAnswerSchema) })])),
          },
          400: problem('A wrong message or callback address'),
        },
      },
    },
    '/webhooks/delivery-receipts': {
      post: {
        tags: ['Vendors'],
        summary: 'Delivery receipts: one or up to 1,000, signed as Standard Webhooks says',
        description:
          'Signed with the secret of the vendor whom `vendor` names, or on the plain address with the server-wide one. An API key with the scope receipts:write may be sent instead of a signature. A repeat of a request under its webhook-id is taken and changes nothing. See docs/vendors.md.',
        security: [{}, ...security],
        parameters: [
          {
            name: 'vendor',
            in: 'query',
            schema: { type: 'string' },
            description: 'The vendor’s id; it is part of the callback address that messages carry.',
          },
          ...['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
            name,
            in: 'header',
            schema: { type: 'string' },
          })),
        ],
        requestBody: { required: true, content: json(z.union([receiptSchema, z.array(receiptSchema)])) },
        responses: {
          202: { description: 'Taken', content: json(z.object({ accepted: z.number() })) },
          400: problem('Wrong shape'),
          401: problem('Wrong signature, or wrong API key'),
          403: problem('The API key lacks the scope receipts:write'),
          409: problem('The webhook-id came with another body before'),
          413: problem('The body is too large'),
        },
      },
    },
  };
}
