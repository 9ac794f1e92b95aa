import { type ClientSession, ObjectId } from 'mongodb';
import { withTransaction } from '../../server/db.ts';
import { keptBriefly } from '../../server/kept-briefly.ts';
import { log } from '../../server/log.ts';
import { enqueue } from '../../server/queue.ts';
import { singleton } from '../../server/singleton.ts';
import { type DeliveryDocument, insertDeliveries } from './deliveries.repository.ts';
import { type WebhookEvent, type WebhookEventType, webhookEvents } from './webhook-events.schema.ts';
import { sendWebhooksJob } from './webhooks.jobs.ts';
import { findListeners } from './webhooks.repository.ts';

/**
 * How long a process remembers who listens. Nearly no workspace has an endpoint, and every change asks: a new endpoint
 * hears of what happens from so many milliseconds on.
 */
const KEEP_MS = 3_000;
const KEPT_WORKSPACES = 10_000;

interface Listener {
  id: ObjectId;
  events: ReadonlySet<string>;
}

const listeners = () =>
  singleton('webhook-listeners', () =>
    keptBriefly(
      async (workspaceId): Promise<Listener[]> =>
        (await findListeners(workspaceId)).map(({ _id, events }) => ({ id: _id, events: new Set(events) })),
      { keepMs: KEEP_MS, atMost: KEPT_WORKSPACES },
    ),
  );

/** Called when the endpoints of a workspace have changed; other processes see it within seconds. */
export const forgetListeners = (workspaceId: string): void => listeners().forget(workspaceId);

/** Whether anybody is to be told of one of these events. Costs nothing worth measuring. */
export const isHeard = async (workspaceId: string, types: readonly WebhookEventType[]): Promise<boolean> =>
  (await listeners().get(workspaceId)).some(({ events }) => types.some((type) => events.has(type)));

/** Tells an event along with the change it is about; without listeners it does nothing. */
export type Tell = (event: WebhookEvent) => void;

/**
 * Makes a change and keeps the events it tells in one transaction: both or neither, wherever a process is killed. The
 * change gets the session to make all its writes with, and must be safe to run again when the database asks for it.
 * Where nobody listens to any of `types` it runs as it is, without a session.
 */
export async function changeAndTell<T>(
  workspaceId: string,
  types: readonly WebhookEventType[],
  change: (tell: Tell, session?: ClientSession) => Promise<T>,
): Promise<T> {
  if (!(await isHeard(workspaceId, types))) return change(() => undefined);
  const hearing = await listeners().get(workspaceId);
  let told: DeliveryDocument[] = [];
  const value = await withTransaction(async (session) => {
    const events: WebhookEvent[] = [];
    const result = await change((event) => void events.push(event), session);
    told = events.flatMap((event) => deliveriesOf(workspaceId, event, hearing));
    await insertDeliveries(told, session);
    return result;
  });
  await wake(workspaceId, new Set(told.map(({ endpointId }) => endpointId.toHexString())));
  return value;
}

function deliveriesOf(
  workspaceId: string,
  event: WebhookEvent,
  hearing: readonly Listener[],
): DeliveryDocument[] {
  const own = hearing.filter(({ events }) => events.has(event.type));
  if (own.length === 0) return [];
  const eventId = `evt_${new ObjectId().toHexString()}`;
  return own.map(({ id }) => newDelivery(workspaceId, id, eventId, event));
}

export function newDelivery(
  workspaceId: string,
  endpointId: ObjectId,
  eventId: string,
  { type, data }: { type: string; data: unknown },
): DeliveryDocument {
  const now = new Date();
  const schema = Object.entries(webhookEvents).find(([name]) => name === type)?.[1].data;
  return {
    _id: new ObjectId(),
    workspaceId: new ObjectId(workspaceId),
    endpointId,
    eventId,
    type,
    payload: { type, timestamp: now.toISOString(), data: schema ? schema.parse(data) : data },
    status: 'PENDING',
    attempts: { round: 1, tries: [] },
    nextAttemptAt: now,
    createdAt: now,
    finishedAt: null,
  };
}

/**
 * What was kept is sent soon; where Redis is away at this moment, the sweep finds it.
 * @param atOnce also to an endpoint that is left alone for a while because it did not answer
 */
export async function wake(
  workspaceId: string,
  endpointIds: Iterable<string>,
  { atOnce = false }: { atOnce?: boolean } = {},
): Promise<void> {
  const due = atOnce ? { due: Math.floor(Date.now() / 1_000) } : {};
  for (const endpointId of endpointIds)
    await enqueue(sendWebhooksJob, { workspaceId, endpointId, ...due }).catch((error: unknown) =>
      log().warn({ endpointId, err: error }, 'A webhook’s job could not be queued; the sweep will'),
    );
}
