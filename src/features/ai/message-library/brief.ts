import { type Objective, objectivesIn } from './objectives.ts';

/** What a marketer's own words say: what it is for, what is offered, until when, and what it is about. */
export interface Brief {
  /** What the message may be for, the surest first. */
  objectives: Objective[];
  /** “10% off”, as it was written. */
  deal: string | null;
  code: string | null;
  /** “until Sunday”, as it was written. */
  deadline: string | null;
  /** What the message speaks of, as words that fit into a sentence. */
  topic: string | null;
}

const MAX_TOPIC = 60;

const DEALS = [
  /\b(\d+(?:[.,]\d+)?)\s?(?:%|percent|per cent)(?:\s+(?:off|discount))?/i,
  /[£$€]\s?\d+(?:[.,]\d+)?\s+(?:off|discount|voucher|credit|gift card)\b/i,
  /\bfree (?:shipping|delivery|postage|returns|gift|sample|trial)\b/i,
  /\b(?:buy one,? get one(?: free)?|(?:two|three|\d) for (?:one|two|\d))\b/i,
];
const CODE = /\b(?:code|coupon|voucher)\s*(?:is|:)?\s*["“'‘]?([A-Z0-9][A-Z0-9_-]{2,19})\b/;
const DAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|midnight|christmas|easter|the end of (?:the |this )?(?:week|month|year)|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2}(?:st|nd|rd|th)?)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december))';
const DEADLINE = new RegExp(
  `\\b(until|till|by|before|ends|ending)\\s+(?:on\\s+)?((?:next |this )?${DAY})|\\b(this weekend|today)(?: only)?\\b`,
  'i',
);

const TOPICS: Partial<Record<Objective, RegExp[]>> = {
  'product-launch': [
    /\b(?:launch(?:ing)?|introduc(?:e|ing)|announc(?:e|ing)|release|arrival)(?: of)?:?\s+(.+)/i,
    /\b(new .+)/i,
    /(.+?)\s+(?:launch|release)\b/i,
  ],
  event: [
    /\binvit(?:e|ation|ing)(?:\s+\w+){0,3}?\s+to:?\s+(.+)/i,
    /\b(?:event|join us (?:for|at)):?\s+(.+)/i,
    /(.+?)\s+event\b/i,
  ],
  'back-in-stock': [
    /\bback in (?:stock|store):\s*(.+)/i,
    /(.+?)\s+(?:is|are)\s+(?:back|available)/i,
    /(.+?)\s+back in (?:stock|store)/i,
    /\brestock(?:ed)?(?: of)?:?\s+(.+)/i,
  ],
  newsletter: [/\b(?:about|on|news|newsletter|update|round-?up):?\s+(.+)/i],
  seasonal: [
    /\b(christmas|xmas|easter|halloween|black friday|cyber monday|valentine['’]s day|mother['’]s day|father['’]s day|new year|the holidays|summer|winter|spring|autumn)\b/i,
  ],
};

/** Reads what a marketer wrote; nothing is added to it. */
export function readBrief(words: string): Brief {
  const clean = words
    .replace(/[{}]|%[}]|[{]%/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = objectivesIn(clean);
  const [objective] = found;
  const deal = DEALS.map((pattern) => pattern.exec(clean)?.[0]).find(Boolean) ?? null;
  const deadline = DEADLINE.exec(clean);
  return {
    objectives: found,
    deal: deal && /(?:%|percent|per cent)$/i.test(deal) ? `${deal} off` : deal,
    code: CODE.exec(clean)?.[1] ?? null,
    deadline: deadline && deadlineOf(deadline),
    topic: topicOf(clean, objective),
  };
}

function deadlineOf([, word, day, span]: RegExpExecArray): string | null {
  if (!day) return span?.toLowerCase() ?? null;
  return `${/^(?:by|before)$/i.test(word ?? '') ? word?.toLowerCase() : 'until'} ${day}`;
}

function topicOf(words: string, objective: Objective | undefined): string | null {
  // Without a known aim the words themselves are all there is to say.
  const patterns = objective
    ? (TOPICS[objective] ?? [])
    : [
        /^(?:(?:please )?(?:tell|inform|let|announce|promote|write|say|mention|remind)\b(?: (?:to|customers|people|them|everyone|everybody|our|all|know))*(?: (?:about|that|of))?\s+)?(.+)$/i,
      ];
  for (const pattern of patterns) {
    const text = pattern
      .exec(words)?.[1]
      ?.split(/[.;:!?]\s|,\s|\s+(?:until|with code|for (?:our|all|customers))\s/i)[0];
    const topic = text
      ?.replace(/^(?:about|on|of)\s+/i, '')
      .replace(/^(?:our|the|a|an|summer|winter|spring|autumn)\b/i, (word) => word.toLowerCase())
      .trim();
    if (topic && topic.length >= 3) return shortened(topic.replace(/[.!\s]+$/, ''));
  }
  return null;
}

/** Cut at a word, so that no subject ends in the middle of one. */
function shortened(text: string): string {
  if (text.length <= MAX_TOPIC) return text;
  return text.slice(0, MAX_TOPIC + 1).replace(/\s+\S*$/, '');
}
