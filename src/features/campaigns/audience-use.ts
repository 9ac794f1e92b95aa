import { ObjectId } from 'mongodb';
import type { CampaignStatus } from '../../lib/campaign-status.ts';
import { findCampaignsUsingAudience } from './campaigns.repository.ts';

/**
 * The newest campaigns that speak to this audience, and how many there are in all: while there is any, the audience must
 * stay. Apart from the service, which needs audiences itself.
 */
export async function campaignsOfAudience(
  workspaceId: string,
  audienceId: string,
  limit: number,
): Promise<{ campaigns: { id: string; name: string; status: CampaignStatus }[]; total: number }> {
  const { rows, total } = await findCampaignsUsingAudience(
    new ObjectId(workspaceId),
    new ObjectId(audienceId),
    limit,
  );
  return {
    campaigns: rows.map(({ _id, name, status }) => ({ id: _id.toHexString(), name, status })),
    total,
  };
}
