import { writeAccountAudit } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { promptRedis, promptRedisTried } from '../../server/redis.ts';
import { admitNewcomer } from '../workspaces/admission.service.ts';
import { createWorkspaceFor } from '../workspaces/workspaces.service.ts';
import * as repository from './auth.repository.ts';
import { sendNotice } from './letters.service.ts';

const PROVIDER = 'google';

export interface GoogleProfile {
  sub: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

/** Why Google may not sign somebody in; the sign-in page has words for each. */
export type GoogleRefusal =
  /** Google does not vouch for the address. */
  | 'GoogleUnverified'
  /** There is an account with the address, and nobody has shown that it is the same person's. */
  | 'GoogleVerifyFirst'
  /** There is no account, and this server makes none for everybody (SIGN_UP). */
  | 'GoogleNotInvited';

/**
 * Who signs in with a Google account: whose it was linked to, else the account of the same address, else a new one with
 * its workspace. An address alone proves nothing: somebody may have registered it here, or at Google, without owning it.
 * So the account of an address is linked only when both sides have verified it; for an account here that is not, one
 * signs in with the password, confirms the address, and connects Google on the account page.
 */
export async function userFromGoogle(
  profile: GoogleProfile,
): Promise<{ userId: string } | { refusal: GoogleRefusal }> {
  const known = await repository.findAccountUserId(PROVIDER, profile.sub);
  if (known) return { userId: known };
  const email = profile.email.trim().toLowerCase();
  if (!profile.emailVerified || email === '') return { refusal: 'GoogleUnverified' };
  const existing = await repository.findUserByEmail(email);
  if (existing && !existing.emailVerified) return { refusal: 'GoogleVerifyFirst' };
  const admission = existing ? null : await admitNewcomer(email, undefined).catch(notAdmitted);
  if (admission === 'refused') return { refusal: 'GoogleNotInvited' };
  const { id: userId } =
    existing ??
    (await repository.insertUser({
      name: profile.name,
      email,
      passwordHash: null,
      emailVerified: new Date(),
    }));
  await repository.insertAccount({ userId, provider: PROVIDER, providerAccountId: profile.sub });
  if (existing) await noteLink(userId, email);
  else if (!admission?.invited) await createWorkspaceFor({ id: userId, name: profile.name });
  return { userId };
}

function notAdmitted(error: unknown): 'refused' {
  if (error instanceof AppError && error.code === 'FORBIDDEN') return 'refused';
  throw error;
}

const intentKey = (sessionId: string): string => `nexusflow:google-link:${sessionId}`;
/** Long enough to choose an account at Google. */
const INTENT_SECONDS = 600;

/**
 * Notes that the person of a session is about to connect a Google account. Without this, coming back from Google while
 * signed in means signing in: a page of somebody else's cannot have its own Google account connected to a visitor's.
 * @throws AppError FORBIDDEN while the account's own address is not verified, CONFLICT when one is connected
 */
export async function prepareGoogleLink(userId: string, sessionId: string): Promise<void> {
  const user = await repository.findUser(userId);
  if (!user?.emailVerified)
    throw new AppError('FORBIDDEN', 'Confirm your email address first; then connect Google.');
  if ((await repository.findLinks(userId, PROVIDER)).length > 0)
    throw new AppError('CONFLICT', 'A Google account is connected already. Disconnect it first.');
  await promptRedisTried();
  await promptRedis().set(intentKey(sessionId), userId, 'EX', INTENT_SECONDS);
}

/** Whether the session asked to connect a Google account; asked once. */
export async function takeGoogleIntent(userId: string, sessionId: string): Promise<boolean> {
  await promptRedisTried();
  return (await promptRedis().getdel(intentKey(sessionId))) === userId;
}

async function noteLink(userId: string, email: string): Promise<void> {
  await sendNotice(email, 'google-on');
  await writeAccountAudit(userId, { action: 'account.linkGoogle' });
}

/** Connects a Google account to the account of a person who is signed in. @returns why not, or null */
export async function linkGoogle(
  userId: string,
  profile: GoogleProfile,
): Promise<GoogleRefusal | 'GoogleTaken' | null> {
  if (!profile.emailVerified) return 'GoogleUnverified';
  const user = await repository.findUser(userId);
  if (!user?.emailVerified) return 'GoogleVerifyFirst';
  const known = await repository.findAccountUserId(PROVIDER, profile.sub);
  if (known) return known === userId ? null : 'GoogleTaken';
  await repository.insertAccount({ userId, provider: PROVIDER, providerAccountId: profile.sub });
  await noteLink(userId, user.email);
  return null;
}

/** @throws AppError CONFLICT when nothing would be left to sign in with */
export async function unlinkGoogle(userId: string): Promise<void> {
  const user = await repository.findUser(userId);
  if (!user?.passwordHash)
    throw new AppError('CONFLICT', 'Set a password first, or there would be no way left to sign in.');
  if ((await repository.deleteAccounts(userId, PROVIDER)) > 0) await sendNotice(user.email, 'google-off');
}

/** When a Google account was connected; null when none is. */
export const googleLinkedAt = async (userId: string): Promise<Date | null> =>
  (await repository.findLinks(userId, PROVIDER))[0] ?? null;
