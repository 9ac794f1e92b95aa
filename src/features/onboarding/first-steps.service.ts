import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { withLease } from '../../server/lease.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { listAudiences } from '../audiences/audiences.service.ts';
import { hasLaunched } from '../campaigns/campaigns.service.ts';
import { countCustomers } from '../customers/customers.service.ts';
import type { Import } from '../imports/imports.schema.ts';
import { sampleOrdersJob } from './onboarding.jobs.ts';
import * as repository from './onboarding.repository.ts';
import type { FirstSteps } from './onboarding.schema.ts';
import { ensureSampleImport, findSampleImport, isMoving } from './sample-imports.ts';

/** A job looks for the end of the customers' import this often. */
const LOOK_AGAIN_MS = 300;
/** So long after the customers are in, the orders are still taken to follow. */
const ORDERS_FOLLOW_MS = 15_000;

/** Hints that the workspace's first steps are other ones now. */
export const firstStepsTopic = (workspaceId: string): string => `workspace.${workspaceId}.first-steps`;

/** What the workspace has behind it. */
export async function getFirstSteps(caller: Caller): Promise<FirstSteps> {
  for (const permission of ['campaigns:read', 'imports:read', 'audiences:read'] as const)
    requirePermission(caller, permission);
  const workspaceId = new ObjectId(caller.workspaceId);
  const [customers, orders, audiences, campaign, hidden, sampleCustomers, sampleOrders] = await Promise.all([
    countCustomers(caller.workspaceId),
    repository.hasOrders(workspaceId),
    listAudiences(caller, { limit: 1 }),
    hasLaunched(caller.workspaceId),
    caller.userId ? repository.areHidden(workspaceId, new ObjectId(caller.userId)) : false,
    findSampleImport(caller, 'CUSTOMERS'),
    findSampleImport(caller, 'ORDERS'),
  ]);
  const audienceId = audiences.items[0]?.id ?? null;
  return {
    customers: customers > 0,
    orders,
    audience: audienceId !== null,
    campaign,
    hidden,
    sample: {
      customers: sampleCustomers,
      orders: sampleOrders,
      moving: isUnderWay(sampleCustomers, sampleOrders),
    },
    audienceId,
  };
}

function isUnderWay(customers: Import | null, orders: Import | null): boolean {
  if (orders && isMoving(orders)) return true;
  if (!customers) return false;
  const { status, finishedAt } = customers;
  return (
    isMoving(customers) ||
    (status === 'COMPLETED' &&
      (!orders || orders.createdAt < customers.createdAt) &&
      finishedAt !== null &&
      Date.now() - finishedAt.getTime() < ORDERS_FOLLOW_MS)
  );
}

/**
 * Brings the sample shop in: its customers at once, its orders when they are in. What is here already, or on its way, is
 * left as it is, so asking twice does nothing twice; what failed is begun anew.
 * @throws AppError FORBIDDEN; UNAVAILABLE when this server lacks the files
 */
export async function importSampleShop(caller: Caller): Promise<FirstSteps> {
  requirePermission(caller, 'imports:write');
  const since = new Date();
  const { workspaceId, userId } = caller;
  const begun = await withLease(leaseOf(workspaceId), () =>
    ensureSampleImport(caller, 'CUSTOMERS', { since }),
  );
  // Whoever was faster asks for the orders too: there is one job of them.
  await enqueue(sampleOrdersJob, { workspaceId, userId, askedAt: since });
  if (begun) noteChange({ targetId: begun.value.id, targetName: begun.value.fileName });
  await publish(firstStepsTopic(workspaceId), {});
  return getFirstSteps(caller);
}

/** Starts the orders' import once the customers' is over. @returns null when there is nothing more to do; else in how many ms to look again */
export async function followWithOrders({
  workspaceId,
  userId,
  askedAt,
}: {
  workspaceId: string;
  userId: string | null;
  askedAt: Date;
}): Promise<number | null> {
  // What was asked for by somebody who might is done.
  const caller: Caller = {
    workspaceId,
    actor: userId ? `user:${userId}` : 'system',
    userId,
    sessionId: null,
    role: 'MARKETER',
    scopes: null,
  };
  const customers = await findSampleImport(caller, 'CUSTOMERS');
  if (customers && isMoving(customers)) return LOOK_AGAIN_MS;
  if (customers?.status !== 'COMPLETED') return null;
  const begun = await withLease(leaseOf(workspaceId), () =>
    ensureSampleImport(caller, 'ORDERS', { since: askedAt }),
  );
  if (!begun) return LOOK_AGAIN_MS;
  await publish(firstStepsTopic(workspaceId), {});
  return null;
}

const leaseOf = (workspaceId: string): string => `sample-shop.${workspaceId}`;

/** Puts the first steps away for whoever asks, or brings them back. */
export async function hideFirstSteps(
  caller: Caller,
  { hidden }: { hidden: boolean },
): Promise<{ hidden: boolean }> {
  requirePermission(caller, 'campaigns:read');
  if (!caller.userId)
    throw new AppError('FORBIDDEN', 'An API key has no first steps to hide; sign in as a person.');
  const at = hidden ? new Date() : null;
  await repository.setHidden(new ObjectId(caller.workspaceId), new ObjectId(caller.userId), at);
  return { hidden };
}
