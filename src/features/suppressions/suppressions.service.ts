import { MongoServerError, ObjectId } from 'mongodb';
import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { keyedHash } from '../../server/secrets.ts';
import { changeAndTell } from '../webhooks/outbox.service.ts';
import { EVENT_BATCH_LIMIT } from '../webhooks/webhook-events.schema.ts';
import * as repository from './suppressions.repository.ts';
import {
  type AddSuppressionsInput,
  type CreateSuppressionInput,
  ERASED_PREFIX,
  type ListSuppressionsInput,
  type Suppression,
  type SuppressionReason,
} from './suppressions.schema.ts';

/** Addresses as they are compared: e-mail without case, telephone numbers as written. */
const normalise = (address: string): string => address.trim().toLowerCase();

/**
 * What stands in the place of a suppressed telephone number whose owner was erased: somebody else may have the number, and
 * it must not be written to through them either. (An erased e-mail address needs none: nobody can have it again.)
 */
export const erasedNumber = (workspaceId: string, number: string): string =>
  `${ERASED_PREFIX}${keyedHash(`${workspaceId}:${number.replace(/\D/g, '')}`, 'suppressed-number')}`;

/** Those of `addresses` (as given) that must not be written to, each with the reason. */
export async function findSuppressed(
  workspaceId: string,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  if (addresses.length === 0) return new Map();
  const numbers = new Map(
    addresses.filter((a) => !a.includes('@')).map((a) => [a, erasedNumber(workspaceId, a)]),
  );
  const rows = await repository.findByAddresses(new ObjectId(workspaceId), [
    ...addresses.map(normalise),
    ...numbers.values(),
  ]);
  const reasonOf = new Map(rows.map((row) => [row.address, row.reason]));
  return new Map(
    addresses.flatMap((a) => {
      const reason = reasonOf.get(normalise(a)) ?? reasonOf.get(numbers.get(a) ?? '');
      return reason ? [[a, reason] as const] : [];
    }),
  );
}

/** Never write to this address again. Doing it twice changes nothing. */
export const suppressAddress = (
  workspaceId: string,
  address: string,
  reason: SuppressionReason,
  messageId: string | null = null,
): Promise<void> => suppressAddresses(workspaceId, reason, [{ address, messageId }]);

/** Never write to these addresses again, for one reason; each with the message that led to it, if one did. */
export async function suppressAddresses(
  workspaceId: string,
  reason: SuppressionReason,
  entries: readonly { address: string; messageId: string | null }[],
): Promise<void> {
  const byAddress = new Map(entries.map((entry) => [normalise(entry.address), entry.messageId]));
  await addAndTell(
    workspaceId,
    [...byAddress].map(([address, messageId]) => ({
      address,
      reason,
      note: null,
      messageId: messageId === null ? null : new ObjectId(messageId),
    })),
  );
}

/** Adds addresses and tells other systems of those that are new. Returns how many are. */
async function addAndTell(
  workspaceId: string,
  entries: readonly repository.NewSuppression[],
): Promise<number> {
  if (entries.length === 0) return 0;
  const id = new ObjectId(workspaceId);
  const add = () =>
    changeAndTell(workspaceId, ['suppression.created', 'customer.unsubscribed'], async (tell, session) => {
      if (!session) return repository.insertSuppressions(id, entries);
      const { added, replaced } = await repository.insertWithin(id, entries, session);
      for (const some of inParts(added))
        tell({ type: 'suppression.created', data: { suppressions: some.map(toToldSuppression) } });
      const unsubscribed = [...added, ...replaced].filter(({ reason }) => reason === 'UNSUBSCRIBED');
      for (const some of inParts(unsubscribed))
        tell({ type: 'customer.unsubscribed', data: { unsubscribed: some.map(toTold) } });
      return added.length;
    });
  try {
    return await add();
  } catch (error) {
    // Somebody else added one of them in this moment: by now it is there to be seen.
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    return add();
  }
}

const DUPLICATE_KEY = 11_000;

const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / EVENT_BATCH_LIMIT) }, (_, i) =>
    rows.slice(i * EVENT_BATCH_LIMIT, (i + 1) * EVENT_BATCH_LIMIT),
  );
const toTold = ({ address, messageId, createdAt }: repository.SuppressionDocument) => ({
  address,
  messageId: messageId?.toHexString() ?? null,
  at: createdAt.toISOString(),
});
const toToldSuppression = (row: repository.SuppressionDocument) => ({ ...toTold(row), reason: row.reason });

/** The workspace's list, newest first. */
export async function listSuppressions(
  caller: Caller,
  { limit, cursor, sort, search, reason }: ListSuppressionsInput,
): Promise<{ items: Suppression[]; nextCursor: string | null }> {
  requirePermission(caller, 'suppressions:read');
  const rows = await repository.listSuppressions(new ObjectId(caller.workspaceId), {
    limit: limit + 1,
    ...(search ? { search } : {}),
    ...(sort ? { sort } : {}),
    ...(reason ? { reason } : {}),
    ...(cursor ? { after: toObjectId(cursor) } : {}),
  });
  const items = rows.slice(0, limit).map(repository.toSuppression);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** @throws AppError NOT_FOUND also for another workspace's */
export async function getSuppression(caller: Caller, id: string): Promise<Suppression> {
  requirePermission(caller, 'suppressions:read');
  const row = await repository.findSuppression(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'This address is not on the list.');
  return repository.toSuppression(row);
}

/** Adds one address by hand; one that is on the list already stays as it is and is returned. */
export async function createSuppression(caller: Caller, input: CreateSuppressionInput): Promise<Suppression> {
  await addSuppressions(caller, { addresses: [input.address], note: input.note });
  const [row] = await repository.findByAddresses(new ObjectId(caller.workspaceId), [input.address]);
  // Removed by somebody else in this very moment.
  if (!row) throw new AppError('CONFLICT', 'The address was removed from the list meanwhile. Add it again.');
  noteChange({ targetId: row._id.toHexString(), targetName: row.address });
  return repository.toSuppression(row);
}

/** Adds addresses by hand; those on the list already stay as they are. */
export async function addSuppressions(
  caller: Caller,
  { addresses, note }: AddSuppressionsInput,
): Promise<{ added: number; already: number }> {
  requirePermission(caller, 'suppressions:write');
  const added = await addAndTell(
    caller.workspaceId,
    [...new Set(addresses.map(normalise))].map((address) => ({
      address,
      reason: 'MANUAL',
      note: note || null,
      messageId: null,
    })),
  );
  noteChange({ after: { added, already: addresses.length - added, note: note || null } });
  return { added, already: addresses.length - added };
}

/** Campaigns may write to the address again. @throws AppError NOT_FOUND */
export async function deleteSuppression(caller: Caller, id: string): Promise<{ id: string }> {
  requirePermission(caller, 'suppressions:write');
  const deleted = await repository.deleteSuppression(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!deleted) throw new AppError('NOT_FOUND', 'This address is not on the list any more.');
  const { address, reason, note } = deleted;
  noteChange({ targetId: id, targetName: address, before: { reason, note } });
  return { id };
}

/** The whole list as a CSV file, piece by piece. */
export function exportSuppressions(caller: Caller): AsyncGenerator<string> {
  requirePermission(caller, 'suppressions:read');
  return csvFile(['address', 'reason', 'note', 'since'], csvRows(new ObjectId(caller.workspaceId)));
}

async function* csvRows(workspaceId: ObjectId): AsyncGenerator<CsvCell[]> {
  for await (const { address, reason, note, createdAt } of repository.streamSuppressions(workspaceId))
    yield [address, reason, note ?? null, createdAt.toISOString()];
}
