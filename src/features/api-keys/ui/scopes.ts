import type { z } from 'zod';
import { scopeSchema } from '../api-keys.schema.ts';

export type Scope = z.infer<typeof scopeSchema>;

const areas: Record<string, string> = {
  customers: 'Customers',
  orders: 'Orders',
  imports: 'Imports',
  audiences: 'Audiences',
  campaigns: 'Campaigns',
  'dead-letters': 'Failures',
  suppressions: 'Suppressions',
  vendors: 'Vendors',
  ai: 'AI',
  receipts: 'Receipts',
  webhooks: 'Webhooks',
  queue: 'Queues',
  'api-keys': 'API keys',
  members: 'Members',
  audit: 'Audit log',
  privacy: 'Privacy',
  workspace: 'Workspace',
};
const acts: Record<string, string> = { read: 'Read', write: 'Change', launch: 'Launch', use: 'Use' };

const split = (scope: Scope): [area: string, act: string] => {
  const [area = '', act = ''] = scope.split(':');
  return [areas[area] ?? area, acts[act] ?? act];
};

/** Every scope but `all`, by what it concerns, in the schema's order. */
export const scopeGroups: { area: string; scopes: { scope: Scope; act: string }[] }[] = [
  ...Map.groupBy(
    scopeSchema.options.filter((scope) => scope !== 'all'),
    (scope) => split(scope)[0],
  ),
].map(([area, scopes]) => ({ area, scopes: scopes.map((scope) => ({ scope, act: split(scope)[1] })) }));

/** A key's scopes as people read them: “Everything”, or “Customers: read, change”. */
export function describeScopes(scopes: readonly string[]): string[] {
  if (scopes.includes('all')) return ['Everything'];
  return scopeGroups.flatMap(({ area, scopes: offered }) => {
    const held = offered.filter(({ scope }) => scopes.includes(scope));
    return held.length > 0 ? [`${area}: ${held.map(({ act }) => act.toLowerCase()).join(', ')}`] : [];
  });
}
