import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findSuppressed } from '../../suppressions/suppressions.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { type CampaignDocument, templateOf } from '../campaigns.repository.ts';
import type { MessageDocument } from '../messages.repository.ts';
import { type CampaignContext, decideOutcome, type Outcome } from '../recipients.ts';
import { type CompiledTemplate, compileTemplate } from '../template.ts';

/** What becomes of each row, by message id: the rendered message, or why there is none. */
export async function decideOutcomes(
  campaign: CampaignDocument,
  rows: readonly MessageDocument[],
): Promise<Map<string, Outcome>> {
  const workspaceId = campaign.workspaceId.toHexString();
  const addresses = rows.flatMap((row) => (row.to ? [row.to] : []));
  const [customers, suppressed, context] = await Promise.all([
    findCustomersByIds(
      workspaceId,
      rows.map((row) => row.customerId),
    ),
    findSuppressed(workspaceId, addresses),
    contextOf(campaign),
  ]);
  const template = compiledTemplate(campaign);
  const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
  return new Map(
    rows.map((row): [string, Outcome] => {
      const customer = customerOf.get(row.customerId.toHexString());
      const outcome: Outcome = customer
        ? decideOutcome(customer, context, template, suppressed, row._id)
        : { send: false, reason: 'CUSTOMER_DELETED', detail: null };
      return [row._id.toHexString(), outcome];
    }),
  );
}

export async function contextOf(campaign: CampaignDocument): Promise<CampaignContext> {
  const { name, currency } = await findWorkspace(campaign.workspaceId.toHexString());
  return {
    id: campaign._id.toHexString(),
    name: campaign.name,
    channel: campaign.channel,
    workspace: { name, currency },
  };
}

/** Templates of running campaigns do not change, so each is compiled once per process; the newest few are kept. */
const compiled = new Map<string, CompiledTemplate>();
const COMPILED_KEPT = 50;

function compiledTemplate(campaign: CampaignDocument): CompiledTemplate {
  const key = `${campaign._id.toHexString()}-${campaign.epoch}`;
  const known = compiled.get(key);
  if (known) return known;
  const fresh = compileTemplate(templateOf(campaign), campaign.channel);
  if (compiled.size >= COMPILED_KEPT) compiled.delete(compiled.keys().next().value ?? '');
  compiled.set(key, fresh);
  return fresh;
}
