import { writeAccountAudit } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import type { Session } from '../../server/permissions.ts';
import { limits } from '../../server/rate-limit.ts';
import type { User } from './auth.repository.ts';
import * as repository from './auth.repository.ts';
import { askForLetter, sendNotice } from './letters.service.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { personOf, requirePassword, userOrNone } from './person.ts';
import { endSessions } from './sessions.service.ts';
import { forgiveGuesses } from './sign-in-limits.ts';
import { dropTokens, findToken, linkIsSpent, takeToken } from './tokens.ts';

/** Changes the password and signs out everywhere else: whoever had the old one is out. @returns how many sessions ended */
export async function changePassword(
  { userId, sessionId }: Session,
  input: { currentPassword: string; newPassword: string },
  client: Client,
): Promise<{ ended: number }> {
  const user = await personOf(userId);
  await requirePassword(user, input.currentPassword, 'currentPassword', client);
  refuseWeakPassword(input.newPassword, user, 'newPassword');
  await setPassword(user, input.newPassword);
  return { ended: await endSessions(userId, sessionId) };
}

async function setPassword(user: User, password: string): Promise<void> {
  await repository.updateUser(user.id, { passwordHash: await hashPassword(password) });
  await dropTokens('reset', user.id);
  await sendNotice(user.email, 'password');
}

/** Sends a link to choose a new password, if the address has an account; the answer does not tell. @throws AppError RATE_LIMITED */
export const requestPasswordReset = (email: string, client: Client): Promise<void> =>
  askForLetter({ kind: 'reset', email }, client);

/**
 * Sets a new password by the link of a letter, which thereby shows the address to be the person's. All sessions end, and
 * the counts of wrong passwords begin anew.
 * @returns the address to sign in with
 * @throws AppError UNPROCESSABLE for a link that is used or too old; VALIDATION for a weak password, which leaves the link
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  client: Client,
): Promise<{ email: string }> {
  const found = await findToken('reset', token);
  const user = found && (await repository.findUser(found.userId));
  if (!user) throw linkIsSpent('choose a password');
  refuseWeakPassword(password, user);
  if (!(await takeToken('reset', token))) throw linkIsSpent('choose a password');
  await setPassword(user, password);
  await repository.markVerified(user.id, user.email, new Date());
  await endSessions(user.id, null);
  await forgiveGuesses(limits.signIn, user.email);
  await writeAccountAudit(user.id, { action: 'account.resetPassword', client });
  return { email: user.email };
}

/** For operators: a new password for somebody locked out; all their sessions end. @throws AppError NOT_FOUND, VALIDATION */
export async function setPasswordFor(email: string, password: string): Promise<{ id: string }> {
  const user = await userOrNone(email);
  refuseWeakPassword(password, user);
  await setPassword(user, password);
  await endSessions(user.id, null);
  await forgiveGuesses(limits.signIn, user.email);
  return { id: user.id };
}
