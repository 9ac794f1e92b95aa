import { beforeAll, describe, expect, it } from 'vitest';
import {
  openRotating,
  rotated,
  sealRotating,
  secretStates,
  stillGood,
  withoutEarlier,
} from './rotating-secrets.ts';
import { UnreadableSecretError } from './secrets.ts';

const HOUR = 3_600_000;
const start = new Date('2011-12-09T12:50:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * HOUR);
const good = (secrets: ReturnType<typeof rotated>, hours: number) =>
  stillGood(secrets, at(hours)).map(({ secret }) => secret);

describe('a secret that is changed', () => {
  beforeAll(() => {
    Object.assign(process.env, {
      DATABASE_URL: process.env.DATABASE_URL || 'mongodb://127.0.0.1/x',
      REDIS_URL: process.env.REDIS_URL || 'redis://127.0.0.1',
    });
  });

  it('stays good beside the new one until its overlap ends', () => {
    const first = rotated([], 24 * HOUR, start);
    expect(first).toMatchObject([{ retiresAt: null, secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/) }]);
    const second = rotated(first, 24 * HOUR, at(1));
    expect(good(second, 2)).toEqual([second[0]?.secret, first[0]?.secret]);
    expect(good(second, 25)).toEqual([second[0]?.secret]);
    expect(secretStates(second, at(2))).toEqual([
      { createdAt: at(1), retiresAt: null },
      { createdAt: start, retiresAt: at(25) },
    ]);
  });

  it('is never given a longer life by a later change, and goes at once without overlap', () => {
    const second = rotated(rotated([], 0, start), HOUR, at(1));
    const third = rotated(second, 24 * HOUR, at(1.5));
    expect(good(third, 1.6)).toHaveLength(3);
    expect(good(third, 2.1)).toEqual([third[0]?.secret, second[0]?.secret]);
    expect(good(rotated(third, 0, at(3)), 3)).toHaveLength(1);
    expect(withoutEarlier(third)).toEqual([third[0]]);
  });

  it('does not pile up', () => {
    let secrets = rotated([], HOUR, start);
    for (let i = 0; i < 10; i += 1) secrets = rotated(secrets, HOUR, start);
    expect(secrets).toHaveLength(5);
  });

  it('is kept encrypted, bound to what it belongs to', () => {
    const secrets = rotated([], HOUR, start);
    const stored = sealRotating(secrets, 'receipts:1');
    expect(stored).not.toContain(secrets[0]?.secret);
    expect(openRotating(stored, 'receipts:1')).toEqual(secrets);
    expect(() => openRotating(stored, 'receipts:2')).toThrow(UnreadableSecretError);
    expect(openRotating(null, 'receipts:1')).toEqual([]);
  });
});
