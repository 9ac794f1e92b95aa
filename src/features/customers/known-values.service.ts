import { ObjectId } from 'mongodb';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { redis } from '../../server/redis.ts';
import { isAttributeKey } from '../audiences/rules/fields.ts';
import type { CustomerDocument } from './customer-document.ts';
import { type KnownValues, knownValuesSchema } from './customers.schema.ts';
import { walkNewestCustomers } from './known-values.repository.ts';

const MAX_VALUES = 300;
const MAX_ATTRIBUTES = 200;
/** A text with more different values is no choice: they are names, numbers of cards and the like. */
const MAX_CHOICES = 50;
const KEEP_SECONDS = 60;

/**
 * The countries, cities, tags and custom attributes the workspace's customers have, most used first: what a form offers
 * and what words are matched with. Taken from the newest 10,000 customers and kept for a minute, so a value of few may be
 * missing: it is for choosing from, and excludes nothing.
 */
export async function describeCustomerData(caller: Caller): Promise<KnownValues> {
  requirePermission(caller, 'customers:read');
  return findKnownValues(caller.workspaceId);
}

/** The same for use cases that show nothing of it. */
export async function findKnownValues(workspaceId: string): Promise<KnownValues> {
  const key = `nexusflow:known-values:${workspaceId}`;
  const kept = await redis().get(key);
  if (kept) return knownValuesSchema.parse(JSON.parse(kept));
  const known = await countValues(walkNewestCustomers(new ObjectId(workspaceId)));
  await redis().set(key, JSON.stringify(known), 'EX', KEEP_SECONDS);
  return known;
}

type Carried = Pick<CustomerDocument, 'country' | 'city' | 'tags' | 'attributes'>;

async function countValues(customers: AsyncIterable<Carried>): Promise<KnownValues> {
  const countries = new Counter<string>();
  const cities = new Counter<string>();
  const tags = new Counter<string>();
  const attributes = new Map<string, AttributeCounts>();
  for await (const { country, city, tags: own, attributes: values } of customers) {
    if (country) countries.add(country);
    if (city) cities.add(city);
    for (const tag of own) tags.add(tag);
    for (const [key, value] of Object.entries(values)) {
      const counts = attributes.get(key) ?? new AttributeCounts();
      attributes.set(key, counts);
      counts.add(value);
    }
  }
  return {
    countries: countries.mostUsed(MAX_VALUES),
    cities: cities.mostUsed(MAX_VALUES),
    tags: tags.mostUsed(MAX_VALUES),
    attributes: [...attributes]
      .filter(([key]) => isAttributeKey(key))
      .sort(([a, x], [b, y]) => y.customers - x.customers || (a < b ? -1 : 1))
      .slice(0, MAX_ATTRIBUTES)
      .map(([key, counts]) => ({ key, ...counts.describe() })),
  };
}

class Counter<T extends string> {
  private readonly counts = new Map<T, number>();
  add(value: T): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
  get size(): number {
    return this.counts.size;
  }
  mostUsed(limit: number): T[] {
    return [...this.counts]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([value]) => value);
  }
}

/** The values one attribute has: its type is the one most of them have; a text that is always a date is a date. */
class AttributeCounts {
  customers = 0;
  private allDates = true;
  private readonly types = new Counter<'string' | 'number' | 'boolean'>();
  private readonly texts = new Counter<string>();

  add(value: string | number | boolean): void {
    this.customers += 1;
    const type = typeof value;
    if (type !== 'string' && type !== 'number' && type !== 'boolean') return;
    this.types.add(type);
    if (typeof value !== 'string') return;
    this.allDates &&= /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value);
    if (this.texts.size <= MAX_CHOICES) this.texts.add(value);
  }

  describe(): Omit<KnownValues['attributes'][number], 'key'> {
    const [type] = this.types.mostUsed(1);
    if (type !== 'string') return { type: type ?? 'text' };
    if (this.allDates) return { type: 'date' };
    return this.texts.size > MAX_CHOICES
      ? { type: 'text' }
      : { type: 'text', values: this.texts.mostUsed(MAX_CHOICES) };
  }
}
