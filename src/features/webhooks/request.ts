import { Webhook } from 'standardwebhooks';
import { OutboundError } from '../../server/outbound.ts';
import { postOutbound } from '../../server/outbound-request.ts';
import { readRetryAfter } from '../../server/retry-after.ts';
import { stillGood } from '../../server/rotating-secrets.ts';
import type { DeliveryDocument } from './deliveries.repository.ts';
import { type EndpointDocument, secretsOf } from './webhooks.repository.ts';
import type { Attempt } from './webhooks.schema.ts';

const TIMEOUT_MS = 15_000;
/** More of an answer than this is not read. */
const MAX_ANSWER_BYTES = 65_536;
/** What of it is kept. */
const SHOWN_CHARS = 1_000;
/** A system that asks for more patience than this is asked again after it. */
const MAX_RETRY_AFTER_MS = 8 * 3_600_000;
/** “Gone”: do not ask here again. */
const GONE = 410;

export interface Outcome {
  attempt: Omit<Attempt, 'round'>;
  delivered: boolean;
  /** The other system wants nothing any more. */
  gone: boolean;
  /** It did not answer, or said it was busy or broken: asking for more would tell nothing else. */
  away: boolean;
  retryAfterMs: number | undefined;
}

/** Sends one event once, signed with every secret that is good now. Redirects are not followed. Never throws for what the other side did. */
export async function sendOnce(
  endpoint: EndpointDocument,
  { eventId, payload }: Pick<DeliveryDocument, 'eventId' | 'payload'>,
  timeoutMs = TIMEOUT_MS,
): Promise<Outcome> {
  const at = new Date();
  const began = performance.now();
  const failed = (error: string, rest: Partial<Outcome> = {}, answer = '', status: number | null = null) => ({
    attempt: { at, status, ms: Math.round(performance.now() - began), answer, error },
    delivered: false,
    gone: false,
    away: false,
    retryAfterMs: undefined,
    ...rest,
  });
  const secrets = stillGood(secretsOf(endpoint), at);
  if (secrets.length === 0)
    return failed('Its secret cannot be read, because the encryption key changed. Make a new one', {
      away: true,
    });
  const body = JSON.stringify(payload);
  try {
    const answer = await postOutbound(new URL(endpoint.url), {
      headers: {
        'content-type': 'application/json',
        'user-agent': 'NexusFlow-Webhooks',
        'webhook-id': eventId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': secrets
          .map(({ secret }) => new Webhook(secret).sign(eventId, at, body))
          .join(' '),
      },
      body,
      timeoutMs,
      maxBytes: MAX_ANSWER_BYTES,
    });
    const { status } = answer;
    const shown = answer.body.slice(0, SHOWN_CHARS);
    if (status >= 200 && status < 300)
      return {
        attempt: { at, status, ms: Math.round(performance.now() - began), answer: shown, error: null },
        delivered: true,
        gone: false,
        away: false,
        retryAfterMs: undefined,
      };
    const retryAfterMs = readRetryAfter(answer.headers['retry-after'], MAX_RETRY_AFTER_MS);
    const rest = { gone: status === GONE, away: status === 429 || status >= 500, retryAfterMs };
    return failed(wordsFor(status), rest, shown, status);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    // Its answer began; how it went on is no reason to leave it alone.
    return failed(`${error.message}`, { away: error.reason !== 'TOO_LARGE' });
  }
}

function wordsFor(status: number): string {
  if (status >= 300 && status < 400)
    return `It answered ${status} and points elsewhere; redirects are not followed`;
  if (status === GONE) return 'It answered 410: it wants no more events';
  return `It answered ${status}`;
}
