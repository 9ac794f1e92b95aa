import { ObjectId } from 'mongodb';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { redis } from '../../server/redis.ts';
import { isAttributeKey } from '../audiences/rules/fields.ts';
import { type KnownValues, knownValuesSchema } from './customers.schema.ts';
import { type CountedValues, countKnownValues } from './known-values.repository.ts';

const LIMITS = { values: 300, keys: 200, valuesPerKey: 50 };
const KEEP_SECONDS = 60;

/**
 * The countries, cities, tags and custom attributes the workspace's customers have, most used first: what a form offers
 * and what words are matched with. Taken from the newest 10,000 customers and kept for a minute, so a value of few may be
 * missing: it narrows nothing, it only helps.
 */
export async function describeCustomerData(caller: Caller): Promise<KnownValues> {
  requirePermission(caller, 'customers:read');
  const key = `nexusflow:known-values:${caller.workspaceId}`;
  const kept = await redis().get(key);
  if (kept) return knownValuesSchema.parse(JSON.parse(kept));
  const known = toKnownValues(await countKnownValues(new ObjectId(caller.workspaceId), LIMITS));
  await redis().set(key, JSON.stringify(known), 'EX', KEEP_SECONDS);
  return known;
}

/** An attribute has the type most of its values have; a text whose values are all dates counts as a date. */
export function toKnownValues(counted: CountedValues): KnownValues {
  const names = (list: readonly { _id: string }[]) => list.map(({ _id }) => _id);
  const valuesOf = new Map(counted.attributeValues.map(({ _id, values }) => [_id, values.map(String)]));
  const attributes = new Map<string, KnownValues['attributes'][number]>();
  for (const { _id } of counted.attributeTypes) {
    if (attributes.has(_id.key) || !isAttributeKey(_id.key)) continue;
    const values = valuesOf.get(_id.key) ?? [];
    const type = typeOf(_id.type, values);
    // Many different values are no choice: they are names, numbers of cards and the like.
    const choice = type === 'text' && values.length > 0 && values.length <= LIMITS.valuesPerKey;
    attributes.set(_id.key, { key: _id.key, type, ...(choice ? { values } : {}) });
  }
  return {
    countries: names(counted.countries),
    cities: names(counted.cities),
    tags: names(counted.tags),
    attributes: [...attributes.values()],
  };
}

function typeOf(bsonType: string, values: readonly string[]): KnownValues['attributes'][number]['type'] {
  if (bsonType === 'bool') return 'boolean';
  if (bsonType !== 'string') return 'number';
  return values.length > 0 && values.every((value) => /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value))
    ? 'date'
    : 'text';
}
