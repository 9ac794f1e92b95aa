import type { Trait } from '../../audiences/rules/traits.ts';
import type { Channel, Template } from '../../campaigns/campaigns.schema.ts';
import { type Brief, readBrief } from './brief.ts';
import type { Objective } from './objectives.ts';
import { type Draft, texts } from './texts.ts';

export const libraryTones = ['friendly', 'formal', 'playful', 'urgent'] as const;
export type LibraryTone = (typeof libraryTones)[number];

export interface LibraryRequest {
  objective: string;
  tone?: string | undefined;
  channel: Channel;
  /** What the audience's rules say of its people, and the one place they are all in. */
  traits: ReadonlySet<Trait>;
  place: string | null;
  workspaceName: string;
}

/** What one text message holds (GSM 03.38); longer ones cost double. */
export const SMS_LENGTH = 160;
/** As long as a name may be for a text message to stay in one. */
const LONG_NAME = 'Alexandra Montgomery';
const NAME = '{{ customer.name | default: "there" }}';
const SHOP = '{{ workspace.name }}';

/** Three drafts from the library: by what the words say the message is for, else by who is in the audience. */
export function composeMessages(request: LibraryRequest): Template[] {
  const brief = readBrief(request.objective);
  const kind = brief.objectives[0] ?? objectiveOfTraits(request.traits) ?? 'general';
  const tone = readTone(request.tone);
  return texts[kind].map((draft, i) =>
    request.channel === 'SMS'
      ? { body: smsOf(draft, brief, tone, request.workspaceName) }
      : emailOf(draft, brief, tone, i, i === 0 ? remarkOn(kind, request) : null),
  );
}

/** A tone in anybody's words as one of the library's. */
export function readTone(words: string | undefined): LibraryTone {
  const text = words ?? '';
  if (/formal|professional|serious|polite|plain/i.test(text)) return 'formal';
  if (/play|fun|humou?r|witty|cheek|festive/i.test(text)) return 'playful';
  return /urgent|hurry|last chance|pressing/i.test(text) ? 'urgent' : 'friendly';
}

function objectiveOfTraits(traits: ReadonlySet<Trait>): Objective | null {
  const byTrait: [Trait, Objective][] = [
    ['lapsed', 'win-back'],
    ['never-ordered', 'first-purchase'],
    ['new', 'welcome'],
    ['vip', 'vip'],
    ['high-value', 'vip'],
    ['repeat', 'thank-you'],
  ];
  return byTrait.find(([trait]) => traits.has(trait))?.[1] ?? null;
}

/** One sentence on who they are, where the draft does not say so already. */
function remarkOn(kind: Objective | 'general', { traits, place }: LibraryRequest): string | null {
  if (traits.has('lapsed') && kind !== 'win-back') return 'It has been a while since your last order.';
  if ((traits.has('vip') || traits.has('high-value')) && kind !== 'vip' && kind !== 'win-back')
    return 'You are one of our best customers, so you are among the first to hear this.';
  if (traits.has('new') && kind !== 'welcome') return 'It is good to have you with us.';
  if (traits.has('repeat') && kind !== 'thank-you' && kind !== 'win-back')
    return 'Thank you for coming back to us again and again.';
  return place ? `A note to our customers in ${plainText(place)}.` : null;
}

const greetings: Record<LibraryTone, string> = {
  friendly: `Hi ${NAME},`,
  formal: `Dear ${NAME},`,
  playful: `Hey ${NAME}!`,
  urgent: `Hi ${NAME},`,
};
const closings: Record<LibraryTone, string> = {
  friendly: 'See you soon,',
  formal: 'Kind regards,',
  playful: 'Catch you later,',
  urgent: 'Yours,',
};

function emailOf(draft: Draft, brief: Brief, tone: LibraryTone, i: number, remark: string | null): Template {
  const paragraphs = [
    greetings[tone],
    [remark, capitalised(fill(draft.text, brief))].filter(Boolean).join(' '),
    offerSentence(brief, tone, i),
    tone === 'urgent' && !brief.deadline ? 'Please do not wait too long.' : null,
    `${closings[tone]}\n${SHOP}`,
    'No more of these: {{ unsubscribe_url }}',
  ];
  return { subject: subjectOf(draft, brief, tone), body: paragraphs.filter(Boolean).join('\n\n') };
}

function subjectOf(draft: Draft, brief: Brief, tone: LibraryTone): string {
  const toned = (tone === 'playful' && draft.playful) || (tone === 'urgent' && draft.urgent) || null;
  const template = brief.deal && draft.deal && tone !== 'playful' ? draft.deal : (toned ?? draft.subject);
  return capitalised(fill(template, brief));
}

const offerBeginnings: Record<LibraryTone, readonly [string, string, string]> = {
  friendly: ['Here is something for you: ', 'To make it easier, take this along: ', 'And this is yours: '],
  formal: ['We are pleased to offer you ', 'May we offer you ', 'It is our pleasure to offer you '],
  playful: ['And now the good part: ', 'Psst, this is for you: ', 'Ta-da: '],
  urgent: ['Yours now: ', 'Here for the taking: ', 'Do not miss it: '],
};

/** Only what the marketer offers, in their words. */
function offerSentence({ deal, code, deadline }: Brief, tone: LibraryTone, i: number): string | null {
  if (!deal && !code) return deadline ? `It is open to you ${deadline}.` : null;
  const begin = offerBeginnings[tone][i % 3] ?? '';
  const what = [deal, code ? `${deal ? 'with ' : ''}the code ${code}` : null].filter(Boolean).join(' ');
  return `${begin}${what}${deadline ? `, ${deadline}` : ''}${begin.startsWith('May') ? '?' : '.'}`;
}

/** The fullest form that fits into one text message, for somebody with a long name. */
function smsOf(draft: Draft, brief: Brief, tone: LibraryTone, workspaceName: string): string {
  const greeting = {
    friendly: `Hi ${NAME}, `,
    formal: `Dear ${NAME}, `,
    playful: `Hey ${NAME}! `,
    urgent: '',
  }[tone];
  const core = fill(draft.sms, brief);
  const offer = smsOffer(brief);
  const forms = [
    [greeting, core, offer, ` ${SHOP}`],
    ['', core, offer, ` ${SHOP}`],
    ['', core, offer, ''],
    ['', offer || core, '', ''],
  ].map(([hello = '', text = '', deal = '', shop = '']) => {
    // In the middle of a sentence after “Hi …,”, at the beginning of one otherwise.
    const begin = hello.endsWith(', ') ? text : capitalised(text.trim());
    return asciiPunctuation(`${hello}${begin}${deal}${shop}`.trim());
  });
  return (
    forms.find((form) => lengthOf(form, workspaceName) <= SMS_LENGTH) ??
    (forms.at(-1) ?? '').slice(0, SMS_LENGTH)
  );
}

function smsOffer({ deal, code, deadline }: Brief): string {
  if (!deal && !code) return '';
  const what = [deal, code ? `code ${code}` : null].filter(Boolean).join(', ');
  return ` ${capitalised(what)}${deadline ? `, ${deadline}` : ''}.`;
}

const lengthOf = (form: string, workspaceName: string): number =>
  form.replace(NAME, LONG_NAME).replace(SHOP, workspaceName).length;

/** Characters outside the alphabet of text messages halve what one may hold. */
export const asciiPunctuation = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/…/g, '...');

/** What stands for a topic nobody named, by what the message is for. */
const unnamed: Partial<Record<Objective | 'general', string>> = {
  newsletter: 'the latest from our shop',
  event: 'a get-together with our customers',
  'back-in-stock': 'what you have been waiting for',
  seasonal: 'the season',
};

function fill(text: string, { deal, topic, objectives: [kind] }: Brief): string {
  const subject = topic ? plainText(topic) : ((kind && unnamed[kind]) ?? 'something new');
  return text
    .replaceAll('[deal]', deal ?? '')
    .replaceAll('[topic]', subject)
    .replace(/[?!] \p{Ll}/gu, (end) => end.toUpperCase())
    .trim();
}

/** Words that go into a template as they are: nothing in them may be read as Liquid. */
const plainText = (words: string): string => words.replace(/[{}]/g, '');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
