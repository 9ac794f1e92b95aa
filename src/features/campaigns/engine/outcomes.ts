import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findSuppressed } from '../../suppressions/suppressions.service.ts';
import type { Workspace } from '../../workspaces/workspaces.repository.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { compiledTexts } from '../compiled-texts.ts';
import { findCapped } from '../contact-rules.ts';
import { placementOf } from '../experiment.ts';
import type { MessageDocument } from '../messages.repository.ts';
import { addressOf, type CampaignContext, decideOutcome, type Outcome } from '../recipients.ts';
import { editionOf, editsOf, withAddress, withText } from './edits.ts';

/** Whose messages are decided about, and by whose rules. */
export interface Decision {
  campaign: CampaignDocument;
  workspace: Workspace;
  /** Ids of messages a process that died had dispatched: the vendor may have them. */
  begun: ReadonlySet<string>;
}

/** What becomes of each row, in their order: the rendered message, or why there is none. */
export async function decideOutcomes(
  { campaign, workspace, begun }: Decision,
  rows: readonly MessageDocument[],
): Promise<Outcome[]> {
  const { workspaceId, channel } = campaign;
  const [customers, edits] = await Promise.all([
    findCustomersByIds(
      workspaceId.toHexString(),
      rows.map((row) => row.customerId),
    ),
    editsOf(campaign, rows),
  ]);
  const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
  const decided = rows.map((row) => {
    const edit = edits.get(row._id.toHexString());
    const customer = customerOf.get(row.customerId.toHexString());
    return { row, edit, recipient: customer && withAddress(customer, channel, edit) };
  });
  // The addresses of now: a customer's may have changed since the row was written.
  const addresses = decided.flatMap(({ recipient }) =>
    recipient ? (addressOf(recipient, channel) ?? []) : [],
  );
  // Who was chosen to be sent to once, and failed or lost the process, is not asked again: the vendor may have it.
  const undecided = rows
    .filter((row) => row.status === 'QUEUED' && !begun.has(row._id.toHexString()))
    .map((row) => row.customerId);
  const [suppressed, capped] = await Promise.all([
    findSuppressed(workspaceId.toHexString(), addresses),
    findCapped(workspaceId, campaign._id, undecided, workspace.settings.frequencyCap),
  ]);
  const context = contextOf(campaign, workspace);
  const textOf = textsOf(campaign);
  return decided.map(({ row, edit, recipient }): Outcome => {
    if (!recipient) return { send: false, reason: 'CUSTOMER_DELETED', detail: null };
    const { variant, heldOut } = placementOf(campaign, row.customerId);
    const text = withText(textOf(variant), edit);
    const outcome = decideOutcome(recipient, context, text, { suppressed, capped, heldOut }, row._id);
    return edit && outcome.send ? { ...outcome, edition: editionOf(edit) } : outcome;
  });
}

/** What rendering needs to know of the campaign and its workspace. */
export const contextOf = (
  campaign: CampaignDocument,
  { name, currency }: { name: string; currency: string },
): CampaignContext => ({
  id: campaign._id.toHexString(),
  name: campaign.name,
  channel: campaign.channel,
  workspace: { name, currency },
});

/** Texts of running campaigns do not change, so each is compiled once per process; the newest few campaigns' are kept. */
const compiled = new Map<string, ReturnType<typeof compiledTexts>>();
const COMPILED_KEPT = 50;

function textsOf(campaign: CampaignDocument): ReturnType<typeof compiledTexts> {
  const key = `${campaign._id.toHexString()}-${campaign.epoch}`;
  const known = compiled.get(key);
  if (known) return known;
  const fresh = compiledTexts(campaign);
  if (compiled.size >= COMPILED_KEPT) compiled.delete(compiled.keys().next().value ?? '');
  compiled.set(key, fresh);
  return fresh;
}
