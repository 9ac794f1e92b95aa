import { toMajorUnits } from '../../../lib/money.ts';
import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findOrdersOf } from '../../orders/orders.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { findReachedOf } from '../attribution/attribution.repository.ts';
import { ATTRIBUTION_DAYS, lastMessageBefore, reachedAt } from '../attribution/last-message.ts';
import { findCampaignsByIds } from '../campaigns.repository.ts';
import { findLettersOf } from '../dead-letters.repository.ts';
import { findDispatched } from '../dispatches.repository.ts';
import { findMessage, type MessageDocument, toMessage } from '../messages.repository.ts';
import type { MessageTimeline } from './timeline.schema.ts';
import { type TimelineOrder, timelineOf } from './timeline.ts';

const DAY_MS = 86_400_000;

/**
 * All that is known to have happened to one message, and the orders that count as its own: those its reader placed within
 * seven days of it and before another message of any campaign.
 * @throws AppError NOT_FOUND also for another workspace's message
 */
export async function messageTimeline(caller: Caller, id: string): Promise<MessageTimeline> {
  for (const permission of ['campaigns:read', 'customers:read', 'orders:read'] as const)
    requirePermission(caller, permission);
  const { currency, id: ownId } = await findWorkspace(caller.workspaceId);
  const row = await findMessage(toObjectId(ownId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no message with this id.');
  const { workspaceId, campaignId } = row;
  const [[campaign], [customer], letters, dispatched, orders] = await Promise.all([
    findCampaignsByIds(workspaceId, [campaignId]),
    findCustomersByIds(caller.workspaceId, [row.customerId]),
    findLettersOf(workspaceId, [row._id]),
    findDispatched({ workspaceId, campaignId }),
    ordersOf(row),
  ]);
  const message = toMessage(row, new Set(dispatched.map((dispatchedId) => dispatchedId.toHexString())));
  return {
    message,
    campaign: {
      id: message.campaignId,
      name: campaign?.name ?? 'Deleted campaign',
      channel: campaign?.channel ?? 'EMAIL',
    },
    customer: customer
      ? { id: message.customerId, name: customer.name ?? null, email: customer.email }
      : null,
    events: timelineOf(row, {
      status: message.status,
      history: letters.get(message.id)?.history ?? [],
      orders,
    }),
    days: ATTRIBUTION_DAYS,
    currency,
  };
}

/** The orders and refunds that are put down to a message. */
async function ordersOf(row: MessageDocument): Promise<TimelineOrder[]> {
  const { _id, workspaceId, customerId } = row;
  const from = reachedAt(row);
  if (!from) return [];
  const until = new Date(from.getTime() + ATTRIBUTION_DAYS * DAY_MS);
  const [orders, reached] = await Promise.all([
    findOrdersOf(workspaceId, customerId, { from, until }),
    findReachedOf(workspaceId, [customerId]),
  ]);
  const messages = reached.get(customerId.toHexString()) ?? [];
  return orders
    .filter(({ placedAt }) => lastMessageBefore(messages, placedAt, ATTRIBUTION_DAYS)?.messageId.equals(_id))
    .map(({ orderId, amount, placedAt }) => ({ orderId, placedAt, amount: toMajorUnits(amount) }));
}
