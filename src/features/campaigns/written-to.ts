import type { ObjectId } from 'mongodb';
import { findCustomersByIds } from '../customers/customers.service.ts';
import { findCampaignsByIds } from './campaigns.repository.ts';
import { addressOf } from './recipients.ts';

interface Written {
  _id: ObjectId;
  campaignId: ObjectId;
  customerId: ObjectId;
  to: string | null;
}

/**
 * The addresses these messages of one workspace went to. Of messages whose address is kept no longer it is the customer's
 * of today: who takes back their consent, or never got the message, is that customer. Without one, as of somebody who was
 * erased, the message is left out.
 */
export async function addressesOf(
  workspaceId: ObjectId,
  rows: readonly Written[],
): Promise<{ address: string; messageId: string }[]> {
  const gone = rows.filter((row) => row.to === null);
  const [customers, campaigns] =
    gone.length === 0
      ? [[], []]
      : await Promise.all([
          findCustomersByIds(
            workspaceId.toHexString(),
            gone.map((row) => row.customerId),
          ),
          findCampaignsByIds(
            workspaceId,
            gone.map((row) => row.campaignId),
          ),
        ]);
  const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
  const channelOf = new Map(campaigns.map((c) => [c._id.toHexString(), c.channel]));
  return rows.flatMap(({ _id, to, customerId, campaignId }) => {
    const customer = customerOf.get(customerId.toHexString());
    const address =
      to ?? (customer && addressOf(customer, channelOf.get(campaignId.toHexString()) ?? 'EMAIL'));
    return address ? [{ address, messageId: _id.toHexString() }] : [];
  });
}
