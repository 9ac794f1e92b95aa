import { expect, it } from 'vitest';
import { scopeSchema } from '../api-keys.schema.ts';
import { describeScopes, scopeGroups } from './scopes.ts';

it('offers every scope but `all` once, each in words', () => {
  const offered = scopeGroups.flatMap((group) => group.scopes);
  expect(offered.map(({ scope }) => scope).toSorted()).toEqual(
    scopeSchema.options.filter((scope) => scope !== 'all').toSorted(),
  );
  for (const word of [...scopeGroups.map(({ area }) => area), ...offered.map(({ act }) => act)])
    expect(word).toMatch(/^[A-Z][A-Za-z ]+$/);
});

it('says what a key may do', () => {
  expect(describeScopes(['all'])).toEqual(['Everything']);
  expect(describeScopes(['orders:write', 'customers:read', 'customers:write'])).toEqual([
    'Customers: read, change',
    'Orders: change',
  ]);
});
