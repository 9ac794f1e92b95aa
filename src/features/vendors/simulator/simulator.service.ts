import { createHash, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { getEnv } from '../../../env.ts';
import { AppError } from '../../../server/errors.ts';
import { enqueue } from '../../../server/queue.ts';
import { RECEIPT_BATCH_LIMIT, type Receipt } from '../../campaigns/receipts.schema.ts';
import type { SimulatorSettings, VendorAnswer, VendorMessage } from '../vendors.schema.ts';
import { simulatorReceiptsJob } from './simulator.jobs.ts';
import { claimKey, findAccepted, recordAccepted } from './simulator.repository.ts';

const CALLBACK_TIMEOUT_MS = 15_000;
/** How long after the final receipts those that come twice or out of order follow. */
const LATE_MS = 100;

/**
 * Accepts messages as a vendor would: answers at once, sends signed receipts later. A message whose key it knows gets its
 * first answer again and no second delivery. All it says of a message follows from the key, and the receipts are queued
 * before the key is recorded: killed in between, it does the same once more, which changes nothing for the caller.
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
  const candidates = new Map(
    messages.filter((m) => !refused.has(m.messageId)).map((message) => [keyOf(message), accept(message)]),
  );
  const known = await findAccepted([...candidates.keys()]);
  const fresh = [...candidates.values()].filter((_, i) => !known[i]);
  await scheduleReceipts(fresh, settings);
  await recordAccepted(fresh);

  return messages.map((message): VendorAnswer => {
    const { messageId } = message;
    const accepted = candidates.get(keyOf(message));
    return accepted
      ? { messageId, status: 'ACCEPTED', vendorMessageId: accepted.vendorMessageId }
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
  if (idempotencyKey !== null) {
    const request = createHash('sha256').update(JSON.stringify(message)).digest('hex');
    if ((await claimKey(idempotencyKey, request)) !== request)
      throw new AppError(
        'UNPROCESSABLE',
        'This Idempotency-Key was used for another message. Use a new key.',
      );
  }
  const keyed = idempotencyKey === null ? message : { ...message, idempotencyKey };
  const [answer] = await acceptMessages([keyed], settings);
  if (!answer) throw new Error('One message has one answer');
  return answer;
}

interface Accepted {
  message: VendorMessage;
  key: string;
  vendorMessageId: string;
}

const keyOf = (message: VendorMessage): string => message.idempotencyKey ?? message.messageId;

function accept(message: VendorMessage): Accepted {
  const key = keyOf(message);
  return { message, key, vendorMessageId: `sim_${digest(`id:${key}`).toString('hex', 0, 16)}` };
}

/** One job per callback address and wave: the final receipts, then those that come twice or out of order. */
async function scheduleReceipts(accepted: readonly Accepted[], settings: SimulatorSettings): Promise<void> {
  const timestamp = new Date().toISOString();
  for (const [callbackUrl, group] of Map.groupBy(accepted, (a) => a.message.callbackUrl)) {
    const final = group.map((a): Receipt => ({ ...receiptOf(a, timestamp), ...outcomeOf(a.key, settings) }));
    const late = group
      .filter(() => Math.random() < settings.reorderRate)
      .map((a): Receipt => ({ ...receiptOf(a, timestamp), status: 'SENT' }));
    const again = final.filter(() => Math.random() < settings.duplicateRate);
    await sendLater(callbackUrl, final, settings.delayMs);
    await sendLater(callbackUrl, [...late, ...again], settings.delayMs + LATE_MS);
  }
}

const receiptOf = ({ message, vendorMessageId }: Accepted, timestamp: string) => ({
  messageId: message.messageId,
  vendorMessageId,
  timestamp,
});

async function sendLater(callbackUrl: string, receipts: readonly Receipt[], delayMs: number): Promise<void> {
  for (let i = 0; i < receipts.length; i += RECEIPT_BATCH_LIMIT) {
    const some = receipts.slice(i, i + RECEIPT_BATCH_LIMIT);
    await enqueue(
      simulatorReceiptsJob,
      { callbackUrl, webhookId: `msg_${randomUUID()}`, receipts: some },
      { delayMs },
    );
  }
}

/** How a message ends: evenly spread over all keys, and always the same for one. */
function outcomeOf(
  key: string,
  { deliveryRate, bounceRate }: SimulatorSettings,
): Pick<Receipt, 'status' | 'reason'> {
  const draw = digest(`outcome:${key}`).readUInt32BE() / 2 ** 32;
  if (draw < deliveryRate) return { status: 'DELIVERED' };
  if (draw < deliveryRate + bounceRate)
    return { status: 'BOUNCED', reason: 'Mailbox does not exist (simulated)' };
  return { status: 'FAILED', reason: 'Refused by the carrier (simulated)' };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Posts one signed batch of receipts. @throws AppError UNAVAILABLE when the callback does not take it, so that the job tries again */
export async function postReceipts(
  callbackUrl: string,
  webhookId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  requireAllowedCallback(callbackUrl);
  const body = JSON.stringify(receipts);
  const now = new Date();
  const response = await fetch(fromInside(callbackUrl), {
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

/** Our own public address, but by the inner way: a server often cannot reach itself by the name that others know it by. */
function fromInside(callbackUrl: string): string {
  const { appUrl, internalUrl } = getEnv();
  const { origin, pathname, search } = new URL(callbackUrl);
  return origin === new URL(appUrl).origin ? `${internalUrl}${pathname}${search}` : callbackUrl;
}

/** The simulator calls back the application itself and hosts named in VENDOR_CALLBACK_HOSTS, nobody else: no request forgery. */
function requireAllowedCallback(callbackUrl: string): void {
  const { host, hostname, protocol, username, password } = new URL(callbackUrl);
  const { appUrl, internalUrl, callbackUrl: own, callbackHosts } = getEnv();
  const ownHosts = [appUrl, internalUrl, own].map((url) => new URL(url).host);
  const refuse = (message: string) =>
    new AppError('VALIDATION', `The simulator may not call this address back: ${message}`, {
      errors: [{ path: 'callbackUrl', message }],
    });
  if (!/^https?:$/.test(protocol)) throw refuse('it must begin with http:// or https://.');
  if (username || password) throw refuse('it may hold no user name or password.');
  if (ownHosts.includes(host) || callbackHosts.includes(host) || callbackHosts.includes(hostname)) return;
  throw refuse(`${host} is not on the allow-list (set VENDOR_CALLBACK_HOSTS to add it).`);
}
