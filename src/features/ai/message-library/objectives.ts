/** What a message may be for. The words are looked for in this order: the particular before the general. */
export const objectives = {
  'back-in-stock': /\bback in (?:stock|store)|restock|available again|sold out/i,
  birthday: /\bbirthday|b-day|anniversary\b/i,
  reminder: /\babandon|left (?:in|something)|(?:basket|cart|checkout)\b|unfinished|remind(?:er)?\b/i,
  review: /\breviews?\b|\brat(?:e|ing)\b|feedback|testimonial|survey|what (?:they|you) think/i,
  referral: /\brefer|bring a friend|tell a friend|invite (?:a )?friends?/i,
  'win-back':
    /win[\s-]*(?:them |you |people |customers )?back|come back|bring back|re-?activat|re-?engag|laps|inactive|dormant|missed?\b.*\byou|haven['’]?t (?:ordered|bought|shopped)|not (?:ordered|bought)|long time/i,
  welcome: /\bwelcome|onboard|new (?:customers?|subscribers?|members?|sign[\s-]?ups?)|just joined|signed up/i,
  'first-purchase': /first (?:order|purchase)|never (?:ordered|bought)|not yet (?:ordered|bought)/i,
  'thank-you': /\bthanks?\b|thank[\s-]you|grateful|gratitude|appreciat/i,
  vip: /\bvips?\b|best customers?|top customers?|exclusive|early access|loyal|insiders?\b/i,
  event: /\bevent|invit|webinar|workshop|opening|party|meet(?:ing)?\b|evening|tasting|fair\b/i,
  seasonal:
    /\b(?:christmas|xmas|easter|halloween|black friday|cyber monday|valentine|mother['’]s day|father['’]s day|new year|holidays?|festive|summer|winter|spring|autumn)\b/i,
  'product-launch':
    /\blaunch|introduc|announc|new (?:product|range|collection|arrival|line|model|shoes|range)|just (?:in|arrived)|release\b|unveil/i,
  sale: /\bsales?\b|discount|\d\s?%|percent|% off|[£$€]\s?\d+\s*off|\boff\b|deal\b|offer\b|clearance|voucher|coupon|promo|bargain|free (?:shipping|delivery)/i,
  newsletter: /newsletter|news\b|update|round-?up|digest|monthly|weekly|what['’]s new/i,
} as const satisfies Record<string, RegExp>;

export type Objective = keyof typeof objectives;

const names = Object.keys(objectives) as Objective[];

/** What the words say the message is for, the surest first; empty when they say nothing known. */
export const objectivesIn = (words: string): Objective[] =>
  names.filter((name) => objectives[name].test(words));
