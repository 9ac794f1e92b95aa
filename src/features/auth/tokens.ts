import { AppError } from '../../server/errors.ts';
import { hashOfSecretToken, newSecretToken } from '../../server/secret-tokens.ts';
import * as repository from './tokens.repository.ts';

/**
 * Tokens in links of letters: each for one purpose and person, once, for a while. Whoever reads the database cannot make
 * a link of what stands there: it is the token's hash.
 */
const PURPOSES = {
  /** To choose a new password. */
  reset: { minutes: 60 },
  /** To show that an address is one's own: the account's, or the one it is to be changed to. */
  verify: { minutes: 24 * 60 },
} as const;
export type TokenPurpose = keyof typeof PURPOSES;

const SHAPE = /^([0-9a-f]{24})\.([A-Za-z0-9_-]{43})$/;
const prefixOf = (purpose: TokenPurpose, userId: string): string => `${purpose}:${userId}:`;

/** @param subject what it is about besides the person, such as an address */
export async function issueToken(purpose: TokenPurpose, userId: string, subject = ''): Promise<string> {
  const token = `${userId}.${newSecretToken()}`;
  await repository.insertToken({
    identifier: prefixOf(purpose, userId) + subject,
    token: hashOfSecretToken(token),
    expires: new Date(Date.now() + PURPOSES[purpose].minutes * 60_000),
  });
  return token;
}

interface Token {
  userId: string;
  subject: string;
}

/** Whose token it is, without using it up; null when it was used, has run out, or never was. */
export const findToken = (purpose: TokenPurpose, token: string): Promise<Token | null> =>
  lookUp(repository.findToken, purpose, token);

/** The same, and from now on it is worth nothing, nor is any other for the purpose. */
export async function takeToken(purpose: TokenPurpose, token: string): Promise<Token | null> {
  const taken = await lookUp(repository.takeToken, purpose, token);
  if (taken) await dropTokens(purpose, taken.userId);
  return taken;
}

/** Makes every link for the purpose that a person was sent worth nothing. */
export const dropTokens = (purpose: TokenPurpose, userId: string): Promise<void> =>
  repository.deleteTokens(prefixOf(purpose, userId));

async function lookUp(
  find: typeof repository.findToken,
  purpose: TokenPurpose,
  token: string,
): Promise<Token | null> {
  const [, userId] = SHAPE.exec(token) ?? [];
  if (userId === undefined) return null;
  const prefix = prefixOf(purpose, userId);
  const identifier = await find(prefix, hashOfSecretToken(token), new Date());
  return identifier === null ? null : { userId, subject: identifier.slice(prefix.length) };
}

/** For whoever follows a link that is worth nothing. */
export const linkIsSpent = (purpose: string): AppError =>
  new AppError('UNPROCESSABLE', `This link has been used or has run out. Ask for a new one to ${purpose}.`);
