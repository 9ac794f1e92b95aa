import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findCampaignsByIds } from '../campaigns.repository.ts';
import { findLettersOf } from '../dead-letters.repository.ts';
import { findDispatched } from '../dispatches.repository.ts';
import { findMessage, toMessage } from '../messages.repository.ts';
import type { MessageTimeline } from './timeline.schema.ts';
import { timelineOf } from './timeline.ts';

/**
 * All that is known to have happened to one message.
 * @throws AppError NOT_FOUND also for another workspace's message
 */
export async function messageTimeline(caller: Caller, id: string): Promise<MessageTimeline> {
  for (const permission of ['campaigns:read', 'customers:read'] as const)
    requirePermission(caller, permission);
  const row = await findMessage(toObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no message with this id.');
  const { workspaceId, campaignId } = row;
  const [[campaign], [customer], letters, dispatched] = await Promise.all([
    findCampaignsByIds(workspaceId, [campaignId]),
    findCustomersByIds(caller.workspaceId, [row.customerId]),
    findLettersOf(workspaceId, [row._id]),
    findDispatched({ workspaceId, campaignId }),
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
    }),
  };
}
