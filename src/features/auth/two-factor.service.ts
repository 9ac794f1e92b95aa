import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import { lettersAreRead } from '../../server/mail.ts';
import type { Session } from '../../server/permissions.ts';
import type { Proof } from './account.schema.ts';
import * as repository from './auth.repository.ts';
import { sendNotice } from './letters.service.ts';
import { personOf, requireProof, userOrNone } from './person.ts';
import { endSessions } from './sessions.service.ts';
import { hasTwoFactor, newRecoveryCodes, newSecret, stepOf } from './two-factor.ts';

/**
 * Begins a second factor; it counts once a code of it was seen. Not before the address is confirmed, where letters are
 * read: else somebody who registers another's address could lock its owner out of it for good.
 * @throws AppError CONFLICT while one counts, FORBIDDEN while the address is not confirmed
 */
export async function startTwoFactor({ userId }: Session): Promise<{ secret: string; uri: string }> {
  const user = await personOf(userId);
  if (hasTwoFactor(user)) throw new AppError('CONFLICT', 'Codes are asked for already. Turn that off first.');
  if (!user.emailVerified && lettersAreRead())
    throw new AppError('FORBIDDEN', 'Confirm your email address first; then turn codes on.');
  const { stored, secret, uri } = newSecret(user);
  await repository.updateUser(userId, {
    twoFactor: { secret: stored, confirmedAt: null, lastStep: 0, recovery: [] },
  });
  return { secret, uri };
}

/** From now on signing in asks for a code; all other sessions end. @returns the recovery codes, seen this once */
export async function confirmTwoFactor(
  { userId, sessionId }: Session,
  code: string,
): Promise<{ codes: string[] }> {
  const user = await personOf(userId);
  const pending = user.twoFactor;
  if (!pending || pending.confirmedAt)
    throw new AppError('CONFLICT', 'Begin again: there is no second factor waiting to be confirmed.');
  const lastStep = stepOf(user, pending.secret, code.replace(/\s/g, ''));
  if (lastStep === null)
    throw new AppError('VALIDATION', 'This code is not right. Check that the clock of your phone is.', {
      errors: [
        { path: 'code', message: 'is not right; wait for the next one, and see that the phone’s clock is' },
      ],
    });
  const { codes, hashes } = newRecoveryCodes();
  const set = { confirmedAt: new Date(), lastStep, recovery: hashes };
  if (!(await repository.confirmTwoFactor(userId, pending.secret, set)))
    throw new AppError('CONFLICT', 'Begin again: it was changed elsewhere meanwhile.');
  await endSessions(userId, sessionId);
  await sendNotice(user.email, 'two-factor-on');
  return { codes };
}

/** Ten new recovery codes; the old ones are worth nothing. @throws AppError VALIDATION, CONFLICT without a second factor */
export async function renewRecoveryCodes(
  { userId }: Session,
  proof: Proof,
  client: Client,
): Promise<{ codes: string[] }> {
  const user = await personOf(userId);
  if (!hasTwoFactor(user)) throw new AppError('CONFLICT', 'There is no second factor to recover.');
  await requireProof(user, proof, client);
  const { codes, hashes } = newRecoveryCodes();
  await repository.setRecoveryCodes(userId, hashes);
  return { codes };
}

/** @throws AppError VALIDATION without the password or a code */
export async function disableTwoFactor({ userId }: Session, proof: Proof, client: Client): Promise<void> {
  const user = await personOf(userId);
  if (!hasTwoFactor(user)) return;
  await requireProof(user, proof, client);
  await repository.updateUser(userId, { twoFactor: null });
  await sendNotice(user.email, 'two-factor-off');
}

/** For operators: signing in asks somebody for no code any more, who has lost app and recovery codes. @throws AppError NOT_FOUND */
export async function dropTwoFactorOf(email: string): Promise<{ id: string }> {
  const user = await userOrNone(email);
  await repository.updateUser(user.id, { twoFactor: null });
  await endSessions(user.id, null);
  await sendNotice(user.email, 'two-factor-off');
  return { id: user.id };
}
