import { log } from '../../../server/log.ts';
import { type CampaignDocument, transition } from '../campaigns.repository.ts';
import { publishSnapshot } from './progress.ts';

/** A schedule missed by more than this is not made up for by itself: what was meant for the morning may be wrong at night. */
export const SCHEDULE_GRACE_MS = 15 * 60_000;

/**
 * Whether a scheduled campaign must not start at `now` (milliseconds since 1970) because its time was missed, as when
 * nothing ran then. It is marked, its listeners are told, and it waits for a confirmation or another time.
 */
export async function holdIfMissed(campaign: CampaignDocument, now: number): Promise<boolean> {
  if (campaign.status !== 'SCHEDULED') return false;
  if (campaign.missedAt) return true;
  const lateMs = now - (campaign.scheduledAt?.getTime() ?? now);
  if (lateMs <= SCHEDULE_GRACE_MS) return false;
  const { workspaceId, _id, epoch } = campaign;
  const marked = await transition(
    workspaceId,
    _id,
    ['SCHEDULED'],
    { missedAt: new Date(now) },
    { epoch, when: { missedAt: null } },
  );
  if (!marked) return true;
  log().warn(
    { campaignId: _id.toHexString(), lateMinutes: Math.round(lateMs / 60_000) },
    'A schedule was missed; the campaign waits for a confirmation',
  );
  await publishSnapshot(workspaceId.toHexString(), _id.toHexString());
  return true;
}
