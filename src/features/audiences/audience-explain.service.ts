import { ObjectId } from 'mongodb';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findCustomersByIds } from '../customers/customers.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { findOrderAmounts } from './audience-explain.repository.ts';
import { walkAudiences } from './audiences.repository.ts';
import type { Audience, AudienceExplanation } from './audiences.schema.ts';
import { requireAudience } from './audiences.service.ts';
import { type EvaluatedCustomer, type EvaluatedOrder, matchesRules } from './rules/evaluate.ts';
import { asksForOrders, explainRules } from './rules/explain.ts';
import type { RuleGroup } from './rules.schema.ts';
import { snapshotNames } from './snapshot-names.ts';

/**
 * Whether a customer is in a saved audience right now, and why.
 * @throws AppError NOT_FOUND also for another workspace's audience or customer
 */
export async function explainAudience(
  caller: Caller,
  { id, customerId }: { id: string; customerId: string },
): Promise<AudienceExplanation> {
  requirePermission(caller, 'audiences:read');
  const { rules } = await requireAudience(caller.workspaceId, id);
  return explainForCustomer(caller, { rules, customerId });
}

/**
 * Whether the rules select a customer right now, and why.
 * @throws AppError NOT_FOUND also for another workspace's customer
 */
export async function explainForCustomer(
  caller: Caller,
  { rules, customerId }: { rules: RuleGroup; customerId: string },
): Promise<AudienceExplanation> {
  requirePermission(caller, 'audiences:read');
  const [customer] = await findCustomersByIds(caller.workspaceId, [toObjectId(customerId)]);
  if (!customer) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  const [{ currency }, orders, snapshots] = await Promise.all([
    findWorkspace(caller.workspaceId),
    asksForOrders(rules) ? findOrderAmounts(new ObjectId(caller.workspaceId), customer._id) : [],
    snapshotNames(caller.workspaceId, rules),
  ]);
  const explanation = explainRules(rules, evaluated(customer), orders, {
    now: new Date(),
    currency,
    snapshots,
  });
  return {
    customer: { id: customerId, name: customer.name ?? null, email: customer.email },
    inAudience: explanation.holds,
    explanation,
  };
}

/** The audiences and snapshots a customer is in right now, one by one; their orders are read once for all of them. */
export async function* walkAudiencesOf(customer: CustomerDocument): AsyncGenerator<Audience> {
  const { workspaceId } = customer;
  const now = new Date();
  let orders: EvaluatedOrder[] | null = null;
  for await (const audience of walkAudiences(workspaceId)) {
    if (asksForOrders(audience.rules)) orders ??= await findOrderAmounts(workspaceId, customer._id);
    if (matchesRules(audience.rules, evaluated(customer), orders ?? [], now)) yield audience;
  }
}

/** More than anybody reads; who has more audiences than these sees that there are more. */
const MAX_MEMBERSHIPS = 200;

/**
 * The audiences and snapshots a customer is in right now, by name: each rule tree is worked out in memory.
 * @throws AppError NOT_FOUND also for another workspace's customer
 */
export async function listAudiencesOf(
  caller: Caller,
  customerId: string,
): Promise<{ id: string; name: string; isSnapshot: boolean }[]> {
  requirePermission(caller, 'audiences:read');
  requirePermission(caller, 'customers:read');
  const [customer] = await findCustomersByIds(caller.workspaceId, [toObjectId(customerId)]);
  if (!customer) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  const found: { id: string; name: string; isSnapshot: boolean }[] = [];
  for await (const { id, name, snapshot } of walkAudiencesOf(customer)) {
    found.push({ id, name, isSnapshot: snapshot !== null });
    if (found.length === MAX_MEMBERSHIPS) break;
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A customer as the rules are worked out on it in memory. */
const evaluated = ({
  totalSpend,
  averageOrderValue,
  snapshotIds,
  ...row
}: CustomerDocument): EvaluatedCustomer => ({
  ...row,
  tags: row.tags ?? [],
  attributes: row.attributes ?? {},
  totalSpend: Number(totalSpend),
  averageOrderValue: averageOrderValue == null ? null : Number(averageOrderValue),
  snapshotIds: (snapshotIds ?? []).map(String),
});
