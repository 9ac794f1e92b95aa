import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import { limits } from '../../server/rate-limit.ts';
import type { Proof } from './account.schema.ts';
import type { User } from './auth.repository.ts';
import * as repository from './auth.repository.ts';
import { checkSecondFactor } from './auth.service.ts';
import { isPassword } from './passwords.ts';
import { countGuess } from './sign-in-limits.ts';

/** The person of a session. @throws AppError UNAUTHENTICATED when the account is gone */
export async function personOf(userId: string): Promise<User> {
  const user = await repository.findUser(userId);
  if (!user) throw new AppError('UNAUTHENTICATED', 'This account does not exist any more.');
  return user;
}

/** @throws AppError VALIDATION at `path` for a wrong password, RATE_LIMITED after too many */
export async function requirePassword(
  user: User,
  password: string,
  path: string,
  client: Client,
): Promise<void> {
  const guess = await countGuess(limits.signIn, { key: user.email, userId: user.id }, client);
  if (!(await isPassword(user.passwordHash, password)))
    throw new AppError('VALIDATION', 'This is not your password.', {
      errors: [{ path, message: 'is not your password' }],
    });
  await guess.wasRight();
}

/** Shows that it is really the person, by password or code. @throws AppError VALIDATION, RATE_LIMITED */
export async function requireProof(user: User, { password, code }: Proof, client: Client): Promise<void> {
  if (password !== undefined) return requirePassword(user, password, 'password', client);
  if (code !== undefined && (await checkSecondFactor(user.id, code, client))) return;
  throw new AppError(
    'VALIDATION',
    code === undefined ? 'Give your password or a code.' : 'This code is not right, or was used already.',
    {
      errors: [
        code === undefined
          ? { path: 'password', message: 'give your password or a code' }
          : { path: 'code', message: 'is not right, or was used already' },
      ],
    },
  );
}

/** For operators. @throws AppError NOT_FOUND */
export async function userOrNone(email: string): Promise<User> {
  const user = await repository.findUserByEmail(email);
  if (!user) throw new AppError('NOT_FOUND', `There is no account with the address ${email}.`);
  return user;
}
