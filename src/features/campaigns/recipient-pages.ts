import type { ObjectId } from 'mongodb';
import { audiencePage, findAudienceRules } from '../audiences/audiences.service.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findCustomersByIds } from '../customers/customers.service.ts';
import type { CampaignDocument } from './campaigns.repository.ts';
import { findUndelivered } from './messages.repository.ts';

/** Someone a campaign goes to. A customer deleted meanwhile has no address left; the ledger says so instead of leaving them out. */
export type Recipient = Pick<CustomerDocument, '_id'> & Partial<Pick<CustomerDocument, 'email' | 'phone'>>;

/** The campaign's recipients after a customer's id, in the order of ids; fewer than `limit` are the last ones. */
export type RecipientPages = (page: {
  after: ObjectId | null;
  limit: number;
  now: Date;
}) => Promise<Recipient[]>;

/**
 * How to go through everyone a campaign goes to: its audience, or those who did not get the campaign it sends again.
 * Preflight and launch ask here, so that they mean the same people. Null when the audience does not exist any more.
 */
export async function recipientPages(campaign: CampaignDocument): Promise<RecipientPages | null> {
  const { workspaceId, resendOf } = campaign;
  if (resendOf) return (page) => undeliveredPage(workspaceId, resendOf, page);
  const rules = await findAudienceRules(workspaceId.toHexString(), campaign.audienceId);
  return rules && ((page) => audiencePage(workspaceId, rules, page));
}

async function undeliveredPage(
  workspaceId: ObjectId,
  source: ObjectId,
  page: { after: ObjectId | null; limit: number },
): Promise<Recipient[]> {
  const ids = await findUndelivered(workspaceId, source, page);
  const customers = await findCustomersByIds(workspaceId.toHexString(), ids);
  const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
  return ids.map((_id) => customerOf.get(_id.toHexString()) ?? { _id });
}
