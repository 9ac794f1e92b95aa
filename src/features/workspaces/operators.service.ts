import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, type Permission, requirePermission } from '../../server/permissions.ts';
import { ownerIds } from './members.repository.ts';
import { countVerified } from './operators.repository.ts';

/**
 * What concerns all workspaces of the server: the queues they share, and receipts that belong to none. Where OPERATORS
 * names people, only they may; where it does not, whoever the role lets in any workspace, as fits a server of one shop.
 */
export const operatorsPermissions: readonly Permission[] = ['queue:write', 'receipts:read'];

/** Whether one of these people is named in OPERATORS with an address that is verified; everybody is where it is not set. */
export async function isOperator(userIds: readonly string[]): Promise<boolean> {
  const { operators } = getEnv();
  if (operators.length === 0) return true;
  return (
    (await countVerified(
      userIds.map((id) => new ObjectId(id)),
      operators,
    )) > 0
  );
}

/** Whether the caller looks after the server. A key does where an owner of its workspace does. */
export async function callerIsOperator(caller: Caller): Promise<boolean> {
  if (getEnv().operators.length === 0) return true;
  if (caller.userId) return isOperator([caller.userId]);
  return isOperator((await ownerIds(new ObjectId(caller.workspaceId))).map((id) => id.toHexString()));
}

/** @throws AppError FORBIDDEN without the permission, or where others than the caller look after the server */
export async function requireOperator(caller: Caller, permission: Permission): Promise<void> {
  requirePermission(caller, permission);
  if (await callerIsOperator(caller)) return;
  throw new AppError(
    'FORBIDDEN',
    'This concerns all workspaces of the server, so only its operators may do it (OPERATORS in its settings).',
  );
}
