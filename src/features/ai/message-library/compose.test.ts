import { describe, expect, it } from 'vitest';
import type { Trait } from '../../audiences/rules/traits.ts';
import { channels } from '../../campaigns/campaigns.schema.ts';
import { draftProblems } from '../draft-check.ts';
import { readBrief } from './brief.ts';
import { composeMessages, type LibraryRequest, libraryTones, readTone } from './compose.ts';
import type { objectives } from './objectives.ts';

const request = (objective: string, more: Partial<LibraryRequest> = {}): LibraryRequest => ({
  objective,
  channel: 'EMAIL',
  traits: new Set(),
  place: null,
  workspaceName: 'Paper & Ink',
  ...more,
});
const texts = (objective: string, more: Partial<LibraryRequest> = {}) =>
  composeMessages(request(objective, more)).map(({ subject = '', body }) => `${subject}\n${body}`);

/** An objective for each kind, which it must be read as. */
const samples: Record<keyof typeof objectives, string> = {
  'back-in-stock': 'the blue lamp is back in stock',
  birthday: 'birthday wishes with 15% off',
  reminder: 'remind people of the basket they left',
  review: 'ask for a review of their last order',
  referral: 'refer a friend, £10 voucher for both',
  'win-back': 'win back people who have not ordered for half a year, 10% off with code BACK10 until Sunday',
  welcome: 'welcome new subscribers',
  'first-purchase': 'get them to place a first order',
  'thank-you': 'say thank you',
  vip: 'a treat for our VIPs',
  event: 'invite customers to our opening party on Friday',
  seasonal: 'Christmas gifts',
  'product-launch': 'launch of our new trail shoes',
  sale: 'clearance, 3 for 2 this weekend',
  newsletter: 'monthly news about our new coffee beans',
};
const cases = Object.entries({ ...samples, general: 'we moved to a bigger shop in {{ town }}' });

describe('the library', () => {
  it.each(Object.entries(samples))('reads what is %s', (kind, words) => {
    expect(readBrief(words).objectives[0]).toBe(kind);
  });

  it.each(cases)(
    'has three different drafts for %s in every tone and channel, each fit to be sent',
    (_kind, objective) => {
      for (const channel of channels)
        for (const tone of libraryTones)
          for (const workspaceName of [
            'Ink',
            'The Very Long Established Paper and Ink Company of Southampton',
          ]) {
            const drafts = composeMessages(request(objective, { channel, tone, workspaceName }));
            expect(new Set(drafts.map(({ body }) => body)).size).toBe(3);
            const context = {
              channel,
              workspace: { name: workspaceName, currency: 'GBP' },
              attributes: [],
              objective,
            };
            for (const draft of drafts) {
              expect([draft, draftProblems(draft, context)]).toEqual([draft, []]);
              expect(draft.body + (draft.subject ?? '')).not.toMatch(/\[\w+\]|undefined|null| {2}/);
              if (channel === 'EMAIL') expect(draft.body).toContain('{{ unsubscribe_url }}');
              // Characters outside GSM 03.38 would halve what a text message holds.
              else expect(draft.body).toMatch(/^[\w\s@£$€!"#%&'()*+,\-./:;<=>?{}|]+$/);
            }
          }
    },
  );

  it('says what is offered in the marketer’s words, and nothing that is not', () => {
    for (const text of texts(samples['win-back']))
      expect(text).toContain('10% off with the code BACK10, until Sunday');
    for (const text of texts('win back those who left')) expect(text).not.toMatch(/\d|off|code|offer/);
  });

  it('goes by who is in the audience when the words say nothing', () => {
    const traits = (...names: Trait[]) => ({ traits: new Set(names) });
    expect(texts('say something nice', traits('lapsed')).join()).toContain('your last order');
    expect(texts('say something nice', traits('never-ordered')).join()).toContain('first order');
    expect(texts('say something nice', traits('new')).join()).toContain('Welcome');
    expect(texts('20% off', { ...traits('vip') }).join()).toContain('one of our best customers');
    expect(texts('20% off', { place: 'France' }).join()).toContain('our customers in France');
  });

  it('speaks differently in each tone', () => {
    const byTone = libraryTones.map((tone) => texts('win them back', { tone }).join());
    expect(new Set(byTone).size).toBe(libraryTones.length);
    expect(byTone[1]).toContain('Dear {{ customer.name | default: "there" }},');
    expect(['very professional', 'a bit of fun', 'last chance!', 'warm'].map(readTone)).toEqual([
      'formal',
      'playful',
      'urgent',
      'friendly',
    ]);
  });

  it('takes nothing of the marketer’s words for Liquid', () => {
    const [draft] = texts('{% assign x = 1 %}{{ customer.secret }} news');
    expect(draft).not.toContain('secret }}');
    expect(draft).not.toContain('assign x = 1 %}');
  });
});

describe('a brief', () => {
  it.each([
    [
      '20 percent off with code "SPRING-20" until the end of the month',
      '20 percent off',
      'SPRING-20',
      'until the end of the month',
    ],
    ['€5 off by 3 May', '€5 off', null, 'by 3 May'],
    ['free delivery this weekend only', 'free delivery', null, 'this weekend'],
    ['25% discount, ends tomorrow', '25% discount', null, 'until tomorrow'],
    ['remember the code of conduct', null, null, null],
  ])('%s', (words, deal, code, deadline) => {
    expect(readBrief(words)).toMatchObject({ deal, code, deadline });
  });

  it('keeps a long topic to what fits into a subject, cut at a word', () => {
    const { topic } = readBrief(`introducing ${'a very fine thing '.repeat(10)}`);
    expect(topic?.length).toBeLessThanOrEqual(60);
    expect(topic).toMatch(/^a very fine thing .*\w$/);
  });
});
