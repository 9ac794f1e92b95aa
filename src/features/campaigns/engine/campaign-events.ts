import type { CampaignStatus } from '../../../lib/campaign-status.ts';
import { changeAndTell } from '../../webhooks/outbox.service.ts';
import type { WebhookEvent } from '../../webhooks/webhook-events.schema.ts';
import { type CampaignDocument, transition } from '../campaigns.repository.ts';
import type { LedgerStats } from '../messages.schema.ts';

/** What a campaign that comes to be in a status tells; those between are of no interest to others. */
const eventOf = {
  PREPARING: 'campaign.launched',
  PAUSED: 'campaign.paused',
  SENDING: 'campaign.resumed',
  COMPLETED: 'campaign.completed',
  COMPLETED_WITH_FAILURES: 'campaign.completed',
  CANCELLED: 'campaign.cancelled',
  FAILED: 'campaign.failed',
} as const satisfies Partial<Record<CampaignStatus, WebhookEvent['type']>>;
type ToldStatus = keyof typeof eventOf;

type Transition = Parameters<typeof transition>;

/**
 * A `transition` that other systems are told of, both or neither.
 * @param stats the ledger's figures, of one that has completed
 */
export function transitionAndTell(
  workspaceId: Transition[0],
  id: Transition[1],
  from: Transition[2],
  set: Transition[3] & { status: ToldStatus },
  options: Omit<Transition[4] & object, 'session'> = {},
  stats?: LedgerStats,
): Promise<CampaignDocument | null> {
  const type = eventOf[set.status];
  return changeAndTell(workspaceId.toHexString(), [type], async (tell, session) => {
    const changed = await transition(workspaceId, id, from, set, {
      ...options,
      ...(session ? { session } : {}),
    });
    if (!changed) return null;
    const data = {
      campaignId: changed._id.toHexString(),
      name: changed.name,
      channel: changed.channel,
      status: changed.status,
    };
    if (type === 'campaign.completed') tell({ type, data: { ...data, stats: { ...stats } } });
    else if (type === 'campaign.failed') tell({ type, data: { ...data, reason: changed.failureReason } });
    else tell({ type, data });
    return changed;
  });
}
