import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, refuseWeakPassword, weaknessOf } from './passwords.ts';

const owner = { name: 'Ann Example', email: 'ann.example@shop.example' };

describe('a password nobody should choose', () => {
  it.each([
    'qwertyuiop',
    'Password123',
    'password!!2024',
    '1234567890',
    'sunshine2024!',
    'iloveyou!!',
    '!!football!!',
    'PASSWORDPASSWORD',
    'ｐａｓｓｗｏｒｄ123',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    '9876543210',
    '2026-11-25!',
    'ann.example@shop.example',
    'Ann.Example1',
    'ann example 1984',
    'AnnExample!!',
  ])('is refused: %s', (password) => {
    expect(weaknessOf(password, owner)).not.toBeNull();
  });

  it.each([
    'a-long-password',
    'another-password',
    'nexusflow-demo',
    'correct horse battery',
    'Grüße aus Köln',
    'tr0ub4dor-and-3',
  ])('is another than: %s', (password) => {
    expect(weaknessOf(password, owner)).toBeNull();
  });

  it('is each of the most common ones, of which there are tens of thousands', () => {
    const common = dictionary['passwords-common'];
    expect(common.length).toBeGreaterThan(10_000);
    expect(common.filter((password) => weaknessOf(password, owner) === null)).toEqual([]);
  });

  it('is refused with words, at its field', () => {
    expect(() => refuseWeakPassword('Password123', owner, 'newPassword')).toThrow(
      expect.objectContaining({
        code: 'VALIDATION',
        message: expect.stringContaining('one of the most common'),
        errors: [{ path: 'newPassword', message: expect.any(String) }],
      }),
    );
  });
});

it('an account without a password, or no account, takes as long to say no, and never says yes', async () => {
  const stored = await hashPassword('a-long-password');
  const timed = async (hash: string | null, password: string) => {
    const began = performance.now();
    expect(await isPassword(hash, password)).toBe(false);
    return performance.now() - began;
  };
  await isPassword(null, 'warm');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    known.push(await timed(stored, 'wrong-password'));
    unknown.push(await timed(null, 'wrong-password'));
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[4] ?? 0;
  expect(median(unknown)).toBeGreaterThan(median(known) / 2);
  expect(median(unknown)).toBeLessThan(median(known) * 2);
  // The one that stands in for a missing password opens nothing either.
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
  expect(await isPassword(stored, 'a-long-password')).toBe(true);
});
