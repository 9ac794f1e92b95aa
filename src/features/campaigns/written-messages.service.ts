import type { ObjectId } from 'mongodb';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { type CampaignDocument, findWholeCampaigns } from './campaigns.repository.ts';
import type { Channel } from './campaigns.schema.ts';
import { compiledTexts } from './compiled-texts.ts';
import { type DeadLetterDocument, findLettersOf } from './dead-letters.repository.ts';
import { contextOf } from './engine/outcomes.ts';
import { type MessageDocument, pagesOfCustomer } from './messages.repository.ts';
import { type CampaignContext, scopeOf } from './recipients.ts';
import type { CompiledTemplate } from './template.ts';

/** A message as it was written to somebody, as far as it can be told. */
export interface WrittenMessage {
  row: MessageDocument;
  campaign: { name: string; channel: Channel } | null;
  /** What failed for good, with what was kept of it. */
  letter: DeadLetterDocument | null;
  text: WrittenText | null;
}

/**
 * KEPT: the text that was handed over, kept because it failed. RENDERED_AGAIN: the ledger keeps no texts; this one is made
 * anew from the campaign's template, which does not change once it is launched, and the customer's data of today.
 */
export interface WrittenText {
  subject: string | null;
  body: string;
  basis: 'KEPT' | 'RENDERED_AGAIN';
}

const PAGE = 200;
/** Campaigns whose template is kept at hand; most customers are in fewer. */
const KEPT = 200;

/** All messages of a customer, oldest first, a page in memory at a time. */
export async function* walkWrittenMessages(customer: CustomerDocument): AsyncGenerator<WrittenMessage> {
  const { workspaceId } = customer;
  const workspace = await findWorkspace(workspaceId.toHexString());
  const known = new Map<string, KnownCampaign>();
  for await (const rows of pagesOfCustomer(workspaceId, customer._id, PAGE)) {
    const letters = await findLettersOf(
      workspaceId,
      rows.map((row) => row._id),
    );
    if (known.size > KEPT) known.clear();
    await learn(workspaceId, rows, known, workspace);
    for (const row of rows) {
      const found = known.get(row.campaignId.toHexString()) ?? null;
      const letter = letters.get(row._id.toHexString()) ?? null;
      yield {
        row,
        campaign: found && { name: found.campaign.name, channel: found.campaign.channel },
        letter,
        text: keptText(letter) ?? (wasWritten(row) ? renderedAgain(found, customer, row) : null),
      };
    }
  }
}

interface KnownCampaign {
  campaign: CampaignDocument;
  context: CampaignContext;
  textOf: ReturnType<typeof compiledTexts>;
}

async function learn(
  workspaceId: ObjectId,
  rows: readonly MessageDocument[],
  known: Map<string, KnownCampaign>,
  workspace: { name: string; currency: string },
): Promise<void> {
  const missing = new Map(
    rows
      .map(({ campaignId }) => [campaignId.toHexString(), campaignId] as const)
      .filter(([id]) => !known.has(id)),
  );
  for (const campaign of await findWholeCampaigns(workspaceId, [...missing.values()]))
    known.set(campaign._id.toHexString(), {
      campaign,
      context: contextOf(campaign, workspace),
      textOf: compiledTexts(campaign),
    });
}

function readable({ textOf }: KnownCampaign, variant: string | null): CompiledTemplate | null {
  try {
    return textOf(variant);
  } catch {
    // Of an earlier version that let it pass.
    return null;
  }
}

/** Whether a vendor ever had it. */
const wasWritten = ({ status, attempts, sentAt }: MessageDocument): boolean =>
  status !== 'SKIPPED' && (attempts > 0 || sentAt != null || status === 'DELIVERED' || status === 'BOUNCED');

function keptText(letter: DeadLetterDocument | null): WrittenText | null {
  const { subject, body } = { ...letter?.payload, ...letter?.payload.edit };
  return body === undefined ? null : { subject: subject ?? null, body, basis: 'KEPT' };
}

function renderedAgain(
  known: KnownCampaign | null,
  customer: CustomerDocument,
  row: MessageDocument,
): WrittenText | null {
  if (!known) return null;
  const rendered = readable(known, row.variant ?? null)?.render(scopeOf(customer, known.context, row._id));
  if (!rendered?.ok) return null;
  return { subject: rendered.subject ?? null, body: rendered.body, basis: 'RENDERED_AGAIN' };
}
