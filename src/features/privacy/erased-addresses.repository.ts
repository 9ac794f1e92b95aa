import { type ClientSession, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

interface ErasedAddressDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  hash: string;
  erasedAt: Date;
}

const addresses = () => collection<ErasedAddressDocument>('erasedAddresses');
const within = (session: ClientSession | undefined) => (session ? { session } : {});

/** Whether the workspace has erased anybody at all: most have not, and ask nothing more. */
export const hasAny = async (workspaceId: ObjectId, session?: ClientSession): Promise<boolean> =>
  (await addresses().findOne({ workspaceId }, { projection: { _id: 1 }, ...within(session) })) !== null;

/** Those of these hashes that are noted. */
export async function findNoted(
  workspaceId: ObjectId,
  hashes: readonly string[],
  session?: ClientSession,
): Promise<Set<string>> {
  const rows = await addresses()
    .find({ workspaceId, hash: { $in: [...hashes] } }, { projection: { hash: 1 }, ...within(session) })
    .toArray();
  return new Set(rows.map((row) => row.hash));
}

/** Notes a hash; one that is there keeps its date. */
export async function noteErased(
  workspaceId: ObjectId,
  hash: string,
  erasedAt: Date,
  session: ClientSession,
): Promise<void> {
  await addresses().updateOne(
    { workspaceId, hash },
    { $setOnInsert: { _id: new ObjectId(), erasedAt } },
    { upsert: true, session },
  );
}

export const forgetErased = async (workspaceId: ObjectId, hash: string): Promise<boolean> =>
  (await addresses().deleteOne({ workspaceId, hash })).deletedCount === 1;

/** How many are noted, and how many of them under the key whose hashes begin with `prefix`. */
export async function countNoted(
  workspaceId: ObjectId,
  prefix: string,
): Promise<{ all: number; recognisable: number }> {
  const [all, recognisable] = await Promise.all([
    addresses().countDocuments({ workspaceId }),
    addresses().countDocuments({
      workspaceId,
      hash: { $gte: prefix, $lt: `${prefix}\u{ffff}` },
    }),
  ]);
  return { all, recognisable };
}
