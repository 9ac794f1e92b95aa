import { ObjectId } from 'mongodb';
import { findByAddresses, insertSuppression, type SuppressionReason } from './suppressions.repository.ts';

/** Addresses as they are compared: e-mail without case, telephone numbers as written. */
const normalise = (address: string): string => address.trim().toLowerCase();

/** Those of `addresses` (as given) that must not be written to, each with the reason. */
export async function findSuppressed(
  workspaceId: string,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  if (addresses.length === 0) return new Map();
  const rows = await findByAddresses(new ObjectId(workspaceId), addresses.map(normalise));
  const reasonOf = new Map(rows.map((row) => [row.address, row.reason]));
  return new Map(
    addresses.flatMap((a) =>
      reasonOf.has(normalise(a)) ? [[a, reasonOf.get(normalise(a)) ?? 'MANUAL'] as const] : [],
    ),
  );
}

/** Never write to this address again. Doing it twice changes nothing. */
export async function suppressAddress(
  workspaceId: string,
  address: string,
  reason: SuppressionReason,
): Promise<void> {
  await insertSuppression(new ObjectId(workspaceId), normalise(address), reason);
}
