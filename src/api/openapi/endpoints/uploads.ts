import { z } from 'zod';
import {
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  MAX_ROW_CHARS,
  MAX_ROWS,
} from '../../../features/imports/csv/limits.ts';
import {
  attributeTypes,
  customerTargets,
  dateFormats,
  decimalMarks,
  mappingSchema,
  orderTargets,
} from '../../../features/imports/mapping.schema.ts';
import { header, parameter, refusal } from '../components.ts';
import type { Endpoint } from '../endpoints.ts';
import { jsonSchema } from '../schemas.ts';
import { needing, refusals, scopesInWords } from './parts.ts';

const FORM_FIELDS = `A form may say more of the file, in fields of their own. \`mapping\`: what each column means, as JSON: a list of {column, target}; columns it does not name are left out. Without it columns are found by their names. \`target\` for customers: ${customerTargets.join(', ')}; for orders: ${orderTargets.join(', ')}; for both: ignore; for customers \`attribute\` too, with {name?, type: ${attributeTypes.join(', ')}}. Dates may be written day or month first ({dates: ${dateFormats.join(', ')}}), amounts and numbers with a comma ({decimal: ${decimalMarks.join(', ')}}). \`dryRun=true\`: only check. The import then counts what would happen and writes nothing; POST /imports/{id}/start imports the same file within a day. Limits: ${MAX_COLUMNS} columns, ${MAX_ROWS} rows, ${MAX_CELL_CHARS} characters in a cell, ${MAX_ROW_CHARS} in a row.`;

const startedSchema = z.object({ importId: z.string() });

const upload = (what: 'customers' | 'orders', tag: string, csv: string): Endpoint => ({
  path: `/${what}/bulk-upload`,
  method: 'post',
  operation: {
    operationId: `${what}-upload`,
    tags: [tag],
    summary: `Import ${what} from CSV`,
    description: `Answers as soon as the file is stored; GET /imports/{id} tells how far it is. ${FORM_FIELDS}\n\n${scopesInWords('imports:write')}`,
    security: needing('imports:write'),
    parameters: [parameter('IdempotencyKey')],
    requestBody: {
      required: true,
      content: {
        'text/csv': { schema: { type: 'string', minLength: 1 }, example: csv },
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: {
              file: { type: 'string', format: 'binary', description: 'The CSV file' },
              mapping: jsonSchema(mappingSchema, 'input'),
              dryRun: { type: 'string', enum: ['true', 'false'] },
            },
          },
          encoding: { mapping: { contentType: 'application/json' } },
        },
      },
    },
    responses: {
      202: {
        description: 'The import is queued',
        headers: { Location: header('Location'), 'Idempotency-Replayed': header('Idempotency-Replayed') },
        content: {
          'application/json': {
            schema: jsonSchema(startedSchema),
            example: { importId: '6925f1c2a4b3d8e7f6051423' },
          },
        },
      },
      ...refusals(400, 401, 403, 409, 413, 415, 422),
      429: refusal('429'),
    },
  },
});

export const uploads: Endpoint[] = [
  upload('customers', 'Customers', 'email,name,country\nann@example.com,Ann Smith,United Kingdom\n'),
  upload(
    'orders',
    'Orders',
    'orderId,customerEmail,orderAmount,orderDate\nA-1001,ann@example.com,12.50,2026-05-04\n',
  ),
];
