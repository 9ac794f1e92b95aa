import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { getEnv } from '../env.ts';
import {
  decryptSecret,
  encryptSecret,
  keyedHash,
  presentKeyPrefix,
  UnreadableSecretError,
} from './secrets.ts';

const PLACE = 'vendor:0123456789abcdef01234567';

beforeAll(() => {
  process.env.DATABASE_URL ||= 'mongodb://db.example/shop';
  process.env.REDIS_URL ||= 'redis://cache.example:6379';
});

describe('a secret', () => {
  it('comes back as it was, and nothing of it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        const stored = encryptSecret(text, PLACE);
        expect(decryptSecret(stored, PLACE)).toBe(text);
        expect(stored).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
      }),
    );
    expect(encryptSecret('hunter2-hunter2', PLACE)).not.toContain(
      Buffer.from('hunter2').toString('base64url'),
    );
  });

  it('is never written the same way twice', () => {
    expect(encryptSecret('hunter2', PLACE)).not.toBe(encryptSecret('hunter2', PLACE));
  });

  it('cannot be read after any change of any byte', () => {
    const stored = encryptSecret('hunter2', PLACE);
    const [version, id, data = ''] = stored.split('.');
    const sealed = Buffer.from(data, 'base64url');
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      const text = `${version}.${id}.${changed.toString('base64url')}`;
      expect(() => decryptSecret(text, PLACE), `byte ${i}`).toThrow(UnreadableSecretError);
    }
  });

  it('cannot be read in another place, cut off, or in another form', () => {
    const stored = encryptSecret('hunter2', PLACE);
    expect(() => decryptSecret(stored, 'vendor:another')).toThrow(UnreadableSecretError);
    for (const text of ['', 'hunter2', `${stored}.x`, stored.slice(0, 30), stored.replace('v1', 'v2')])
      expect(() => decryptSecret(text, PLACE), text).toThrow(UnreadableSecretError);
  });

  it('written under another key is told as such', () => {
    const env = getEnv();
    const before = env.encryptionKey;
    const stored = encryptSecret('hunter2', PLACE);
    env.encryptionKey = Buffer.alloc(32, 7);
    try {
      expect(() => decryptSecret(stored, PLACE)).toThrow(/another key/);
    } finally {
      env.encryptionKey = before;
    }
  });
});

describe('a keyed hash', () => {
  it('is the same for the same text and purpose, another one for any other, and tells its key', () => {
    const hash = keyedHash('ann@example.com', 'people');
    expect(hash).toBe(keyedHash('ann@example.com', 'people'));
    expect(hash).toMatch(/^[0-9a-f]{8}\.[\w-]{43}$/);
    expect(hash.startsWith(presentKeyPrefix())).toBe(true);
    expect(keyedHash('bob@example.com', 'people')).not.toBe(hash);
    expect(keyedHash('ann@example.com', 'things')).not.toBe(hash);
  });
});
