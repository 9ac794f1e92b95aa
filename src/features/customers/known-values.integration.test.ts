import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeRedis, redis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { upsertCustomersBulk } from './customers.service.ts';
import { describeCustomerData } from './known-values.service.ts';

let caller: Caller;
let stranger: Caller;
const forget = () => redis().del(`nexusflow:known-values:${caller.workspaceId}`);

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  await upsertCustomersBulk(
    new ObjectId(caller.workspaceId),
    Array.from({ length: 120 }, (_, i) => ({
      email: `someone-${i}@example.com`,
      country: i % 3 === 0 ? 'France' : 'Spain',
      city: i < 5 ? 'Łódź' : null,
      tags: i % 2 === 0 ? ['vip', 'wholesale'] : i === 1 ? ['vip'] : [],
      attributes: {
        plan: i % 4 === 0 ? 'gold' : 'basic',
        cardNumber: `C-${i}`,
        points: i,
        optIn: i % 2 === 0,
        birthday: `1990-01-${String((i % 28) + 1).padStart(2, '0')}`,
        ...(i === 7 ? { points: 'many' } : {}),
      },
    })),
  );
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe('what customers have', () => {
  it('is listed with the most used first, attributes with their type and choices', async () => {
    const known = await describeCustomerData(caller);
    expect(known).toMatchObject({
      countries: ['Spain', 'France'],
      cities: ['Łódź'],
      tags: ['vip', 'wholesale'],
    });
    const attributes = Object.fromEntries(known.attributes.map(({ key, ...rest }) => [key, rest]));
    expect(attributes).toEqual({
      plan: { type: 'text', values: ['basic', 'gold'] },
      // A hundred and twenty numbers of cards are no choice, and nobody needs to see them.
      cardNumber: { type: 'text' },
      points: { type: 'number' },
      optIn: { type: 'boolean' },
      birthday: { type: 'date' },
    });
  });

  it('is kept for a minute, then looked up again', async () => {
    await describeCustomerData(caller);
    await upsertCustomersBulk(new ObjectId(caller.workspaceId), [
      { email: 'new@example.com', country: 'Peru' },
    ]);
    expect((await describeCustomerData(caller)).countries).not.toContain('Peru');
    await forget();
    expect((await describeCustomerData(caller)).countries).toContain('Peru');
  });

  it('says nothing of another workspace’s customers, and nothing to who may not read customers', async () => {
    expect(await describeCustomerData(stranger)).toEqual({
      countries: [],
      cities: [],
      tags: [],
      attributes: [],
    });
    await expect(describeCustomerData({ ...caller, scopes: ['orders:read'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
