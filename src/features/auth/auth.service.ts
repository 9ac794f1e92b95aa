import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../server/errors.ts';
import { countCall, forgiveCalls, limits } from '../../server/rate-limit.ts';
import { admitNewcomer } from '../workspaces/admission.service.ts';
import { createWorkspaceFor } from '../workspaces/workspaces.service.ts';
import * as repository from './auth.repository.ts';
import type { RegisteredUser, RegisterInput } from './auth.schema.ts';

/** argon2id, the library's default variant, with the parameters of OWASP's password storage guide: 19 MiB, 2 passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an unknown address is compared with, so that it takes as long as a known one. */
const DUMMY_HASH = hash('nobody has this password', ARGON2);

/**
 * Makes an account.
 * @throws AppError CONFLICT when the address has one
 */
export async function createUser(input: RegisterInput): Promise<RegisteredUser> {
  if (await repository.findUserByEmail(input.email)) throw taken();
  const passwordHash = await hash(input.password, ARGON2);
  const user = await repository.insertUser({
    name: input.name,
    email: input.email,
    passwordHash,
    emailVerified: null,
  });
  return { id: user.id, name: input.name, email: user.email };
}

/** Sign-up: an account, and its first workspace unless it comes to join one. @throws AppError also RATE_LIMITED */
export async function register({ invitation, ...input }: RegisterInput): Promise<RegisteredUser> {
  await countCall(limits.register, 'all');
  const { invited } = await admitNewcomer(input.email, invitation);
  const user = await createUser(input);
  if (!invited) await createWorkspaceFor(user);
  return user;
}

/**
 * The user with this address and password, or null; an unknown address takes as long as a wrong password.
 * @throws AppError RATE_LIMITED after too many wrong tries for the address
 */
export async function checkPassword(
  email: string,
  password: string,
): Promise<{ id: string; email: string; name: string | null } | null> {
  await countCall(limits.signIn, email);
  const user = await repository.findUserByEmail(email);
  const matches = await verify(user?.passwordHash ?? (await DUMMY_HASH), password);
  if (!user?.passwordHash || !matches) return null;
  await forgiveCalls(limits.signIn, email);
  return { id: user.id, email: user.email, name: user.name };
}

/** The user behind a Google account with a verified address; the first time, an account and a workspace are made. */
export async function userFromGoogle(profile: {
  sub: string;
  email: string;
  name: string;
}): Promise<{ id: string }> {
  const known = await repository.findAccountUserId('google', profile.sub);
  if (known) return { id: known };
  const email = profile.email.trim().toLowerCase();
  const existing = await repository.findUserByEmail(email);
  // Somebody could have registered this address with a password without owning it.
  if (existing?.passwordHash)
    throw new AppError('CONFLICT', 'This address has an account with a password; sign in with it.');
  const admission = existing ? null : await admitNewcomer(email, undefined);
  const user =
    existing ??
    (await repository.insertUser({
      name: profile.name,
      email,
      passwordHash: null,
      emailVerified: new Date(),
    }));
  await repository.insertAccount({ userId: user.id, provider: 'google', providerAccountId: profile.sub });
  if (admission && !admission.invited) await createWorkspaceFor({ id: user.id, name: profile.name });
  return { id: user.id };
}

const taken = () =>
  new AppError('CONFLICT', 'There is an account with this email address already. Sign in instead.', {
    errors: [{ path: 'email', message: 'has an account already' }],
  });
