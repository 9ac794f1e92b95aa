import { z } from 'zod';

/** What a campaign may be for: the one list that rules, the AI service and people choose from. */
export const campaignTags = [
  'win-back',
  're-engagement',
  'new customers',
  'first purchase',
  'one-time buyers',
  'repeat buyers',
  'high value',
  'VIP',
  'regional',
  'sale',
  'product launch',
  'newsletter',
  'welcome',
  'thank-you',
  'review request',
  'reminder',
  'birthday',
  'event',
  'back in stock',
  'seasonal',
  'referral',
] as const;
export type CampaignTag = (typeof campaignTags)[number];
export const campaignTagSchema = z.enum(campaignTags);

export const setTagsInput = z.object({
  id: z.string(),
  tags: z
    .array(campaignTagSchema)
    .max(campaignTags.length)
    .transform((tags) => [...new Set(tags)]),
});
export type SetTagsInput = z.output<typeof setTagsInput>;
