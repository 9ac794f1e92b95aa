import { ObjectId } from 'mongodb';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { statsFromCounts } from '../campaigns/messages.schema.ts';
import { countCustomers } from '../customers/customers.service.ts';
import * as repository from './analytics.repository.ts';
import { OVERVIEW_DAYS, type Overview } from './analytics.schema.ts';

const DAY_MS = 86_400_000;

/** The workspace at a glance. Its figures are sums of the same Message rows the campaigns' own pages count. */
export async function getOverview(caller: Caller): Promise<Overview> {
  requirePermission(caller, 'campaigns:read');
  requirePermission(caller, 'customers:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const since = new Date(Date.now() - OVERVIEW_DAYS * DAY_MS);
  const [customers, openFailures, recent] = await Promise.all([
    countCustomers(caller.workspaceId),
    repository.countOpenFailures(workspaceId),
    repository.findLaunchedSince(workspaceId, since),
  ]);
  return {
    customers,
    campaigns: recent.length,
    messages: statsFromCounts(await repository.countMessages(workspaceId, recent)),
    openFailures,
  };
}
