import { writeAccountAudit } from '../../server/audit.ts';
import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import { admitNewcomer } from '../workspaces/admission.service.ts';
import { createWorkspaceFor } from '../workspaces/workspaces.service.ts';
import type { User } from './auth.repository.ts';
import * as repository from './auth.repository.ts';
import type { RegisteredUser, RegisterInput } from './auth.schema.ts';
import { askForLetter } from './letters.service.ts';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts';
import { countGuess, networkOf } from './sign-in-limits.ts';
import { takeCode } from './two-factor.ts';

/**
 * Makes an account.
 * @throws AppError CONFLICT when the address has one, VALIDATION for a password that is guessed first
 */
export async function createUser(input: RegisterInput): Promise<RegisteredUser> {
  refuseWeakPassword(input.password, input);
  if (await repository.findUserByEmail(input.email)) throw taken();
  const user = await repository.insertUser({
    name: input.name,
    email: input.email,
    passwordHash: await hashPassword(input.password),
    emailVerified: null,
  });
  return { id: user.id, name: input.name, email: input.email };
}

/**
 * Sign-up: an account, its first workspace unless it comes to join one, and a letter to confirm the address. It says when
 * the address has an account, as whoever signs up is let in at once; how many addresses one may try is limited.
 * @throws AppError also RATE_LIMITED
 */
export async function register(
  { invitation, ...input }: RegisterInput,
  client: Client,
): Promise<RegisteredUser> {
  const network = networkOf(client);
  if (network !== null) await countCall(limits.registerFrom, network);
  await countCall(limits.register, 'all');
  const { invited } = await admitNewcomer(input.email, invitation);
  const user = await createUser(input);
  if (!invited) await createWorkspaceFor(user);
  // The account is there: that its letter could not be asked for is said on the account page, where one asks again.
  await askForLetter({ kind: 'verify', userId: user.id, email: user.email }, client).catch(() => undefined);
  return user;
}

/**
 * The user with this address and password, or null; an unknown address takes as long as a wrong password.
 * @throws AppError RATE_LIMITED after too many wrong tries (`sign-in-limits.ts`), UNAVAILABLE when they cannot be counted
 */
export async function checkPassword(email: string, password: string, client: Client): Promise<User | null> {
  const user = await repository.findUserByEmail(email);
  const guess = await countGuess(limits.signIn, { key: email, userId: user?.id ?? null }, client);
  if (!(await isPassword(user?.passwordHash, password))) {
    // Not waited for: an unknown address has nothing to write, and is not to be told by the time it takes.
    if (user) void writeAccountAudit(user.id, { action: 'account.signInFailed', client });
    return null;
  }
  await guess.wasRight();
  return user;
}

/**
 * The user whose first factor was right, if the code is theirs too: of the app or a recovery code, each good once.
 * @throws AppError RATE_LIMITED, UNAVAILABLE
 */
export async function checkSecondFactor(userId: string, code: string, client: Client): Promise<User | null> {
  const user = await repository.findUser(userId);
  if (!user) return null;
  const guess = await countGuess(limits.secondFactor, { key: userId, userId }, client);
  if (!(await takeCode(user, code))) {
    await writeAccountAudit(user.id, { action: 'account.signInFailed', client });
    return null;
  }
  await guess.wasRight();
  return user;
}

const taken = () =>
  new AppError('CONFLICT', 'There is an account with this email address already. Sign in instead.', {
    errors: [{ path: 'email', message: 'has an account already' }],
  });
