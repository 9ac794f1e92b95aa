import type { ClientSession, ObjectId } from 'mongodb';
import { AppError } from '../../server/errors.ts';
import { keyedHash } from '../../server/secrets.ts';
import * as repository from './erased-addresses.repository.ts';

/** What stands in a file of bad rows, and in an answer, for an address that was erased. */
export const ERASED_REASON = 'was erased on request; cannot be imported';

/** All that is kept of an erased address. Two workspaces have different hashes of the same one. */
export const hashOfAddress = (workspaceId: ObjectId, email: string): string =>
  keyedHash(`${workspaceId.toHexString()}:${email.trim().toLowerCase()}`, 'erased-address');

/** Those of these addresses whose owners were erased: they must not become customers again. */
export async function findErased(
  workspaceId: ObjectId,
  emails: readonly string[],
  session?: ClientSession,
): Promise<ReadonlySet<string>> {
  if (emails.length === 0 || !(await repository.hasAny(workspaceId, session))) return new Set();
  const emailOf = new Map(emails.map((email) => [hashOfAddress(workspaceId, email), email]));
  const noted = await repository.findNoted(workspaceId, [...emailOf.keys()], session);
  return new Set([...noted].flatMap((hash) => emailOf.get(hash) ?? []));
}

/** @throws AppError CONFLICT when the address’s owner was erased; `path` is the field that holds it */
export async function requireNotErased(
  workspaceId: ObjectId,
  email: string,
  path: string,
  session?: ClientSession,
): Promise<void> {
  if (!(await findErased(workspaceId, [email], session)).has(email)) return;
  throw new AppError(
    'CONFLICT',
    'The person with this address was erased on request and must not be kept again. If they want to be a customer again, an administrator lifts it under Settings → Privacy first.',
    { errors: [{ path, message: 'was erased on request' }] },
  );
}
