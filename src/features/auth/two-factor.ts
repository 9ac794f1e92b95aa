import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { decryptSecret, encryptSecret } from '../../server/secrets.ts';
import type { User } from './auth.repository.ts';
import * as repository from './auth.repository.ts';

const ISSUER = 'NexusFlow';
const PERIOD_SECONDS = 30;
/** Codes of so many steps before and after are taken: clocks differ, and people type slowly. */
const WINDOW = 1;
/** As RFC 4226 recommends. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

const totpOf = (secret: string, email: string): TOTP =>
  new TOTP({ issuer: ISSUER, label: email, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
const placeOf = (userId: string): string => `two-factor:${userId}`;

/** A new secret: encrypted for the database, and as authenticator apps take it, by hand or by picture. */
export function newSecret(user: Pick<User, 'id' | 'email'>): { stored: string; secret: string; uri: string } {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  return {
    stored: encryptSecret(secret, placeOf(user.id)),
    secret,
    uri: totpOf(secret, user.email).toString(),
  };
}

/** The step (of 30 s since 1970) whose code this is, near now; null when it is none. */
export function stepOf(user: Pick<User, 'id' | 'email'>, stored: string, code: string): number | null {
  const totp = totpOf(decryptSecret(stored, placeOf(user.id)), user.email);
  const now = Date.now();
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}

/** Ten codes for when the app is lost, each good once, with what is kept of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({
      buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer,
    }).base32.toLowerCase();
    return text.match(/.{4}/g)?.join('-') ?? text;
  });
  return { codes, hashes: codes.map(hashRecoveryCode) };
}

/** Eighty bits of chance need no slow hash. Spaces, signs and capitals are as one types them. */
const hashRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(`recovery:${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`)
    .digest('hex');

/** Whether signing in asks this person for a second factor. */
export const hasTwoFactor = (user: Pick<User, 'twoFactor'>): boolean => Boolean(user.twoFactor?.confirmedAt);

/**
 * Takes a code of the app or one of the recovery codes. Each is good once: a code that was looked at over a shoulder, or
 * sent twice, is refused.
 */
export async function takeCode(user: User, input: string): Promise<boolean> {
  if (!user.twoFactor?.confirmedAt) return false;
  const digits = input.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(user, user.twoFactor.secret, digits);
    return step !== null && repository.takeStep(user.id, step);
  }
  return repository.takeRecoveryCode(user.id, hashRecoveryCode(input));
}
