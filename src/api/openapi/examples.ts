import type { Schema } from './types.ts';

const RULES = { combinator: 'and', rules: [{ field: 'totalSpend', operator: '>=', value: 100 }] };

/** What a field of this name holds in examples; anything else is made from its schema. */
const byName: Record<string, unknown> = {
  id: '6925f1c2a4b3d8e7f6051423',
  cursor: undefined,
  nextCursor: null,
  name: 'Ann Smith',
  email: 'ann@example.com',
  customerEmail: 'ann@example.com',
  to: 'ann@example.com',
  address: 'ann@example.com',
  addresses: ['ann@example.com', 'bob@example.com'],
  phone: '+44 20 7946 0000',
  country: 'United Kingdom',
  city: 'London',
  attributes: { plan: 'gold', points: 120 },
  totalSpend: 249.9,
  orderCount: 3,
  averageOrderValue: 83.3,
  orderId: 'A-1001',
  orderAmount: 12.5,
  orderDate: '2026-05-04T10:15:00Z',
  fileName: 'customers.csv',
  rules: RULES,
  subject: 'We miss you',
  body: 'Hello {{ customer.name | default: "there" }}',
  prompt: 'customers in Germany who spent more than 500 last year',
  objective: 'bring back customers who have not bought for half a year',
  tone: 'friendly',
  reason: 'mailbox does not exist',
  note: 'asked for it by telephone',
  timeZone: 'Europe/London',
  vendorMessageId: 'vendor-8127',
  webhookId: 'msg_1',
  status: undefined,
  callbackUrl: 'https://shop.example.com/api/webhooks/delivery-receipts',
  password: 'a-long-password',
  slug: 'sample-shop',
  currency: 'GBP',
  key: 'nf_…',
  scheduledAt: '2026-12-01T09:00:00Z',
  cells: ['ann@example', 'Ann'],
};

/** By the thing a name is of. */
const namesOf: Record<string, string> = {
  Audience: 'Regular customers',
  Campaign: 'Spring news',
  audiences: 'Regular customers',
  campaigns: 'Spring news',
};

/**
 * An example of a schema, the same every time.
 * @param of the component or the part of the API it is for: an audience's name is not a person's
 */
export const exampleOf = (schema: Schema, components: Record<string, Schema>, of = ''): unknown =>
  make(schema, '', { components, of, within: [] });

interface Place {
  components: Record<string, Schema>;
  of: string;
  /** The components it stands in: one that holds itself ends. */
  within: readonly string[];
}

function make(schema: Schema, name: string, place: Place): unknown {
  if (schema.$ref) {
    const component = schema.$ref.split('/').at(-1) ?? '';
    const target = place.components[component];
    return target
      ? make(target, name, { ...place, of: component, within: [...place.within, component] })
      : {};
  }
  for (const given of [schema.example, schema.const, schema.default]) if (given !== undefined) return given;
  const known = name === 'name' && namesOf[place.of] ? namesOf[place.of] : byName[name];
  if (known !== undefined && fits(known, schema)) return known;
  if (schema.enum) return schema.enum[0];
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice)
    return make(choice.find((one) => one.type !== 'null' && !isOpen(one, place)) ?? {}, name, place);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => make(part, name, place)));
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, place);
    case 'array':
      return listOf(schema, name, place);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 12, 12));
    case 'boolean':
      return false;
    case 'string':
      return textOf(schema);
    default:
      return null;
  }
}

const objectOf = ({ properties = {}, required = [] }: Schema, place: Place): object =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, part]) =>
      required.includes(key) || byName[key] !== undefined ? [[key, make(part, key, place)]] : [],
    ),
  );

function listOf({ prefixItems, items, minItems = 1 }: Schema, name: string, place: Place): unknown[] {
  if (prefixItems) return prefixItems.map((part) => make(part, name, place));
  if (!items || isOpen(items, place)) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => make(items, name.replace(/s$/, ''), place));
}

/** Whether a schema is one of those it stands in. */
const isOpen = ({ $ref }: Schema, { within }: Place): boolean =>
  within.includes($ref?.split('/').at(-1) ?? '');

function textOf({ format, pattern, minLength }: Schema): string {
  if (format === 'date-time') return '2026-05-04T10:15:00Z';
  if (format === 'uri') return 'https://vendor.example.com/messages';
  if (pattern?.includes('{24}')) return '6925f1c2a4b3d8e7f6051423';
  return 'text'.padEnd(minLength ?? 0, '.');
}

/** Whether a value may stand where the schema is, as far as its type and list of words say. */
function fits(value: unknown, { type, enum: words, pattern, anyOf }: Schema): boolean {
  if (words) return words.includes(value);
  if (anyOf) return anyOf.some((one) => fits(value, one));
  if (pattern && !(typeof value === 'string' && new RegExp(pattern).test(value))) return false;
  const types = type === undefined ? [] : Array.isArray(type) ? type : [type];
  if (types.length === 0) return true;
  const is = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return types.includes(is) || (is === 'number' && types.includes('integer') && Number.isInteger(value));
}
