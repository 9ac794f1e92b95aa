import { z } from 'zod';
import { RECEIPT_BATCH_LIMIT, receiptSchema } from '../../../features/campaigns/receipts.schema.ts';
import {
  simulatorSettingsSchema,
  VENDOR_BATCH_LIMIT,
  vendorAnswerSchema,
  vendorMessageSchema,
} from '../../../features/vendors/vendors.schema.ts';
import { header, refusal } from '../components.ts';
import type { Endpoint } from '../endpoints.ts';
import { exampleOf } from '../examples.ts';
import { jsonSchema } from '../schemas.ts';
import type { Parameter, Schema } from '../types.ts';
import { refusals } from './parts.ts';

/** What vendors are asked with, and what they answer. */
export function vendorSide(schemas: Record<string, Schema>): Endpoint[] {
  const json = (schema: Schema) => ({
    'application/json': { schema, example: exampleOf(schema, schemas, 'Vendor') },
  });
  const oneOrMany = (schema: z.ZodType, limit: number): Schema => {
    const one = jsonSchema(schema, 'input');
    return { anyOf: [one, { type: 'array', minItems: 1, maxItems: limit, items: one }] };
  };
  const settings = Object.entries(jsonSchema(simulatorSettingsSchema, 'input').properties ?? {});
  return [
    {
      path: '/dummy-vendor/send',
      method: 'post',
      operation: {
        operationId: 'dummy-vendor-send',
        tags: ['Vendors'],
        summary: 'The vendor simulator: one message or up to 1,000',
        description:
          'Takes messages as a vendor would and posts receipts to their callbackUrl. An Idempotency-Key (for one message) or each message’s own id makes a repeat harmless. The parameters make it fail, delay, repeat and reorder.',
        security: [],
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'For one message; with another message it is refused with 422.',
            schema: { type: 'string', maxLength: 255 },
          },
          ...settings.map(([name, schema]): Parameter => ({ name, in: 'query', schema })),
        ],
        requestBody: { required: true, content: json(oneOrMany(vendorMessageSchema, VENDOR_BATCH_LIMIT)) },
        responses: {
          202: {
            description: 'The vendor’s word on each',
            content: json(
              jsonSchema(z.union([vendorAnswerSchema, z.object({ results: z.array(vendorAnswerSchema) })])),
            ),
          },
          ...refusals(400, 413, 415, 422),
          503: {
            description: 'Told to fail for a passing reason (`transientRate`): ask again',
            headers: { 'Retry-After': header('Retry-After') },
            content: json(jsonSchema(vendorAnswerSchema)),
          },
        },
      },
    },
    {
      path: '/webhooks/delivery-receipts',
      method: 'post',
      operation: {
        operationId: 'webhooks-delivery-receipts',
        tags: ['Vendors'],
        summary: 'Delivery receipts: one or up to 1,000, signed as Standard Webhooks says',
        description:
          'Signed with the secret of the vendor whom `vendor` names, or on the plain address with the server-wide one. An API key with the scope `receipts:write` may be sent instead of a signature. Receipts may come in any order and any number of times: a repeat of a request under its webhook-id is taken and changes nothing. See docs/vendors.md.',
        security: [{}, { apiKey: ['receipts:write'] }],
        parameters: [
          {
            name: 'vendor',
            in: 'query',
            description: 'The vendor’s id; it is part of the callback address that messages carry.',
            schema: { type: 'string' },
          },
          ...['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
            (name): Parameter => ({
              name,
              in: 'header',
              description: 'As Standard Webhooks says; not needed with an API key.',
              schema: { type: 'string' },
            }),
          ),
        ],
        requestBody: { required: true, content: json(oneOrMany(receiptSchema, RECEIPT_BATCH_LIMIT)) },
        responses: {
          202: { description: 'Taken', content: json(jsonSchema(z.object({ accepted: z.number().int() }))) },
          ...refusals(400, 401, 403, 409, 413),
          429: refusal('429'),
        },
      },
    },
  ];
}
