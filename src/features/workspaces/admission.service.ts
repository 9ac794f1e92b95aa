import { getEnv } from '../../env.ts';
import { AppError } from '../../server/errors.ts';
import { hashOfSecretToken } from '../../server/secret-tokens.ts';
import { findByTokenHash, findOpenTo } from './invitations.repository.ts';

/**
 * Whether somebody may make an account here, as SIGN_UP says.
 * @param invitation the token of the link they came with, if any
 * @returns whether they come to join a workspace, and so need none of their own
 * @throws AppError FORBIDDEN, saying what to do instead
 */
export async function admitNewcomer(
  email: string,
  invitation: string | undefined,
  now = new Date(),
): Promise<{ invited: boolean }> {
  const { signUp } = getEnv();
  if (signUp === 'closed')
    throw new AppError(
      'FORBIDDEN',
      'On this server accounts are made by its operators. Ask one of them for yours.',
    );
  const invited = await isInvited(email, invitation, now);
  if (signUp === 'open' || invited) return { invited };
  throw new AppError(
    'FORBIDDEN',
    'Accounts on this server are by invitation. Follow the link of yours, with the address it was sent to.',
  );
}

async function isInvited(email: string, token: string | undefined, now: Date): Promise<boolean> {
  if (token === undefined) return getEnv().signUp !== 'open' && (await findOpenTo(email, now)) !== null;
  const found = await findByTokenHash(hashOfSecretToken(token));
  return (
    found !== null &&
    found.acceptedAt === null &&
    found.revokedAt === null &&
    found.expiresAt > now &&
    (found.email === null || found.email === email)
  );
}
