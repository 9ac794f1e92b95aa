import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { explainAudience } from '../../audiences/audience-explain.service.ts';
import { getAudience } from '../../audiences/audiences.service.ts';
import { findCustomersByIds } from '../../customers/customers.service.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { campaignNames, findOwn } from '../campaigns.service.ts';
import { getMessage } from '../messages.service.ts';
import { findOfCustomers } from './message-log.repository.ts';
import type { WhyRecipient } from './why.schema.ts';

/**
 * Why one customer got a campaign's message, or why not: their row in the ledger, or else what of the audience's rule
 * they do not fulfil now. What they fulfilled when it was launched nobody kept.
 * @throws AppError NOT_FOUND also for another workspace's campaign or customer
 */
export async function whyRecipient(
  caller: Caller,
  { id, customerId }: { id: string; customerId: string },
): Promise<WhyRecipient> {
  requirePermission(caller, 'campaigns:read');
  requirePermission(caller, 'customers:read');
  requirePermission(caller, 'audiences:read');
  const campaign = await findOwn(caller, id);
  const [customer] = await findCustomersByIds(caller.workspaceId, [toObjectId(customerId)]);
  if (!customer) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  const [row] = await findOfCustomers({ workspaceId: campaign.workspaceId, campaignId: campaign._id }, [
    customer._id,
  ]);
  return {
    campaign: {
      id,
      status: campaign.status,
      launchedAt: campaign.launchedAt,
      prepared: campaign.checkpoint.done || campaign.completedAt !== null,
    },
    customer: {
      id: customer._id.toHexString(),
      name: customer.name ?? null,
      email: customer.email,
      createdAt: customer.createdAt,
    },
    message: row ? await getMessage(caller, row._id.toHexString()) : null,
    audience: row || campaign.resendOf ? null : await explained(caller, campaign, customerId),
    resendOf: await sourceOf(caller, campaign),
  };
}

/** Null when the audience does not exist any more. */
async function explained(
  caller: Caller,
  { audienceId }: CampaignDocument,
  customerId: string,
): Promise<WhyRecipient['audience']> {
  try {
    const id = audienceId.toHexString();
    const [{ name }, { inAudience, explanation }] = await Promise.all([
      getAudience(caller, id),
      explainAudience(caller, { id, customerId }),
    ]);
    return { id, name, inAudience, explanation };
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

async function sourceOf(caller: Caller, { resendOf }: CampaignDocument): Promise<WhyRecipient['resendOf']> {
  if (!resendOf) return null;
  const id = resendOf.toHexString();
  const names = await campaignNames(caller.workspaceId, [id]);
  return { id, name: names.get(id)?.name ?? 'Deleted campaign' };
}
