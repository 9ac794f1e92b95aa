import type { ObjectId } from 'mongodb';
import { finalStatuses } from '../../lib/campaign-status.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import type { CampaignDocument } from './campaigns.repository.ts';
import * as repository from './campaigns.repository.ts';
import type { Campaign } from './campaigns.schema.ts';
import { findOwn, noteCampaign, refuse, withStats } from './campaigns.service.ts';
import { hasUndelivered } from './messages.repository.ts';

const MAX_NAME = 200;

/** A new draft with the same message, audience and vendor; no time is taken over. */
export async function duplicateCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  const campaign = await findOwn(caller, id);
  return copy(caller, campaign, `Copy of ${campaign.name}`, { resendOf: campaign.resendOf ?? null });
}

/**
 * A new draft to those whose message of this campaign failed for good or bounced. Who that is is asked again when it is
 * launched: somebody whose dead letter was retried in the meantime and got it is not written to twice.
 * @throws AppError CONFLICT while the campaign is under way, UNPROCESSABLE when nobody’s message failed
 */
export async function resendFailed(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  const campaign = await findOwn(caller, id);
  if (!finalStatuses.includes(campaign.status))
    throw refuse(
      campaign.status,
      'sent again',
      'Wait until it has ended: then it is known who did not get it.',
    );
  if (!(await hasUndelivered(campaign.workspaceId, campaign._id)))
    throw new AppError('UNPROCESSABLE', 'Nobody’s message of this campaign failed or bounced.');
  // Nobody among them was held out, and each gets the text that failed.
  return copy(caller, campaign, `Again: ${campaign.name}`, { resendOf: campaign._id, holdout: 0 });
}

async function copy(
  caller: Caller,
  campaign: CampaignDocument,
  name: string,
  { resendOf, holdout }: { resendOf: ObjectId | null; holdout?: number },
): Promise<Campaign> {
  const { experiment } = campaign;
  const draft = {
    name: name.slice(0, MAX_NAME),
    audienceId: campaign.audienceId.toHexString(),
    channel: campaign.channel,
    vendorId: campaign.vendorId?.toHexString() ?? null,
    template: repository.templateOf(campaign),
    timeZone: campaign.timeZone ?? null,
  };
  const made = await repository.insertCampaign(caller.workspaceId, draft, {
    resendOf,
    autoTags: campaign.autoTags ?? [],
    experiment: experiment && { ...experiment, holdout: holdout ?? experiment.holdout },
  });
  noteCampaign(null, made);
  return withStats(made);
}
