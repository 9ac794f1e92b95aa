import type { ObjectId } from 'mongodb';
import { inPages } from '../../lib/in-pages.ts';
import { findAudienceRules, walkAudience } from '../audiences/audiences.service.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findCustomersByIds } from '../customers/customers.service.ts';
import type { CampaignDocument } from './campaigns.repository.ts';
import { walkUndelivered } from './messages.repository.ts';

/** Someone a campaign goes to. A customer deleted meanwhile has no address left; the ledger says so instead of leaving them out. */
export type Recipient = Pick<CustomerDocument, '_id'> & Partial<Pick<CustomerDocument, 'email' | 'phone'>>;

/**
 * The campaign's recipients after a customer's id in the order of ids, in pages; only the last page is shorter, and it
 * may be empty. One query reads them all: a query for each page would read what lies behind it again and again.
 */
export type RecipientWalk = (from: {
  after: ObjectId | null;
  pageSize: number;
  now: Date;
}) => AsyncGenerator<Recipient[]>;

/**
 * How to go through everyone a campaign goes to: its audience, or those who did not get the campaign it sends again.
 * Preflight and launch ask here, so that they mean the same people. Null when the audience does not exist any more.
 */
export async function recipientWalk(campaign: CampaignDocument): Promise<RecipientWalk | null> {
  const { workspaceId, audienceId, resendOf } = campaign;
  if (resendOf) return (from) => undelivered(workspaceId, resendOf, from);
  const rules = await findAudienceRules(workspaceId.toHexString(), audienceId);
  return rules && ((from) => inPages(walkAudience(workspaceId, rules, from), from.pageSize));
}

async function* undelivered(
  workspaceId: ObjectId,
  source: ObjectId,
  { after, pageSize }: { after: ObjectId | null; pageSize: number },
): AsyncGenerator<Recipient[]> {
  for await (const ids of inPages(walkUndelivered(workspaceId, source, after), pageSize)) {
    const customers = await findCustomersByIds(workspaceId.toHexString(), ids);
    const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
    yield ids.map((_id) => customerOf.get(_id.toHexString()) ?? { _id });
  }
}
