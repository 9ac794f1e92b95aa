import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { noteChange } from '../../../server/audit.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { askModel } from '../../ai/ask-model.ts';
import type { JsonSchema } from '../../ai/groq.ts';
import { findAudienceRules } from '../../audiences/audiences.service.ts';
import { describeRules } from '../../audiences/rules/describe.ts';
import { findCampaign, saveTags, templateOf } from '../campaigns.repository.ts';
import type { Campaign } from '../campaigns.schema.ts';
import { findOwn, withStats } from '../campaigns.service.ts';
import { findTags, MAX_TAGS } from './find-tags.ts';
import { changeTags, mergeTags, shownTags } from './tag-campaign.ts';
import { campaignTagSchema, campaignTags, type SetTagsInput } from './tags.schema.ts';

/** Tags by hand. They stay: whatever is found later, what was taken off does not come back. */
export async function setTags(caller: Caller, { id, tags }: SetTagsInput): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  const campaign = await findOwn(caller, id);
  const changed = changeTags(campaign.autoTags, tags);
  await saveTags(campaign.workspaceId, campaign._id, changed);
  noteChange({
    targetName: campaign.name,
    before: { tags: shownTags(campaign.autoTags) },
    after: { tags: shownTags(changed) },
  });
  return withStats(await findOwn(caller, id));
}

/**
 * Has the AI service choose a campaign's tags from the one list. Without an answer the tags stay as the rules found them;
 * so do they when the campaign was changed meanwhile.
 */
export async function refineTags(target: { workspaceId: string; campaignId: string }): Promise<void> {
  const campaign = await findCampaign(new ObjectId(target.workspaceId), new ObjectId(target.campaignId));
  if (!campaign) return;
  const template = templateOf(campaign);
  const rules = await findAudienceRules(target.workspaceId, campaign.audienceId);
  const answer = await askModel({
    workspaceId: target.workspaceId,
    purpose: 'tags',
    instructions: `You choose tags for a shop's campaign, at most ${MAX_TAGS}, by what it says and whom it goes to. The only tags: ${campaignTags.join(', ')}. "found" is what simple rules found: keep what is right. Choose none when none fits.`,
    data: {
      name: campaign.name,
      subject: template.subject?.slice(0, 300) ?? null,
      body: template.body.slice(0, 2_000),
      audience: rules ? describeRules(rules).slice(0, 2_000) : null,
      found: findTags({ name: campaign.name, template, rules }),
    },
    jsonSchema: answerShape,
    schema: z.object({ tags: z.array(campaignTagSchema).max(MAX_TAGS) }),
  });
  if (!answer.value) return;
  const tags = mergeTags(campaign.autoTags, [...new Set(answer.value.tags)], 'ai');
  await saveTags(campaign.workspaceId, campaign._id, tags, campaign.updatedAt);
}

const answerShape: JsonSchema = {
  name: 'tags',
  schema: {
    type: 'object',
    properties: { tags: { type: 'array', items: { type: 'string', enum: [...campaignTags] } } },
    required: ['tags'],
    additionalProperties: false,
  },
};
