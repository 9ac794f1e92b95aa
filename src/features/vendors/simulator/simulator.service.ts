import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { getEnv } from '../../../env.ts';
import { AppError } from '../../../server/errors.ts';
import { enqueue } from '../../../server/queue.ts';
import type { Receipt } from '../../campaigns/receipts.schema.ts';
import type { SimulatorSettings, VendorAnswer, VendorMessage } from '../vendors.schema.ts';
import { simulatorReceiptsJob } from './simulator.jobs.ts';
import { claimKey, recordAccepted } from './simulator.repository.ts';

const CALLBACK_TIMEOUT_MS = 15_000;

/**
 * Accepts messages as a vendor would: answers at once, sends signed receipts later. A message it knows gets its first
 * answer again and no second delivery.
 * @throws AppError VALIDATION when a callback address is not on the allow-list
 */
export async function acceptMessages(
  messages: readonly VendorMessage[],
  settings: SimulatorSettings,
): Promise<VendorAnswer[]> {
  for (const url of new Set(messages.map((m) => m.callbackUrl))) requireAllowedCallback(url);
  const refused = new Set(
    messages.filter(() => Math.random() < settings.transientRate).map((m) => m.messageId),
  );
  const candidates = messages
    .filter((m) => !refused.has(m.messageId))
    .map((message) => ({ message, messageId: message.messageId, vendorMessageId: `sim_${randomUUID()}` }));
  const known = await recordAccepted(candidates);

  const fresh = candidates.filter((_, i) => known[i] === null);
  await scheduleReceipts(fresh, settings);

  const idOf = new Map(candidates.map((c, i) => [c.messageId, known[i] ?? c.vendorMessageId]));
  return messages.map(({ messageId }): VendorAnswer => {
    const vendorMessageId = idOf.get(messageId);
    return vendorMessageId
      ? { messageId, status: 'ACCEPTED', vendorMessageId }
      : { messageId, status: 'REJECTED', reason: 'The vendor is busy (simulated)', retryable: true };
  });
}

/**
 * One message under an Idempotency-Key (its own id when none is given).
 * @throws AppError UNPROCESSABLE when the key came with another message before
 */
export async function acceptOnce(
  message: VendorMessage,
  settings: SimulatorSettings,
  idempotencyKey: string | null,
): Promise<VendorAnswer> {
  if (idempotencyKey && (await claimKey(idempotencyKey, message.messageId)) !== message.messageId) {
    throw new AppError('UNPROCESSABLE', 'This Idempotency-Key was used for another message. Use a new key.');
  }
  const [answer] = await acceptMessages([message], settings);
  if (!answer) throw new Error('One message has one answer');
  return answer;
}

interface Accepted {
  message: VendorMessage;
  messageId: string;
  vendorMessageId: string;
}

/** One job per callback address and wave: the final receipts, then those that come twice or out of order. */
async function scheduleReceipts(accepted: readonly Accepted[], settings: SimulatorSettings): Promise<void> {
  const timestamp = new Date().toISOString();
  for (const [callbackUrl, group] of Map.groupBy(accepted, (a) => a.message.callbackUrl)) {
    const base = group.map(({ messageId, vendorMessageId }) => ({ messageId, vendorMessageId, timestamp }));
    const final = base.map((b): Receipt => ({ ...b, ...drawOutcome(settings) }));
    const late = base
      .filter(() => Math.random() < settings.reorderRate)
      .map((b): Receipt => ({ ...b, status: 'SENT' }));
    const again = final.filter(() => Math.random() < settings.duplicateRate);
    const send = (receipts: Receipt[], delayMs: number) =>
      receipts.length > 0
        ? enqueue(
            simulatorReceiptsJob,
            { callbackUrl, webhookId: `msg_${randomUUID()}`, receipts },
            { delayMs },
          )
        : undefined;
    await Promise.all([send(final, settings.delayMs), send([...late, ...again], settings.delayMs + 100)]);
  }
}

function drawOutcome({ deliveryRate, bounceRate }: SimulatorSettings): Pick<Receipt, 'status' | 'reason'> {
  const draw = Math.random();
  if (draw < deliveryRate) return { status: 'DELIVERED' };
  if (draw < deliveryRate + bounceRate)
    return { status: 'BOUNCED', reason: 'Mailbox does not exist (simulated)' };
  return { status: 'FAILED', reason: 'Refused by the carrier (simulated)' };
}

/** Posts one signed batch of receipts. @throws AppError UNAVAILABLE when the callback does not take it, so that the job tries again */
export async function postReceipts(
  callbackUrl: string,
  webhookId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  requireAllowedCallback(callbackUrl);
  const body = JSON.stringify(receipts);
  const now = new Date();
  const response = await fetch(callbackUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': webhookId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(getEnv().webhookSecret).sign(webhookId, now, body),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new AppError('UNAVAILABLE', `The callback answered ${response.status}`);
}

/** The simulator calls back the application itself and hosts named in VENDOR_CALLBACK_HOSTS, nobody else: no request forgery. */
function requireAllowedCallback(callbackUrl: string): void {
  const { host, hostname, protocol } = new URL(callbackUrl);
  const { appUrl, internalUrl, callbackUrl: own, callbackHosts } = getEnv();
  const ownHosts = [appUrl, internalUrl, own].map((url) => new URL(url).host);
  const allowed =
    /^https?:$/.test(protocol) &&
    (ownHosts.includes(host) || callbackHosts.includes(host) || callbackHosts.includes(hostname));
  if (allowed) return;
  throw new AppError('VALIDATION', 'The simulator may not call this address back.', {
    errors: [
      {
        path: 'callbackUrl',
        message: `${host} is not on the allow-list (set VENDOR_CALLBACK_HOSTS to add it).`,
      },
    ],
  });
}
