import type { ClientSession, ObjectId } from 'mongodb';
import { collection } from '../../../server/db.ts';
import type { CustomerDocument } from '../../customers/customer-document.ts';

/** What is still to be gone through for somebody who was erased. */
export interface ErasureWork {
  /** Whom to look for, encrypted: it is forgotten with the end of the work. */
  person: string;
  /** Steps done in this round; each may be done twice. */
  step: number;
  /** All is gone through once at once, and once more when whatever knew them at that moment has ended. */
  round: number;
}

/** Somebody who was a customer, under the id their orders and messages name. */
export interface ErasureDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  hash: string;
  requestedBy: string;
  erasedAt: Date;
  work: ErasureWork | null;
  finishedAt: Date | null;
  updatedAt: Date;
}

const erasures = () => collection<ErasureDocument>('erasedCustomers');

export async function insertErasure(row: ErasureDocument, session: ClientSession): Promise<void> {
  await erasures().insertOne(row, { session });
}

export const findErasure = (workspaceId: ObjectId, id: ObjectId): Promise<ErasureDocument | null> =>
  erasures().findOne({ _id: id, workspaceId });

/** The newest erasure of an address. */
export const findByHash = (workspaceId: ObjectId, hash: string): Promise<ErasureDocument | null> =>
  erasures().findOne({ workspaceId, hash }, { sort: { erasedAt: -1 } });

export const findLatest = (workspaceId: ObjectId, limit: number): Promise<ErasureDocument[]> =>
  erasures().find({ workspaceId }).sort({ erasedAt: -1 }).limit(limit).toArray();

export const countRunning = (workspaceId: ObjectId): Promise<number> =>
  erasures().countDocuments({ workspaceId, finishedAt: null });

/** Writes down how far the work is. */
export async function noteWork(workspaceId: ObjectId, id: ObjectId, work: ErasureWork): Promise<void> {
  await erasures().updateOne(
    { _id: id, workspaceId, finishedAt: null },
    { $set: { work, updatedAt: new Date() } },
  );
}

/** All is gone through: what was looked for is forgotten too. */
export async function finishErasure(workspaceId: ObjectId, id: ObjectId): Promise<void> {
  const now = new Date();
  await erasures().updateOne(
    { _id: id, workspaceId },
    { $set: { work: null, finishedAt: now, updatedAt: now } },
  );
}

/** Erasures of every workspace that are not over and that nobody has touched since: their job is lost. */
export const findLostErasures = (touchedBefore: Date): Promise<ErasureDocument[]> =>
  erasures()
    .find({ finishedAt: null, updatedAt: { $lt: touchedBefore } })
    .limit(100)
    .toArray();

// ── The customer ────────────────────────────────────────────────────────────

const customers = () => collection<CustomerDocument>('customers');

/** Takes the customer away from all customers. */
export const takeCustomer = (
  workspaceId: ObjectId,
  by: { _id: ObjectId } | { email: string },
  session: ClientSession,
): Promise<CustomerDocument | null> => customers().findOneAndDelete({ workspaceId, ...by }, { session });

/** Whether any customer but this one has exactly this name. */
export const isNameOfOther = async (workspaceId: ObjectId, folded: string, id: ObjectId): Promise<boolean> =>
  (await customers().findOne(
    { workspaceId, 'folded.name': folded, _id: { $ne: id } },
    { projection: { _id: 1 } },
  )) !== null;

export const isEmailOfCustomer = async (workspaceId: ObjectId, email: string): Promise<boolean> =>
  (await customers().findOne({ workspaceId, email }, { projection: { _id: 1 } })) !== null;
