import { ObjectId } from 'mongodb';
import { toObjectId } from '../../server/db.ts';
import { AppError, toAppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { findCustomersByIds } from '../customers/customers.service.ts';
import { findChangesOf } from './import-changes.repository.ts';
import { fileNamesOf } from './imports.repository.ts';
import type { CustomerImports } from './imports.schema.ts';

const SHOWN = 50;
/** How long each of two walks may take: somebody waits for it beside other things. */
const PATIENCE_MS = 3_000;

/**
 * The imports that brought a customer in or changed them, newest first, as far as it is still kept what they changed.
 * `complete` is false where that was too much to look through.
 * @throws AppError NOT_FOUND also for another workspace's customer
 */
export async function listImportsOf(caller: Caller, customerId: string): Promise<CustomerImports> {
  requirePermission(caller, 'imports:read');
  requirePermission(caller, 'customers:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const [customer] = await findCustomersByIds(caller.workspaceId, [toObjectId(customerId)]);
  if (!customer) throw new AppError('NOT_FOUND', 'There is no customer with this id.');
  try {
    const rows = await findChangesOf(workspaceId, customer._id, { limit: SHOWN, maxTimeMS: PATIENCE_MS });
    const names = await fileNamesOf(
      workspaceId,
      rows.map(({ importId }) => importId),
    );
    return {
      complete: true,
      items: rows.map(({ id, importId, at, made }) => ({
        id: id.toHexString(),
        importId: importId.toHexString(),
        fileName: names.get(importId.toHexString()) ?? null,
        made,
        at,
      })),
    };
  } catch (error) {
    if (toAppError(error).code !== 'TIMED_OUT') throw error;
    return { complete: false, items: [] };
  }
}
