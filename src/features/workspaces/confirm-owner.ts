import type { Client } from '../../server/client.ts';
import { AppError } from '../../server/errors.ts';
import type { Caller } from '../../server/permissions.ts';
import { personOf, requirePassword } from '../auth/person.ts';

/** What an owner gives before the workspace is handed over or deleted. */
export interface Confirmation {
  /** The workspace's name as typed. */
  confirmName: string;
  /** The person's password, if their account has one. */
  password?: string | undefined;
}

/**
 * Makes sure that it is meant, and that it is the owner who means it and not whoever found their screen unlocked.
 * @throws AppError VALIDATION at `confirmName` or `password`, RATE_LIMITED after too many wrong passwords
 */
export async function confirmOwner(
  caller: Caller,
  { confirmName, password }: Confirmation,
  name: string,
  client: Client = { address: null, userAgent: null },
): Promise<void> {
  if (confirmName.trim() !== name.trim())
    throw new AppError('VALIDATION', `Type the workspace’s name to confirm: ${name}`, {
      errors: [{ path: 'confirmName', message: 'is not the workspace’s name' }],
    });
  if (!caller.userId)
    throw new AppError('FORBIDDEN', 'An API key may not do this; an owner must, in person.');
  const person = await personOf(caller.userId);
  if (person.passwordHash !== null) await requirePassword(person, password ?? '', 'password', client);
}
