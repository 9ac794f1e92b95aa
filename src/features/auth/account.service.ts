import { getEnv } from '../../env.ts';
import { noteChange, writeAccountAudit } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import { lettersAreRead } from '../../server/mail.ts';
import type { Session } from '../../server/permissions.ts';
import type { Account } from './account.schema.ts';
import * as repository from './auth.repository.ts';
import { googleLinkedAt } from './google.service.ts';
import { askForLetter, sendNotice } from './letters.service.ts';
import { personOf, requirePassword, userOrNone } from './person.ts';
import { dropTokens, linkIsSpent, takeToken } from './tokens.ts';
import { hasTwoFactor } from './two-factor.ts';

export async function getAccount({ userId }: Session): Promise<Account> {
  const [user, linkedAt] = await Promise.all([personOf(userId), googleLinkedAt(userId)]);
  return {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified !== null,
    hasPassword: user.passwordHash !== null,
    google: { offered: getEnv().google !== null, linkedAt },
    twoFactor: {
      confirmedAt: user.twoFactor?.confirmedAt ?? null,
      recoveryCodesLeft: hasTwoFactor(user) ? (user.twoFactor?.recovery.length ?? 0) : 0,
    },
    mail: lettersAreRead(),
  };
}

export async function updateProfile(session: Session, { name }: { name: string }): Promise<Account> {
  const { name: before } = await personOf(session.userId);
  await repository.updateUser(session.userId, { name });
  noteChange({ before: { name: before }, after: { name } });
  return getAccount(session);
}

/** Sends the link that confirms the account's address once more. @throws AppError CONFLICT when it is confirmed, RATE_LIMITED */
export async function sendVerification({ userId }: Session, client: Client): Promise<void> {
  const user = await personOf(userId);
  if (user.emailVerified) throw new AppError('CONFLICT', 'Your address is confirmed already.');
  await askForLetter({ kind: 'verify', userId, email: user.email }, client);
}

/** Sends a link to a new address; until it is followed the old one stays. @throws AppError VALIDATION, RATE_LIMITED */
export async function requestEmailChange(
  { userId }: Session,
  { email, password }: { email: string; password: string },
  client: Client,
): Promise<void> {
  const user = await personOf(userId);
  await requirePassword(user, password, 'password', client);
  if (email === user.email)
    throw new AppError('VALIDATION', 'This is your address already.', {
      errors: [{ path: 'email', message: 'is your address already' }],
    });
  await askForLetter({ kind: 'verify', userId, email }, client);
}

/**
 * Takes an address as confirmed by the link of a letter: the account's own, or the new one it changes to.
 * @throws AppError UNPROCESSABLE for a link that is used or too old, CONFLICT when another account has the address by now
 */
export async function confirmEmail(token: string, client: Client): Promise<{ email: string }> {
  const taken = await takeToken('verify', token);
  const user = taken && (await repository.findUser(taken.userId));
  if (!user) throw linkIsSpent('confirm your address');
  const email = taken.subject;
  if (email !== user.email) {
    const owner = await repository.findUserByEmail(email);
    if (owner) throw new AppError('CONFLICT', 'Another account has this address by now.');
    await repository.updateUser(user.id, { email, emailVerified: new Date() });
    // A link to the old address must not open the account any more.
    await dropTokens('reset', user.id);
    await sendNotice(user.email, 'email');
  } else await repository.markVerified(user.id, email, new Date());
  const change = { before: { email: user.email }, after: { email } };
  await writeAccountAudit(user.id, { action: 'account.confirmEmail', client, ...change });
  return { email };
}

/** For operators: takes an address for its owner's, as if the letter's link had been followed. @throws AppError NOT_FOUND */
export async function vouchForAddress(email: string): Promise<{ id: string }> {
  const { id } = await userOrNone(email);
  await repository.updateUser(id, { emailVerified: new Date() });
  return { id };
}
