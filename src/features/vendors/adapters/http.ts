import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { OutboundError } from '../../../server/outbound.ts';
import { postOutbound } from '../../../server/outbound-request.ts';
import type { HttpSecrets, HttpSettings } from '../vendor-settings.schema.ts';
import type { VendorAnswer, VendorMessage } from '../vendors.schema.ts';
import { askInTurn, keyOf, rejectAll, type VendorAdapter } from './adapter.ts';
import { readAnswer } from './http-answers.ts';
import { compileBody, placeAt } from './json-mapping.ts';
import { requestsOf } from './requests.ts';

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 4 * 1_048_576;
/** Requests under way at once per batch of the engine. */
const CONCURRENT_SINGLE = 20;
const CONCURRENT_BATCHES = 4;

/**
 * Speaks to a vendor's own HTTP API as its settings describe it.
 * @param unsubscribeUrl the one-click address of a message, by its id
 */
export function httpAdapter(
  settings: HttpSettings,
  secrets: HttpSecrets,
  unsubscribeUrl: (messageId: string) => string,
  timeoutMs = REQUEST_TIMEOUT_MS,
): VendorAdapter {
  const url = new URL(settings.url);
  const bodyOf = compileBody(settings.template);
  const many = settings.mode === 'BATCH';
  const item = (message: VendorMessage) =>
    bodyOf({
      to: message.to,
      subject: message.subject,
      body: message.body,
      messageId: message.messageId,
      callbackUrl: message.callbackUrl,
      unsubscribeUrl: unsubscribeUrl(message.messageId),
    });

  async function ask(messages: readonly VendorMessage[]): Promise<VendorAnswer[]> {
    const items = messages.map(item);
    const body = JSON.stringify(many ? placeAt(settings.itemsPath, items) : items[0]);
    try {
      const answer = await postOutbound(url, {
        headers: headersOf(settings, secrets, requestKey(messages), body),
        body,
        timeoutMs,
        maxBytes: MAX_ANSWER_BYTES,
      });
      return readAnswer(settings, messages, answer);
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      return rejectUnanswered(messages, error);
    }
  }

  return {
    send: (batch) =>
      askInTurn(
        requestsOf(batch, many ? settings.batchSize : 1),
        many ? CONCURRENT_BATCHES : CONCURRENT_SINGLE,
        ask,
      ),
  };
}

/** One message's own key; of several, what follows from all of theirs, so that the same request has the same key. */
function requestKey(messages: readonly VendorMessage[]): string {
  const [first] = messages;
  if (messages.length === 1 && first) return keyOf(first);
  return `batch-${createHash('sha256').update(messages.map(keyOf).join('\n')).digest('hex').slice(0, 32)}`;
}

/** Ours last: no setting overrides what makes the request safe to repeat or its signature. */
function headersOf(
  { headers }: HttpSettings,
  secrets: HttpSecrets,
  key: string,
  body: string,
): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'NexusFlow',
    ...headers,
    ...secrets.headers,
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(secrets.signingSecret ? signed(secrets.signingSecret, key, body) : {}),
  };
}

/** As Standard Webhooks signs a request: over id, time and body. */
function signed(secret: string, id: string, body: string): Record<string, string> {
  const now = new Date();
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
}

function rejectUnanswered(messages: readonly VendorMessage[], { reason, message }: OutboundError) {
  if (reason === 'FORBIDDEN_ADDRESS')
    return rejectAll(messages, `The vendor was not asked: ${message}`, false, { outage: true });
  if (reason === 'TOO_LARGE') return rejectAll(messages, 'The vendor’s answer was too long to be read', true);
  const words =
    reason === 'TIMEOUT'
      ? 'The vendor did not answer in time'
      : `The vendor could not be reached: ${message}`;
  return rejectAll(messages, words, true, { outage: true });
}
