import { type Objective, objectivesIn } from '../../ai/message-library/objectives.ts';
import { type Trait, traitsOf } from '../../audiences/rules/traits.ts';
import type { RuleGroup } from '../../audiences/rules.schema.ts';
import type { Template } from '../campaigns.schema.ts';
import type { CampaignTag } from './tags.schema.ts';

/** What tags are found from. `rules` are the audience's; null when it is gone. */
export interface Tagged {
  name: string;
  template: Template;
  rules: RuleGroup | null;
}

export const MAX_TAGS = 5;

const byTrait: Partial<Record<Trait, CampaignTag>> = {
  new: 'new customers',
  'never-ordered': 'first purchase',
  'one-time': 'one-time buyers',
  repeat: 'repeat buyers',
  'high-value': 'high value',
  vip: 'VIP',
  regional: 'regional',
};
const byObjective: Record<Objective, CampaignTag> = {
  'win-back': 'win-back',
  welcome: 'welcome',
  'first-purchase': 'first purchase',
  'thank-you': 'thank-you',
  sale: 'sale',
  'product-launch': 'product launch',
  reminder: 'reminder',
  review: 'review request',
  birthday: 'birthday',
  event: 'event',
  'back-in-stock': 'back in stock',
  vip: 'VIP',
  newsletter: 'newsletter',
  referral: 'referral',
  seasonal: 'seasonal',
};

/** An offer in a text, by what only an offer says. */
const OFFER =
  /\d\s?(?:%|percent)\s*(?:off|discount)|[£$€]\s?\d+(?:[.,]\d+)?\s+(?:off|discount|voucher)|\b(?:discount|voucher) code\b|\bwith the code [A-Z0-9]{3,}/;

/**
 * What a campaign is for, by its audience's rules and its own words: what the message is comes first, then whom it goes
 * to. The same campaign always gets the same tags.
 */
export function findTags({ name, template, rules }: Tagged): CampaignTag[] {
  const traits = rules ? traitsOf(rules) : new Set<Trait>();
  // Nearly every message says thanks and news somewhere: only its name and subject say what it is.
  const aims = objectivesIn(`${name}\n${withoutLiquid(template.subject ?? '')}`);
  const found = new Set<CampaignTag>(
    // “Welcome back” welcomes nobody new.
    aims.filter((aim) => aim !== 'welcome' || !aims.includes('win-back')).map((aim) => byObjective[aim]),
  );
  if (OFFER.test(withoutLiquid(template.body))) found.add('sale');
  if (traits.has('lapsed'))
    found.add(found.has('sale') || found.has('win-back') ? 'win-back' : 're-engagement');
  for (const trait of traits) {
    const tag = byTrait[trait];
    if (tag) found.add(tag);
  }
  return [...found].slice(0, MAX_TAGS);
}

const withoutLiquid = (text: string): string => text.replace(/\{[{%].*?[}%]\}/gs, ' ');
