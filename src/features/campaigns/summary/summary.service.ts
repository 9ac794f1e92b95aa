import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { noteChange } from '../../../server/audit.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { countCall, limits } from '../../../server/rate-limit.ts';
import { askModel } from '../../ai/ask-model.ts';
import { inventedFigures } from '../../ai/figures.ts';
import type { JsonSchema } from '../../ai/groq.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { findCampaign, saveSummary } from '../campaigns.repository.ts';
import type { Campaign } from '../campaigns.schema.ts';
import { findOwn, refuse, withStats } from '../campaigns.service.ts';
import { publishSnapshot } from '../engine/progress.ts';
import { summaryBasis } from '../engine/summary-due.ts';
import { recount } from '../engine/tally.ts';
import { type CampaignFacts, collectFacts } from './facts.ts';
import { summarySentences } from './sentences.ts';

/**
 * Writes a campaign's result in words from its ledger, and keeps it with the campaign. The AI service may only phrase what
 * the built-in sentences say: a figure in its text that is not in theirs, and its text is not used.
 * @returns whether rows changed meanwhile, so that it should be written once more
 */
export async function summariseCampaign(
  target: { workspaceId: string; campaignId: string },
  signal?: AbortSignal,
): Promise<{ outdated: boolean }> {
  const ids = [new ObjectId(target.workspaceId), new ObjectId(target.campaignId)] as const;
  const campaign = await findCampaign(...ids);
  // Launched again by a retry of its failures, or deleted: there will be another occasion.
  if (!campaign?.launchedAt || !isOver(campaign)) return { outdated: false };
  const facts = await collectFacts(campaign, new Date(), signal);
  const { text, source } = await inWords(campaign, facts);
  await saveSummary(campaign.workspaceId, campaign._id, {
    text,
    source,
    writtenAt: new Date(),
    basis: summaryBasis(facts.stats),
  });
  // Counted from the rows as the facts were, lest a tally that missed something has it written for ever.
  const stats = await recount(campaign);
  await publishSnapshot(target.workspaceId, target.campaignId);
  return { outdated: summaryBasis(stats) !== summaryBasis(facts.stats) };
}

/** Writes it anew because somebody asks: orders may have come in since. @throws AppError CONFLICT before it has ended */
export async function writeSummary(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  const campaign = await findOwn(caller, id);
  if (!isOver(campaign))
    throw refuse(
      campaign.status,
      'summed up',
      campaign.status === 'FAILED' ? 'It was not sent.' : 'Wait until it has ended.',
    );
  if (!campaign.launchedAt)
    throw new AppError('CONFLICT', 'The campaign was never launched, so there is nothing to sum up.');
  await countCall(limits.ai, caller.workspaceId);
  await summariseCampaign({ workspaceId: caller.workspaceId, campaignId: id });
  noteChange({ targetName: campaign.name });
  return withStats(await findOwn(caller, id));
}

const isOver = ({ status }: CampaignDocument): boolean =>
  status === 'COMPLETED' || status === 'COMPLETED_WITH_FAILURES' || status === 'CANCELLED';

async function inWords(
  campaign: CampaignDocument,
  facts: CampaignFacts,
): Promise<{ text: string; source: 'groq' | 'offline' }> {
  const sentences = summarySentences(facts);
  const answer = await askModel({
    workspaceId: campaign.workspaceId.toHexString(),
    purpose: 'summary',
    instructions,
    data: { facts: sentences.map((sentence) => sentence.slice(0, MAX_SENTENCE)) },
    jsonSchema: answerShape,
    schema: phrasing(sentences.join(' ')),
  });
  return answer.value === null
    ? { text: sentences.join(' '), source: 'offline' }
    : { text: answer.value, source: 'groq' };
}

const MAX_SENTENCE = 500;
const MAX_TEXT = 900;

const instructions = `You sum up how a marketing campaign went, for the marketer who sent it, in two to four friendly, plain sentences, the most important first.
Say only what the facts say. Use their figures exactly as written; compute no others, round none, and use no words such as “half” or “most” in their place. No headings, no advice, no web addresses.`;

const answerShape: JsonSchema = {
  name: 'summary',
  schema: {
    type: 'object',
    properties: { text: { type: 'string' } },
    required: ['text'],
    additionalProperties: false,
  },
};

/** A text that says no figure the facts do not. */
const phrasing = (facts: string) =>
  z
    .object({ text: z.string().trim().min(20).max(MAX_TEXT) })
    .transform(({ text }) => text.replace(/\s+/g, ' '))
    .superRefine((text, context) => {
      for (const figure of inventedFigures(text, facts))
        context.addIssue({ code: 'custom', message: `“${figure}” is not in the facts.` });
      if (/https?:|www\./i.test(text))
        context.addIssue({ code: 'custom', message: 'There must be no web address.' });
    });
