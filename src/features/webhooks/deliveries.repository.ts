import { type ClientSession, type Document, type Filter, ObjectId } from 'mongodb';
import { collection, toObjectId } from '../../server/db.ts';
import type { Attempt, DeliveryRow, DeliveryStatus, WebhookDelivery } from './webhooks.schema.ts';

export interface DeliveryDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  endpointId: ObjectId;
  eventId: string;
  type: string;
  /** The request's body. */
  payload: Document;
  status: DeliveryStatus;
  /** Tries so far; `round` counts how often the event was begun to be sent. */
  attempts: { round: number; tries: Attempt[] };
  nextAttemptAt: Date | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const deliveries = () => collection<DeliveryDocument>('webhookDeliveries');

export async function insertDeliveries(
  rows: readonly DeliveryDocument[],
  session?: ClientSession,
): Promise<void> {
  if (rows.length > 0) await deliveries().insertMany([...rows], session ? { session } : {});
}

/** What is due to an endpoint, the longest due first. */
export const findDue = (
  workspaceId: ObjectId,
  endpointId: ObjectId,
  limit: number,
): Promise<DeliveryDocument[]> =>
  deliveries()
    .find({ workspaceId, endpointId, status: 'PENDING', nextAttemptAt: { $lte: new Date() } })
    .sort({ nextAttemptAt: 1, _id: 1 })
    .limit(limit)
    .toArray();

/** Endpoints of every workspace that have something due since before then: whoever was to send it is gone. */
export async function findForgotten(
  dueBefore: Date,
): Promise<{ workspaceId: ObjectId; endpointId: ObjectId }[]> {
  const rows = await deliveries()
    .aggregate<{ _id: { w: ObjectId; e: ObjectId } }>([
      { $match: { status: 'PENDING', nextAttemptAt: { $lte: dueBefore } } },
      { $group: { _id: { w: '$workspaceId', e: '$endpointId' } } },
      { $limit: 1_000 },
    ])
    .toArray();
  return rows.map(({ _id }) => ({ workspaceId: _id.w, endpointId: _id.e }));
}

/** Writes down a try with what follows from it. */
export async function recordAttempt(
  { _id, workspaceId }: DeliveryDocument,
  attempt: Attempt,
  set: Pick<DeliveryDocument, 'status' | 'nextAttemptAt' | 'finishedAt'>,
): Promise<void> {
  await deliveries().updateOne(
    // One that was begun anew meanwhile goes by its own round.
    { _id, workspaceId, 'attempts.round': attempt.round },
    { $set: set, $push: { 'attempts.tries': attempt } },
  );
}

/** Ends all that waits for an endpoint that is not sent to any more. */
export async function failPending(workspaceId: ObjectId, endpointId: ObjectId): Promise<void> {
  await deliveries().updateMany(
    { workspaceId, endpointId, status: 'PENDING' },
    { $set: { status: 'FAILED', nextAttemptAt: null, finishedAt: new Date() } },
  );
}

/** Begins anew to send what has ended; returns how many. */
export async function beginAgain(
  workspaceId: string,
  endpointId: ObjectId,
  which: Filter<DeliveryDocument>,
): Promise<number> {
  const { modifiedCount } = await deliveries().updateMany(
    {
      $and: [
        { workspaceId: new ObjectId(workspaceId), endpointId, status: { $in: ['FAILED', 'DELIVERED'] } },
        which,
      ],
    },
    {
      $set: { status: 'PENDING', nextAttemptAt: new Date(), finishedAt: null },
      $inc: { 'attempts.round': 1 },
    },
  );
  return modifiedCount;
}

export const listDeliveries = (
  workspaceId: string,
  endpointId: ObjectId,
  filter: { status?: DeliveryStatus | undefined; type?: string | undefined },
  page: { limit: number; after?: string | undefined },
): Promise<DeliveryDocument[]> =>
  deliveries()
    .find(
      {
        workspaceId: new ObjectId(workspaceId),
        endpointId,
        ...(filter.status ? { status: filter.status } : {}),
        ...(filter.type ? { type: filter.type } : {}),
        ...(page.after ? { _id: { $lt: toObjectId(page.after) } } : {}),
      },
      { projection: { payload: 0 } },
    )
    .sort({ _id: -1 })
    .limit(page.limit)
    .toArray();

export const findDelivery = (workspaceId: string, id: string): Promise<DeliveryDocument | null> =>
  deliveries().findOne({ _id: toObjectId(id), workspaceId: new ObjectId(workspaceId) });

export const toDeliveryRow = (row: DeliveryDocument): DeliveryRow => ({
  id: row._id.toHexString(),
  endpointId: row.endpointId.toHexString(),
  eventId: row.eventId,
  type: row.type,
  status: row.status,
  attempts: row.attempts.tries,
  nextAttemptAt: row.nextAttemptAt,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
});

export const toDelivery = (row: DeliveryDocument): WebhookDelivery => ({
  ...toDeliveryRow(row),
  payload: row.payload,
});
