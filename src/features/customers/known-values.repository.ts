import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from './customer-document.ts';

/** Customers looked at, newest first: enough to know what is in use, and as quick for a million as for ten thousand. */
const LOOKED_AT = 10_000;

interface Counted<T> {
  _id: T;
  n: number;
}
export interface CountedValues {
  countries: Counted<string>[];
  cities: Counted<string>[];
  tags: Counted<string>[];
  /** How many customers have an attribute with a value of this BSON type. */
  attributeTypes: Counted<{ key: string; type: string }>[];
  /** Text and boolean values by attribute, most used first, at most `valuesPerKey + 1` of each. */
  attributeValues: { _id: string; values: (string | boolean)[] }[];
}

/** What the workspace's newest customers have, each list with the most used first. */
export async function countKnownValues(
  workspaceId: ObjectId,
  limits: { values: number; keys: number; valuesPerKey: number },
): Promise<CountedValues> {
  const mostUsed = (id: unknown, limit: number) => [
    { $group: { _id: id, n: { $sum: 1 } } },
    { $sort: { n: -1, _id: 1 } },
    { $limit: limit },
  ];
  const attributes = [
    { $project: { attribute: { $objectToArray: '$attributes' } } },
    { $unwind: '$attribute' },
    { $project: { key: '$attribute.k', value: '$attribute.v', type: { $type: '$attribute.v' } } },
  ];
  const [counted] = await collection<CustomerDocument>('customers')
    .aggregate<CountedValues>([
      { $match: { workspaceId } },
      { $sort: { createdAt: -1 } },
      { $limit: LOOKED_AT },
      { $project: { _id: 0, country: 1, city: 1, tags: 1, attributes: 1 } },
      {
        $facet: {
          countries: [{ $match: { country: { $ne: null } } }, ...mostUsed('$country', limits.values)],
          cities: [{ $match: { city: { $ne: null } } }, ...mostUsed('$city', limits.values)],
          tags: [{ $unwind: '$tags' }, ...mostUsed('$tags', limits.values)],
          attributeTypes: [...attributes, ...mostUsed({ key: '$key', type: '$type' }, limits.keys)],
          attributeValues: [
            ...attributes,
            { $match: { type: { $in: ['string', 'bool'] } } },
            { $group: { _id: { key: '$key', value: '$value' }, n: { $sum: 1 } } },
            { $sort: { n: -1, '_id.value': 1 } },
            { $group: { _id: '$_id.key', values: { $push: '$_id.value' } } },
            { $project: { values: { $slice: ['$values', limits.valuesPerKey + 1] } } },
          ],
        },
      },
    ])
    .toArray();
  return counted ?? { countries: [], cities: [], tags: [], attributeTypes: [], attributeValues: [] };
}
