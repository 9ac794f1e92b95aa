import { readToken } from '../../server/session.ts';
import * as repository from './auth.repository.ts';
import { hasTwoFactor } from './two-factor.ts';

/**
 * Between the first factor and the second the cookie's token names the person, not a session: it opens nothing but the
 * page that asks for the code, and only for a few minutes.
 */
const MINUTES = 10;

export const halfSignedInToken = (userId: string) => ({
  half: userId,
  halfUntil: Date.now() + MINUTES * 60_000,
});

/** Who has shown the first factor alone, by a Cookie header; null when nobody or too long ago. */
export async function halfSignedIn(cookie: string | null): Promise<string | null> {
  const token = await readToken(cookie);
  return typeof token?.half === 'string' &&
    typeof token.halfUntil === 'number' &&
    token.halfUntil > Date.now()
    ? token.half
    : null;
}

/** Whether signing in asks this person for a code as well. */
export async function isAskedForCode(userId: string): Promise<boolean> {
  const user = await repository.findUser(userId);
  return user !== null && hasTwoFactor(user);
}
