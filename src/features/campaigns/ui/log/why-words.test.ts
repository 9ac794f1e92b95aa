import { describe, expect, it } from 'vitest';
import type { WhyRecipient } from '../../log/why.schema.ts';
import { type Message, messageStatuses, skipReasons } from '../../messages.schema.ts';
import { answerOf } from './why-words.ts';

const LAUNCH = new Date('2026-05-04T09:00:00Z');
const NOW = new Date('2026-05-04T10:00:00Z');
const later = (hours: number) => new Date(LAUNCH.getTime() + hours * 3_600_000);

const message = (changes: Partial<Message>): Message => ({
  id: 'm',
  campaignId: 'c',
  customerId: 'p',
  to: 'ann@example.com',
  status: 'DELIVERED',
  variant: null,
  skipReason: null,
  attempts: 1,
  vendorMessageId: null,
  queuedAt: LAUNCH,
  sentAt: LAUNCH,
  deliveredAt: LAUNCH,
  failureReason: null,
  bounceKind: null,
  notBefore: null,
  openedAt: null,
  clickedAt: null,
  complainedAt: null,
  unsubscribedAt: null,
  ...changes,
});
const why = (changes: Partial<WhyRecipient> = {}): WhyRecipient => ({
  campaign: { id: 'c', status: 'COMPLETED', launchedAt: LAUNCH, prepared: true },
  customer: { id: 'p', name: 'Ann', email: 'ann@example.com', createdAt: later(-100) },
  message: null,
  audience: {
    id: 'a',
    name: 'The French',
    inAudience: false,
    explanation: { combinator: 'and', not: false, holds: false, rules: [] },
  },
  resendOf: null,
  ...changes,
});
const of = (changes: Partial<Message>) => answerOf(why({ message: message(changes), audience: null }), NOW);

describe('why somebody did or did not get it', () => {
  it('has an answer for every status and every reason to be skipped', () => {
    for (const status of messageStatuses.filter((name) => name !== 'SKIPPED'))
      expect(of({ status }).title).toContain('Ann');
    for (const skipReason of skipReasons) {
      const answer = of({ status: 'SKIPPED', skipReason });
      expect(answer.verdict).toBe('no');
      expect(answer.advice).toMatch(/\.$/);
    }
  });

  it('names the variant, the reason and the end of quiet hours', () => {
    expect(of({ variant: 'B' }).text).toContain('with the text of variant B');
    expect(of({ status: 'DEAD', failureReason: 'refused' }).text).toBe('It failed for good: refused');
    const held = of({ status: 'QUEUED', notBefore: later(5) });
    expect(held).toMatchObject({ verdict: 'open', title: 'Ann gets it later' });
    expect(of({ status: 'QUEUED', notBefore: later(0.5) }).title).toBe('Ann is still to get it');
    expect(of({ status: 'SKIPPED', skipReason: 'HOLDOUT' }).title).toBe('Ann was held out on purpose');
  });

  it('of those who were not among the recipients depends on when and why', () => {
    expect(answerOf(why()).text).toContain('do not fulfil the rule of “The French”');
    const { audience } = why();
    const inIt = why(audience ? { audience: { ...audience, inAudience: true } } : {});
    expect(answerOf(inIt).text).toContain('They are in it now');
    expect(answerOf(why({ audience: null })).text).toContain('The audience was deleted since');
    const newcomer = { id: 'p', name: null, email: 'new@example.com', createdAt: later(1) };
    expect(answerOf(why({ customer: newcomer }))).toMatchObject({
      title: 'new@example.com was not in the audience',
      text: expect.stringContaining('They became a customer'),
    });
    expect(answerOf(why({ audience: null, resendOf: { id: 's', name: 'Source' } })).text).toContain(
      '“Source”',
    );
    const scheduled = { id: 'c', status: 'SCHEDULED' as const, launchedAt: null, prepared: false };
    expect(answerOf(why({ campaign: scheduled }))).toMatchObject({
      verdict: 'open',
      title: 'Not launched yet',
    });
    const finding = { id: 'c', status: 'PREPARING' as const, launchedAt: LAUNCH, prepared: false };
    expect(answerOf(why({ campaign: finding })).advice).toBe('Recipients are still being found.');
  });
});
