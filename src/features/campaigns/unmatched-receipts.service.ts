import { ObjectId } from 'mongodb';
import type { Caller } from '../../server/permissions.ts';
import { requireOperator } from '../workspaces/operators.service.ts';
import type { UnmatchedReceipt } from './receipts.schema.ts';
import { listUnmatched } from './unmatched-receipts.repository.ts';

/**
 * Receipts that named no message of ours, newest first, for whoever sets a vendor up. They belong to no workspace, so
 * the vendor’s reason, which may hold an address, is not told.
 */
export async function listUnmatchedReceipts(
  caller: Caller,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: UnmatchedReceipt[]; nextCursor: string | null }> {
  await requireOperator(caller, 'receipts:read');
  const [at = '', id = ''] = cursor?.split('-') ?? [];
  const rows = await listUnmatched({
    limit: limit + 1,
    ...(cursor ? { after: { receivedAt: new Date(Number(at)), id: new ObjectId(id) } } : {}),
  });
  const items = rows.slice(0, limit).map(
    ({ _id, messageId, vendorMessageId, status, timestamp, receivedAt }): UnmatchedReceipt => ({
      id: _id.toHexString(),
      messageId,
      vendorMessageId,
      status,
      timestamp,
      receivedAt,
    }),
  );
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.receivedAt.getTime()}-${last.id}` : null };
}
