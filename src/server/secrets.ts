import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { getEnv } from '../env.ts';

/** AES-256-GCM's own sizes in bytes: a fresh nonce per text, and the tag that tells any change. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** A text that cannot be read back: changed, moved from where it belongs, or written under another key. */
export class UnreadableSecretError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableSecretError';
  }
}

/**
 * Encrypts a text for the database: `v1.<key id>.<base64url of nonce, ciphertext and tag>`.
 * @param place what it belongs to, such as `vendor:<id>`: put anywhere else it cannot be read
 */
export function encryptSecret(text: string, place: string): string {
  const key = getEnv().encryptionKey;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, keyId(key), sealed.toString('base64url')].join('.');
}

/** The text `encryptSecret` was given for the same place. @throws UnreadableSecretError */
export function decryptSecret(stored: string, place: string): string {
  const key = getEnv().encryptionKey;
  const [version, id, data, ...rest] = stored.split('.');
  if (version !== VERSION || data === undefined || rest.length > 0)
    throw new UnreadableSecretError('It is not an encrypted text of ours');
  if (id !== keyId(key)) throw new UnreadableSecretError('It was encrypted under another key');
  const sealed = Buffer.from(data, 'base64url');
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new UnreadableSecretError('It was cut off');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new UnreadableSecretError('It was changed after it was encrypted');
  }
}

/**
 * A text's hash that nobody can make, or try texts against, without our key: `<key id>.<base64url>`. The same text for the
 * same purpose has the same hash for as long as the encryption key stays.
 */
export function keyedHash(text: string, purpose: string): string {
  const { id, own } = hashKey(getEnv().encryptionKey, purpose);
  return `${id}.${createHmac('sha256', own).update(text, 'utf8').digest('base64url')}`;
}

interface HashKey {
  id: string;
  own: Buffer;
}
/** Deriving a key takes several times as long as a hash with it, and an import asks for thousands. */
const hashKeys = new WeakMap<Buffer, Map<string, HashKey>>();

function hashKey(key: Buffer, purpose: string): HashKey {
  const known = hashKeys.get(key) ?? new Map<string, HashKey>();
  hashKeys.set(key, known);
  const derived = known.get(purpose) ?? {
    id: keyId(key),
    own: Buffer.from(hkdfSync('sha256', key, '', `nexusflow:hash:${purpose}`, 32)),
  };
  known.set(purpose, derived);
  return derived;
}

/** What every hash of `keyedHash` begins with under the present key: one without it was made under another key. */
export const presentKeyPrefix = (): string => `${keyId(getEnv().encryptionKey)}.`;

/** Tells keys apart without saying anything of them, so that a changed key is told from a changed text. */
const keyId = (key: Buffer): string =>
  createHash('sha256').update('nexusflow:key-id').update(key).digest('hex').slice(0, 8);
