import { z } from 'zod';
import { audiencePageSchema, audienceSchema } from '../../features/audiences/audiences.schema.ts';
import { campaignPageSchema, campaignSchema } from '../../features/campaigns/campaigns.schema.ts';
import { deadLetterSchema } from '../../features/campaigns/dead-letters.schema.ts';
import { messagePageSchema } from '../../features/campaigns/log/message-log.schema.ts';
import { ledgerStatsSchema, messageSchema } from '../../features/campaigns/messages.schema.ts';
import { customerPageSchema, customerSchema } from '../../features/customers/customers.schema.ts';
import { importPageSchema, importSchema } from '../../features/imports/imports.schema.ts';
import { orderPageSchema, orderSchema } from '../../features/orders/orders.schema.ts';
import { suppressionPageSchema, suppressionSchema } from '../../features/suppressions/suppressions.schema.ts';
import { operations } from '../operations.ts';
import type { Schema } from './types.ts';

/** What is described once and referred to by name. */
const components = {
  Customer: customerSchema,
  CustomerPage: customerPageSchema,
  Order: orderSchema,
  OrderPage: orderPageSchema,
  Import: importSchema,
  ImportPage: importPageSchema,
  Audience: audienceSchema,
  AudiencePage: audiencePageSchema,
  Campaign: campaignSchema,
  CampaignPage: campaignPageSchema,
  LedgerStats: ledgerStatsSchema,
  Message: messageSchema,
  MessagePage: messagePageSchema,
  DeadLetter: deadLetterSchema,
  Suppression: suppressionSchema,
  SuppressionPage: suppressionPageSchema,
};

/** Says of the zod schemas what JSON Schema cannot know by itself: names of components, and that dates travel as text. */
export function annotateSchemas(): void {
  for (const [id, schema] of Object.entries(components)) z.globalRegistry.add(schema, { id });
  const seen = new Set<unknown>();
  for (const { input, output } of operations) {
    annotate(output, seen);
    if (input) annotate(input, seen);
  }
}

function annotate(schema: unknown, seen: Set<unknown>): void {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return;
  seen.add(schema);
  if (schema instanceof z.ZodDate) z.globalRegistry.add(schema, { ...schema.meta(), format: 'date-time' });
  const def: object = schema.def;
  for (const part of Object.values(def)) {
    if (part instanceof z.ZodType) annotate(part, seen);
    else if (Array.isArray(part)) for (const one of part) annotate(one, seen);
  }
  if (schema instanceof z.ZodObject) for (const part of Object.values(schema.shape)) annotate(part, seen);
  if (schema instanceof z.ZodLazy) annotate(schema.unwrap(), seen);
}

/** A schema of ours for the hand-written parts. */
export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Schema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      if (zodSchema instanceof z.ZodDate) Object.assign(made, { type: 'string', format: 'date-time' });
    },
  });
  return cleaned(json as Schema);
};

const ID = '^[0-9a-f]{24}$';
/** Names of fields whose value is an id we gave. Other ids are somebody else's. */
const OUR_IDS = /^(id|importId|customerId|audienceId|campaignId|vendorId|sourceId|resendOf)$/;

/** Without what says nothing (the limits of all whole numbers, that keys are text), and with what ids look like. */
export function cleaned(schema: Schema): Schema {
  return walk(schema, (part) => {
    const { minimum, maximum, propertyNames, allOf, ...rest } = part;
    return {
      ...rest,
      ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
      ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
      ...(allOf ? { allOf: allOf.map(open) } : {}),
      ...(propertyNames && Object.keys(propertyNames).length > 1 ? { propertyNames } : {}),
    };
  });
}

/** As a part of a whole, which has the other parts' fields too. */
function open({ additionalProperties, ...part }: Schema): Schema {
  return {
    ...part,
    ...(additionalProperties === false || additionalProperties === undefined ? {} : { additionalProperties }),
    ...(part.oneOf ? { oneOf: part.oneOf.map(open) } : {}),
    ...(part.anyOf ? { anyOf: part.anyOf.map(open) } : {}),
  };
}

/** The same for an answer's schema. */
export const withIds = (schema: Schema): Schema =>
  walk(schema, (part) =>
    part.properties
      ? {
          ...part,
          properties: Object.fromEntries(
            Object.entries(part.properties).map(([name, value]) => [
              name,
              OUR_IDS.test(name) ? idOf(value) : value,
            ]),
          ),
        }
      : part,
  );

export const idOf = (schema: Schema): Schema => {
  const text = schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string'));
  return text && !schema.pattern && !schema.enum ? { ...schema, pattern: ID } : schema;
};

/** Every schema within one, changed from the inside out. */
function walk(schema: Schema, change: (part: Schema) => Schema): Schema {
  const within = (part: Schema) => walk(part, change);
  const all = (parts: Record<string, Schema>) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, within(part)]));
  const { properties, items, additionalProperties, anyOf, oneOf, allOf, prefixItems } = schema;
  return change({
    ...schema,
    ...(properties ? { properties: all(properties) } : {}),
    ...(items ? { items: within(items) } : {}),
    ...(prefixItems ? { prefixItems: prefixItems.map(within) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: within(additionalProperties) }
      : {}),
    ...(anyOf ? { anyOf: anyOf.map(within) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(within) } : {}),
    ...(allOf ? { allOf: allOf.map(within) } : {}),
  });
}
