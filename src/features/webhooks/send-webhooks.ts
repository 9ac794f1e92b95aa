import { ObjectId } from 'mongodb';
import { writeAudit } from '../../server/audit.ts';
import { withLease } from '../../server/lease.ts';
import { log } from '../../server/log.ts';
import { enqueue } from '../../server/queue.ts';
import * as deliveries from './deliveries.repository.ts';
import { forgetListeners, wake } from './outbox.service.ts';
import { sendOnce } from './request.ts';
import { DISABLE_AFTER_MS, pauseWhileAway, retryDelayMs } from './retry-schedule.ts';
import { sendWebhooksJob } from './webhooks.jobs.ts';
import * as repository from './webhooks.repository.ts';

/** Events of one turn; then other endpoints have theirs. */
const EVENTS_PER_TURN = 40;
/** Requests under way to one endpoint. */
const CONCURRENT = 4;
/** How soon to look again at an endpoint another process is sending to. */
const BUSY_MS = 1_000;

interface Target {
  workspaceId: string;
  endpointId: string;
}

/**
 * Sends what is due to one endpoint, a turn of it. Killed anywhere, what was under way is due still and is sent again
 * under the same webhook-id. An endpoint that does not answer ends its turn: it keeps one place busy, not the queue.
 * @returns in how many milliseconds another turn should follow; null when nothing is due
 */
export async function sendWebhooks(target: Target, signal: AbortSignal): Promise<number | null> {
  const alone = await withLease(`webhooks.${target.endpointId}`, () => sendTurn(target, signal));
  return alone ? alone.value : BUSY_MS;
}

async function sendTurn({ workspaceId, endpointId }: Target, signal: AbortSignal): Promise<number | null> {
  const endpoint = await repository.findEndpoint(workspaceId, endpointId);
  if (!endpoint || endpoint.disabledAt) {
    await deliveries.failPending(new ObjectId(workspaceId), new ObjectId(endpointId));
    return null;
  }
  const due = await deliveries.findDue(endpoint.workspaceId, endpoint._id, EVENTS_PER_TURN);
  const waiting = due.values();
  let away = false;
  let ended = false;
  const worker = async () => {
    for (const delivery of waiting) {
      const outcome = await deliver(endpoint, delivery);
      away ||= outcome.away;
      ended ||= outcome.ended;
      if (away || ended || signal.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
  if (ended || due.length === 0) return null;
  if (away) return pauseWhileAway(Date.now() - (endpoint.failingSince ?? new Date()).getTime());
  return due.length === EVENTS_PER_TURN || signal.aborted ? 0 : null;
}

/** One try, and what follows from it. */
async function deliver(
  endpoint: repository.EndpointDocument,
  delivery: deliveries.DeliveryDocument,
): Promise<{ away: boolean; ended: boolean }> {
  const { round, tries } = delivery.attempts;
  const outcome = await sendOnce(endpoint, delivery);
  const { delivered, gone, away } = outcome;
  const now = new Date();
  const tried = tries.filter((one) => one.round === round).length + 1;
  const wait = delivered || gone ? null : retryDelayMs(tried, outcome.retryAfterMs);
  await deliveries.recordAttempt(
    delivery,
    { ...outcome.attempt, round },
    wait === null
      ? { status: delivered ? 'DELIVERED' : 'FAILED', nextAttemptAt: null, finishedAt: now }
      : { status: 'PENDING', nextAttemptAt: new Date(now.getTime() + wait), finishedAt: null },
  );
  await repository.noteOutcome(endpoint, delivered ? null : now);
  if (wait !== null) await comeBack(endpoint, now.getTime() + wait);
  if (delivered) return { away, ended: false };
  if (gone)
    return { away, ended: await disable(endpoint, 'It answered 410 (gone): it wants no more events.', {}) };
  const { failingSince } = endpoint;
  if (!failingSince || now.getTime() - failingSince.getTime() < DISABLE_AFTER_MS)
    return { away, ended: false };
  const since = failingSince.toISOString().slice(0, 10);
  const reason = `Nothing got through since ${since}. The last try: ${outcome.attempt.error}.`;
  // Unless something got through in this very moment.
  return { away, ended: await disable(endpoint, reason, { failingSince }) };
}

async function comeBack({ workspaceId, _id }: repository.EndpointDocument, atMs: number): Promise<void> {
  const payload = { workspaceId: workspaceId.toHexString(), endpointId: _id.toHexString() };
  const due = Math.ceil(atMs / 1_000);
  await enqueue(sendWebhooksJob, { ...payload, due }, { delayMs: due * 1_000 - Date.now() });
}

/**
 * Nothing more is sent there until somebody turns it on again; what waited counts as failed, and can be sent again then.
 * Who has changed the endpoint meanwhile may have mended it, so it stays on.
 */
async function disable(
  endpoint: repository.EndpointDocument,
  reason: string,
  when: { failingSince?: Date },
): Promise<boolean> {
  const workspaceId = endpoint.workspaceId.toHexString();
  const disabled = await repository.updateEndpoint(
    endpoint,
    { disabledAt: new Date(), disabledReason: reason },
    { ...when, disabledAt: null },
  );
  if (!disabled) return false;
  forgetListeners(workspaceId);
  await deliveries.failPending(endpoint.workspaceId, endpoint._id);
  await writeAudit({
    workspaceId,
    actor: 'system',
    action: 'webhooks.disable',
    targetId: endpoint._id.toHexString(),
    targetName: endpoint.url,
    after: { reason },
  });
  log().warn({ endpointId: endpoint._id.toHexString(), reason }, 'A webhook endpoint was disabled');
  return true;
}

/** Events that are due and that nobody sends: the process that was to is gone, or Redis forgot its job. */
const FORGOTTEN_MS = 10_000;

export async function sweepWebhooks(now = Date.now()): Promise<void> {
  for (const { workspaceId, endpointId } of await deliveries.findForgotten(new Date(now - FORGOTTEN_MS)))
    await wake(workspaceId.toHexString(), [endpointId.toHexString()]);
}
