import { type ClientSession, type Filter, ObjectId } from 'mongodb';
import { collection, toObjectId } from '../../server/db.ts';
import { openRotating, type RotatingSecrets, secretStates } from '../../server/rotating-secrets.ts';
import { UnreadableSecretError } from '../../server/secrets.ts';
import { laterThan } from '../../server/versions.ts';
import type { WebhookEndpoint } from './webhooks.schema.ts';

export interface EndpointDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  url: string;
  description: string | null;
  events: string[];
  secrets: string;
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const endpoints = () => collection<EndpointDocument>('webhookEndpoints');

export const secretPlace = (id: string): string => `webhook-endpoint:${id}`;

/** Of secrets under another encryption key nothing can be read: they count as none, and a new one must be made. */
export function secretsOf(row: Pick<EndpointDocument, '_id' | 'secrets'>): RotatingSecrets {
  try {
    return openRotating(row.secrets, secretPlace(row._id.toHexString()));
  } catch (error) {
    if (error instanceof UnreadableSecretError) return [];
    throw error;
  }
}

export const toEndpoint = (row: EndpointDocument): WebhookEndpoint => ({
  id: row._id.toHexString(),
  url: row.url,
  description: row.description,
  events: row.events,
  secrets: secretStates(secretsOf(row), new Date()),
  failingSince: row.failingSince,
  disabledAt: row.disabledAt,
  disabledReason: row.disabledReason,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const insertEndpoint = async (row: EndpointDocument): Promise<void> => {
  await endpoints().insertOne(row);
};

export const countEndpoints = (workspaceId: string): Promise<number> =>
  endpoints().countDocuments({ workspaceId: new ObjectId(workspaceId) });

export const listEndpoints = (
  workspaceId: string,
  page: { limit: number; after?: string | undefined },
): Promise<EndpointDocument[]> =>
  endpoints()
    .find({
      workspaceId: new ObjectId(workspaceId),
      ...(page.after ? { _id: { $gt: toObjectId(page.after) } } : {}),
    })
    .sort({ _id: 1 })
    .limit(page.limit)
    .toArray();

export const findEndpoint = (workspaceId: string, id: string): Promise<EndpointDocument | null> =>
  endpoints().findOne({ _id: toObjectId(id), workspaceId: new ObjectId(workspaceId) });

/** Who is to be told: what every change of a workspace asks, so no more than that is read. */
export const findListeners = (workspaceId: string): Promise<Pick<EndpointDocument, '_id' | 'events'>[]> =>
  endpoints()
    .find({ workspaceId: new ObjectId(workspaceId), disabledAt: null }, { projection: { events: 1 } })
    .toArray();

/** Changes an endpoint as it was read, and while `when` holds; null when somebody was faster or it is gone. */
export const updateEndpoint = (
  { _id, workspaceId, updatedAt }: EndpointDocument,
  set: Partial<EndpointDocument>,
  when: Pick<Filter<EndpointDocument>, 'disabledAt' | 'failingSince'> = {},
): Promise<EndpointDocument | null> =>
  endpoints().findOneAndUpdate(
    { ...when, _id, workspaceId, updatedAt },
    { $set: { ...set, updatedAt: laterThan(updatedAt) } },
    { returnDocument: 'after' },
  );

/** What a delivery says of its endpoint; it is no change that people made, so `updatedAt` stays. */
export async function noteOutcome(
  { _id, workspaceId }: EndpointDocument,
  failingSince: Date | null,
): Promise<void> {
  await endpoints().updateOne(
    { _id, workspaceId, ...(failingSince ? { failingSince: null } : { failingSince: { $ne: null } }) },
    { $set: { failingSince } },
  );
}

/** Deletes an endpoint as it was read, with its log. @returns whether it did: somebody may have been faster */
export async function deleteEndpoint(
  { _id, workspaceId, updatedAt }: EndpointDocument,
  session: ClientSession,
): Promise<boolean> {
  const { deletedCount } = await endpoints().deleteOne({ _id, workspaceId, updatedAt }, { session });
  if (deletedCount === 0) return false;
  await collection('webhookDeliveries').deleteMany({ workspaceId, endpointId: _id }, { session });
  return true;
}
