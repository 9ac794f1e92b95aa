import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { lastMessageBefore, type ReachedMessage, reachedAt } from './last-message.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 2, 1);
const at = (ms: number) => new Date(BEGIN + ms);
const customerId = new ObjectId();
const message = (ms: number): ReachedMessage => ({
  messageId: new ObjectId(),
  campaignId: new ObjectId(),
  customerId,
  variant: null,
  at: at(ms),
});

describe('the message an order is counted for', () => {
  it('is the last before it, the very moment included, and not one that is too old', () => {
    const [first, second] = [message(0), message(DAY)];
    const of = (ms: number) => lastMessageBefore([second, first], at(ms), 7);
    expect(of(-1)).toBeNull();
    expect(of(0)).toBe(first);
    expect(of(DAY - 1)).toBe(first);
    expect(of(DAY)).toBe(second);
    expect(of(8 * DAY)).toBe(second);
    expect(of(8 * DAY + 1)).toBeNull();
  });

  it('is the same in whatever order the messages come, and none lies between it and the order', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 14 }),
        (days, order, n) => {
          const messages = days.map((day) => message(day * DAY));
          const found = lastMessageBefore(messages, at(order * DAY), n);
          expect(lastMessageBefore(messages.toReversed(), at(order * DAY), n)).toBe(found);
          const before = days.filter((day) => day <= order);
          const last = Math.max(...before);
          expect(found?.at.getTime() ?? null).toBe(
            before.length > 0 && order - last <= n ? BEGIN + last * DAY : null,
          );
        },
      ),
    );
  });
});

it('is when it was delivered, else when it was sent; what came back or was never sent reached nobody', () => {
  const [sentAt, deliveredAt] = [at(0), at(1_000)];
  expect(reachedAt({ status: 'DELIVERED', sentAt, deliveredAt })).toBe(deliveredAt);
  expect(reachedAt({ status: 'SENT', sentAt })).toBe(sentAt);
  for (const status of ['BOUNCED', 'DEAD', 'SKIPPED', 'QUEUED', 'FAILED', 'CANCELLED'] as const)
    expect(reachedAt({ status, sentAt, deliveredAt: null })).toBeNull();
});
