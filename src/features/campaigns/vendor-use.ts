import { ObjectId } from 'mongodb';
import { countEndedOfVendor, listCampaignsUsingVendor } from './campaigns.repository.ts';

const SHOWN = 10;

/**
 * Campaigns that are to go or go through this vendor, newest first and ten at most: while there is one the vendor must stay.
 * For those that ended (how many) it is not kept, though their failures cannot be sent again without it. Apart from the
 * service, which needs vendors itself.
 */
export async function vendorUseOf(
  workspaceId: string,
  vendorId: string,
): Promise<{ campaigns: { id: string; name: string }[]; ended: number }> {
  const of = [new ObjectId(workspaceId), new ObjectId(vendorId)] as const;
  const [open, ended] = await Promise.all([
    listCampaignsUsingVendor(...of, SHOWN),
    countEndedOfVendor(...of),
  ]);
  return { campaigns: open.map(({ _id, name }) => ({ id: _id.toHexString(), name })), ended };
}
