import { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';

const customers = () => collection<CustomerDocument>('customers');

/** Marks customers as members; who is one already stays as they are. How many became one. */
export async function markMembers(
  workspaceId: ObjectId,
  snapshotId: ObjectId,
  ids: readonly ObjectId[],
): Promise<number> {
  const { modifiedCount } = await customers().updateMany(
    { _id: { $in: [...ids] }, workspaceId, snapshotIds: { $ne: snapshotId } },
    [{ $set: { snapshotIds: { $concatArrays: [{ $ifNull: ['$snapshotIds', []] }, [snapshotId]] } } }],
  );
  return modifiedCount;
}

/**
 * The last member of whom it is certain that everyone before them was marked, too: pages are marked one after another,
 * so only the last `page` marks can belong to one that was broken off. null when there is none.
 */
export async function lastCertainMember(
  workspaceId: ObjectId,
  snapshotId: ObjectId,
  page: number,
): Promise<ObjectId | null> {
  const [row] = await customers()
    .find({ workspaceId, snapshotIds: snapshotId }, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .skip(page)
    .limit(1)
    .toArray();
  return row?._id ?? null;
}

export const countMembers = (workspaceId: ObjectId, snapshotId: ObjectId): Promise<number> =>
  customers().countDocuments({ workspaceId, snapshotIds: snapshotId });

/** Takes the mark off up to `limit` members; how many it were. */
export async function unmarkMembers(
  workspaceId: ObjectId,
  snapshotId: ObjectId,
  limit: number,
): Promise<number> {
  const rows = await customers()
    .find({ workspaceId, snapshotIds: snapshotId }, { projection: { _id: 1 } })
    .limit(limit)
    .toArray();
  if (rows.length === 0) return 0;
  await customers().updateMany({ _id: { $in: rows.map(({ _id }) => _id) }, workspaceId }, [
    {
      $set: {
        snapshotIds: { $filter: { input: '$snapshotIds', cond: { $ne: ['$$this', snapshotId] } } },
      },
    },
  ]);
  return rows.length;
}

/** The snapshots any customer is marked with. */
export async function listMarks(workspaceId: ObjectId): Promise<ObjectId[]> {
  const marks = await customers().distinct('snapshotIds', { workspaceId, snapshotIds: { $exists: true } });
  return marks.filter((mark) => mark instanceof ObjectId);
}
