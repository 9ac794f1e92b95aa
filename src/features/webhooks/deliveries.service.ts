import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import * as repository from './deliveries.repository.ts';
import { newDelivery, wake } from './outbox.service.ts';
import { sendOnce } from './request.ts';
import { TEST_EVENT } from './webhook-events.schema.ts';
import { type EndpointDocument, noteOutcome } from './webhooks.repository.ts';
import type { DeliveryRow, ListDeliveriesInput, WebhookDelivery } from './webhooks.schema.ts';
import { requireEndpoint } from './webhooks.service.ts';

/** An endpoint's log, newest first, kept for a month. */
export async function listDeliveries(
  caller: Caller,
  { id, status, type, limit, cursor }: ListDeliveriesInput,
): Promise<{ items: DeliveryRow[]; nextCursor: string | null }> {
  requirePermission(caller, 'webhooks:read');
  const { _id } = await requireEndpoint(caller, id);
  const rows = await repository.listDeliveries(
    caller.workspaceId,
    _id,
    { status, type },
    { limit: limit + 1, after: cursor },
  );
  const items = rows.slice(0, limit).map(repository.toDeliveryRow);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One delivery with what was sent. @throws AppError NOT_FOUND */
export async function getDelivery(caller: Caller, id: string): Promise<WebhookDelivery> {
  requirePermission(caller, 'webhooks:read');
  return repository.toDelivery(await requireDelivery(caller, id));
}

/** Sends one event again, under its webhook-id. @throws AppError CONFLICT while it is being sent, or to a disabled endpoint */
export async function redeliver(caller: Caller, id: string): Promise<WebhookDelivery> {
  requirePermission(caller, 'webhooks:write');
  const delivery = await requireDelivery(caller, id);
  const endpoint = await requireEnabled(caller, delivery.endpointId.toHexString());
  if ((await repository.beginAgain(caller.workspaceId, endpoint._id, { _id: delivery._id })) === 0)
    throw new AppError('CONFLICT', 'This event is being sent already; its next try is in the log.');
  await wake(caller.workspaceId, [endpoint._id.toHexString()], { atOnce: true });
  noteChange({
    targetId: endpoint._id.toHexString(),
    targetName: endpoint.url,
    after: { event: delivery.eventId },
  });
  return repository.toDelivery(await requireDelivery(caller, id));
}

/** Sends all that failed again, or what failed since then. */
export async function redeliverFailed(
  caller: Caller,
  { id, since }: { id: string; since?: Date | undefined },
): Promise<{ redelivered: number }> {
  requirePermission(caller, 'webhooks:write');
  const endpoint = await requireEnabled(caller, id);
  const redelivered = await repository.beginAgain(caller.workspaceId, endpoint._id, {
    status: 'FAILED',
    type: { $ne: TEST_EVENT },
    ...(since ? { createdAt: { $gte: since } } : {}),
  });
  if (redelivered > 0) await wake(caller.workspaceId, [id], { atOnce: true });
  noteChange({ targetId: id, targetName: endpoint.url, after: { redelivered } });
  return { redelivered };
}

/** Sends a test event at once and says what came of it. It stands in the log, and is not tried again. */
export async function testEndpoint(
  caller: Caller,
  id: string,
): Promise<{ status: number | null; ms: number; answer: string; error: string | null }> {
  requirePermission(caller, 'webhooks:write');
  const endpoint = await requireEndpoint(caller, id);
  const delivery = newDelivery(caller.workspaceId, endpoint._id, `evt_${new ObjectId().toHexString()}`, {
    type: TEST_EVENT,
    data: { message: 'This shows that NexusFlow can tell this address of events. There is nothing to do.' },
  });
  const { attempt, delivered } = await sendOnce(endpoint, delivery);
  await repository.insertDeliveries([
    {
      ...delivery,
      status: delivered ? 'DELIVERED' : 'FAILED',
      attempts: { round: 1, tries: [{ ...attempt, round: 1 }] },
      nextAttemptAt: null,
      finishedAt: new Date(),
    },
  ]);
  // It is back; nothing is said of it where a test fails, which may be sent to try a mistake.
  if (delivered) await noteOutcome(endpoint, null);
  const { status, ms, answer, error } = attempt;
  noteChange({ targetId: id, targetName: endpoint.url, after: { status, error } });
  return { status, ms, answer, error };
}

async function requireDelivery(caller: Caller, id: string): Promise<repository.DeliveryDocument> {
  const row = await repository.findDelivery(caller.workspaceId, id);
  if (!row) throw new AppError('NOT_FOUND', 'There is no delivery with this id; they are kept for a month.');
  return row;
}

async function requireEnabled(caller: Caller, id: string): Promise<EndpointDocument> {
  const endpoint = await requireEndpoint(caller, id);
  if (endpoint.disabledAt) throw new AppError('CONFLICT', 'This endpoint is off. Turn it on first.');
  return endpoint;
}
