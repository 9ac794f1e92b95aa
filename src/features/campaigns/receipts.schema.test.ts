import { expect, it } from 'vitest';
import { bounceKindOf } from './receipts.schema.ts';

it.each([
  ['Mailbox does not exist (simulated)', 'HARD'],
  ['550 5.1.1 user unknown', 'HARD'],
  [undefined, 'HARD'],
  ['soft bounce', 'SOFT'],
  ['Mailbox full', 'SOFT'],
  ['The mailbox is full', 'SOFT'],
  ['451 4.7.1 greylisted, try again later', 'SOFT'],
  ['Quota exceeded', 'SOFT'],
  ['temporarily unavailable', 'SOFT'],
  ['Microsoft refused it', 'HARD'],
] as const)('the reason “%s” is a %s bounce', (reason, kind) => {
  expect(bounceKindOf({ reason })).toBe(kind);
});

it('what the vendor calls it outweighs its words', () => {
  expect(bounceKindOf({ reason: 'mailbox full', bounceKind: 'HARD' })).toBe('HARD');
  expect(bounceKindOf({ reason: 'unknown user', bounceKind: 'SOFT' })).toBe('SOFT');
});
