import { ObjectId } from 'mongodb';
import { findCampaignUsingAudience } from './campaigns.repository.ts';

/** A campaign that speaks to this audience, if any: then the audience must stay. Apart from the service, which needs audiences itself. */
export const findCampaignOfAudience = (
  workspaceId: string,
  audienceId: string,
): Promise<{ name: string } | null> =>
  findCampaignUsingAudience(new ObjectId(workspaceId), new ObjectId(audienceId));
