import { describe, expect, it } from 'vitest';
import { inventedFigures } from '../../ai/figures.ts';
import { statsFromCounts } from '../messages.schema.ts';
import type { CampaignFacts } from './facts.ts';
import { type GroupFigures, notableGroups } from './groups.ts';
import { summarySentences } from './sentences.ts';

const facts = (
  counts: Parameters<typeof statsFromCounts>[0],
  more: Partial<CampaignFacts> = {},
): CampaignFacts => ({
  cancelled: false,
  stats: statsFromCounts(counts),
  tookMs: 185_000,
  skips: [],
  failures: [],
  opened: 0,
  clicked: 0,
  complained: 0,
  unsubscribed: 0,
  groups: [],
  orders: null,
  ...more,
});
const summary = (...args: Parameters<typeof facts>) => summarySentences(facts(...args)).join(' ');

describe('a summary', () => {
  it('says whom it reached, who differed, what failed and why, who was left out, and what came of it', () => {
    const text = summary(
      { DELIVERED: 1_284, BOUNCED: 40, DEAD: 6, SKIPPED: 90 },
      {
        skips: [
          { reason: 'SUPPRESSED', detail: 'unsubscribed', count: 60 },
          { reason: 'NO_ADDRESS', detail: 'no e-mail address', count: 20 },
          { reason: 'MISSING_VARIABLE', detail: 'customer.city', count: 6 },
          { reason: 'FREQUENCY_CAP', detail: null, count: 4 },
        ],
        failures: [
          { reason: 'mailbox full', count: 30 },
          { reason: 'unknown', count: 16 },
        ],
        opened: 300,
        clicked: 41,
        unsubscribed: 3,
        groups: [
          {
            kind: 'tag',
            name: 'vip',
            people: 250,
            delivered: 240,
            others: { people: 1_080, delivered: 1_044 },
          },
        ],
        orders: { people: 12, orders: 14, revenue: '£1,234.50', days: 7, over: true },
      },
    );
    expect(text).toBe(
      '1,284 of 1,420 people were reached (90%). It took 3 min 5 s from the launch to the end. ' +
        'Of the customers tagged “vip” 96% (240 of 250) were reached, of the others 97%. ' +
        '40 bounced and 6 failed for good, most often because of “mailbox full” (30). ' +
        '90 people were left out: 60 had unsubscribed, 20 had no e-mail address and 10 for other reasons. ' +
        '300 opened it, 41 clicked a link and 3 unsubscribed. ' +
        'Within 7 days, 12 people it reached placed 14 orders worth £1,234.50.',
    );
    // What the check is for: the built-in text passes it.
    expect(inventedFigures(text, text)).toEqual([]);
  });

  it.each([
    ['nobody', summary({}), 'Nobody was in the audience, so nothing was sent.'],
    [
      'no delivery',
      summary({ BOUNCED: 2 }),
      'None of the 2 people in the audience got the message. 2 bounced.',
    ],
    [
      'a vendor without receipts',
      summary({ SENT: 3 }, { tookMs: null }),
      '3 of 3 people were sent to; no receipt came for any of them.',
    ],
    [
      'some silence',
      summary({ DELIVERED: 2, SENT: 1 }, { tookMs: null }),
      '2 of 3 people were reached (67%). For 1 message no receipt came.',
    ],
    [
      'one person',
      summary(
        { DELIVERED: 1, SKIPPED: 1 },
        { tookMs: null, skips: [{ reason: 'SUPPRESSED', detail: 'manual', count: 1 }] },
      ),
      '1 of 2 people were reached (50%). 1 person was left out: 1 had been blocked.',
    ],
    [
      'a cancelled one',
      summary({ DELIVERED: 1, CANCELLED: 9 }, { tookMs: null, cancelled: true }),
      '1 of 10 people were reached (10%). It was cancelled before 9 people could be sent to.',
    ],
    [
      'orders still coming in',
      summary(
        { DELIVERED: 4 },
        { tookMs: null, orders: { people: 1, orders: 1, revenue: '£5.00', days: 7, over: false } },
      ),
      '4 of 4 people were reached (100%). So far, 1 person it reached placed 1 order worth £5.00.',
    ],
  ])('of %s', (_name, text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('notable groups', () => {
  const group = (name: string, people: number, delivered: number): GroupFigures => ({
    kind: 'tag',
    name,
    people,
    delivered,
  });
  const total = { people: 1_000, delivered: 900 };
  const names = (...groups: GroupFigures[]) => notableGroups(groups, total).map(({ name }) => name);

  it('differ by enough, among enough people', () => {
    expect(names(group('worse', 200, 150))).toEqual(['worse']);
    expect(names(group('alike', 200, 176))).toEqual([]);
    expect(names(group('few', 19, 5))).toEqual([]);
    expect(names(group('by chance', 25, 20))).toEqual([]);
    // Who is nearly everyone is no group.
    expect(names(group('nearly all', 990, 899))).toEqual([]);
  });

  it('are two at most, the surest first, with the best customers among them', () => {
    const [a, b, c] = [group('a', 100, 40), group('b', 100, 50), group('c', 100, 60)];
    expect(names(c, a, b)).toEqual(['a', 'b']);
    expect(names(a, b, group('VIP', 100, 90))).toEqual(['a', 'VIP']);
    expect(notableGroups([group('vip', 100, 90)], total)).toEqual([
      { ...group('vip', 100, 90), others: { people: 900, delivered: 810 } },
    ]);
  });

  it('are none where everybody was reached', () => {
    expect(notableGroups([group('a', 50, 50)], { people: 100, delivered: 100 })).toEqual([]);
    expect(notableGroups([group('a', 0, 0)], { people: 0, delivered: 0 })).toEqual([]);
  });
});
