import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '../../server/errors.ts';
import { isMonotonous, isOwn, type PasswordOwner, partsOf } from './password-rules.schema.ts';

/** argon2id, the library's default variant, with the parameters of OWASP's password storage guide: 19 MiB, 2 passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an unknown address is compared with, so that it takes as long as a known one. */
const DUMMY_HASH = hash('nobody has this password', ARGON2);

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

/** Whether it is the password; takes as long, and says no, when there is none. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await DUMMY_HASH), password);
  return matches && Boolean(passwordHash);
}

// The 49,233 most common passwords: leaked ones, by how often they were used, as zxcvbn-ts keeps them (MIT licence).
let common: ReadonlySet<string> | undefined;
const isCommon = (text: string): boolean => {
  common ??= new Set(dictionary['passwords-common']);
  return common.has(text);
};

/**
 * Why nobody should choose this password, in words that follow “The password …”, or null. Length is the schema's matter.
 * Refused is what is guessed first: the most common ones, also with digits or signs around or written twice, rows of
 * neighbouring characters, and what says who it belongs to.
 */
export function weaknessOf(password: string, owner: PasswordOwner): string | null {
  if (isOwn(password, owner)) return 'must not be your own name or address';
  if (isMonotonous(password))
    return 'repeats itself or follows a row of keys; choose one that nobody would guess';
  if (partsOf(password).candidates.some((candidate) => isCommon(candidate)))
    return 'is one of the most common ones, or nearly; choose one that nobody would guess, such as a few words that have nothing to do with each other';
  return null;
}

/** @throws AppError VALIDATION, at `path`, for a password that is guessed first */
export function refuseWeakPassword(password: string, owner: PasswordOwner, path = 'password'): void {
  const message = weaknessOf(password, owner);
  if (message) throw new AppError('VALIDATION', `The password ${message}.`, { errors: [{ path, message }] });
}
