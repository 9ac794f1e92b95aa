import { ObjectId } from 'mongodb';
import { findCampaignUsingVendor } from './campaigns.repository.ts';

/** A campaign that is to go or goes through this vendor, if any: then the vendor must stay. Apart from the service, which needs vendors itself. */
export const findCampaignOfVendor = (
  workspaceId: string,
  vendorId: string,
): Promise<{ name: string } | null> =>
  findCampaignUsingVendor(new ObjectId(workspaceId), new ObjectId(vendorId));
