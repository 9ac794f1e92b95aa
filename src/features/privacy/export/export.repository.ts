import type { Document, Long, ObjectId } from 'mongodb';
import type { AuditEventDocument } from '../../../server/audit.ts';
import { collection } from '../../../server/db.ts';
import type { SuppressionDocument } from '../../suppressions/suppressions.repository.ts';

/** Rows of every feature that are about one customer, read as they are asked for. */

export const walkOrders = (
  workspaceId: ObjectId,
  customerId: ObjectId,
): AsyncIterable<{
  _id: ObjectId;
  orderId: string;
  amount: Long | number;
  placedAt: Date;
  createdAt: Date;
}> =>
  collection<{
    _id: ObjectId;
    workspaceId: ObjectId;
    customerId: ObjectId;
    orderId: string;
    amount: Long | number;
    placedAt: Date;
    createdAt: Date;
  }>('orders').find({ workspaceId, customerId }, { sort: { placedAt: 1 } });

export const findSuppressions = (
  workspaceId: ObjectId,
  addresses: readonly string[],
): Promise<SuppressionDocument[]> =>
  collection<SuppressionDocument>('suppressions')
    .find({ workspaceId, address: { $in: [...addresses] } })
    .toArray();

/** Ids and names of all imports of the workspace. */
export async function fileNames(workspaceId: ObjectId): Promise<Map<string, string>> {
  const rows = collection('imports').find({ workspaceId }, { projection: { fileName: 1 } });
  const names = new Map<string, string>();
  for await (const { _id, fileName } of rows) names.set(_id.toHexString(), String(fileName));
  return names;
}

export const walkImportRows = (
  workspaceId: ObjectId,
): AsyncIterable<{ importId: ObjectId; row: number; cells: string[]; error: string }> =>
  collection<{
    _id: ObjectId;
    workspaceId: ObjectId;
    importId: ObjectId;
    row: number;
    cells: string[];
    error: string;
  }>('importRowErrors').find({ workspaceId });

/** What imports changed of the customer: of each batch the part that is about them. */
export const walkImportChanges = (workspaceId: ObjectId, customerId: ObjectId): AsyncIterable<Document> =>
  collection('importChanges').find(
    { workspaceId, 'changes.customers.updated.id': customerId },
    { batchSize: 10 },
  );

export const walkEvents = (workspaceId: ObjectId): AsyncIterable<AuditEventDocument> =>
  collection<AuditEventDocument>('auditEvents').find({ workspaceId }, { sort: { createdAt: 1 } });
