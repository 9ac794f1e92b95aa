import type { OutboundAnswer } from '../../../server/outbound-request.ts';
import { readRetryAfter } from '../../../server/retry-after.ts';
import type { HttpSettings } from '../vendor-settings.schema.ts';
import type { VendorAnswer, VendorMessage } from '../vendors.schema.ts';
import { keyOf, rejectAll } from './adapter.ts';
import { textAt, valueAt } from './json-mapping.ts';

/** What the vendor's answer says of each message. */
export function readAnswer(
  settings: HttpSettings,
  messages: readonly VendorMessage[],
  answer: OutboundAnswer,
): VendorAnswer[] {
  const document = parse(answer.body);
  if (answer.status < 200 || answer.status > 299) return refusal(settings, messages, answer, document);
  const [first] = messages;
  if (settings.mode === 'SINGLE') return first ? [readItem(settings, first, document)] : [];
  // One word for all of them: no id in it can belong to a single message.
  if (settings.resultsPath === null) return messages.map(accepted);
  return readResults(settings, messages, valueAt(document, settings.resultsPath));
}

/** Passing: too many requests, too early, timed out, still at work on the same key, and every fault of the vendor's. */
const PASSING = [408, 409, 423, 425, 429];
/** Passing, and true of the vendor as a whole: asking for the next message would tell nothing else. */
const OUTAGE = [429, 502, 503, 504];

function refusal(
  settings: HttpSettings,
  messages: readonly VendorMessage[],
  { status, headers, body }: OutboundAnswer,
  document: unknown,
): VendorAnswer[] {
  if (status < 400)
    return rejectAll(
      messages,
      `The vendor answered ${status} and points to another address; set that one`,
      false,
    );
  const why = reasonIn(settings, document, headers['content-type'], body);
  const reason = `The vendor answered ${status}${why ? `: ${why}` : ''}`;
  if (status < 500 && !PASSING.includes(status)) return rejectAll(messages, reason, false);
  const retryAfterMs = readRetryAfter(headers['retry-after'], MAX_RETRY_AFTER_MS);
  return rejectAll(messages, reason, true, {
    ...(OUTAGE.includes(status) ? { outage: true } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function readResults(
  settings: HttpSettings,
  messages: readonly VendorMessage[],
  results: unknown,
): VendorAnswer[] {
  if (!Array.isArray(results)) return rejectAll(messages, 'The vendor’s answer could not be read', true);
  if (settings.messageIdPath === '') {
    // By position, which means nothing once some are left out.
    if (results.length !== messages.length)
      return rejectAll(messages, 'The vendor’s answer left some messages out', true);
    return messages.map((message, i) => readItem(settings, message, results[i]));
  }
  const resultOf = new Map(results.map((result) => [textAt(result, settings.messageIdPath), result]));
  // A message the answer leaves out gets no answer here either; the engine asks for it again.
  return messages.flatMap((message) =>
    resultOf.has(message.messageId) ? [readItem(settings, message, resultOf.get(message.messageId))] : [],
  );
}

function readItem(settings: HttpSettings, message: VendorMessage, result: unknown): VendorAnswer {
  const error = settings.errorPath === '' ? undefined : errorText(valueAt(result, settings.errorPath));
  if (error !== undefined) {
    const retryable = settings.retryablePath !== '' && valueAt(result, settings.retryablePath) === true;
    return { messageId: message.messageId, status: 'REJECTED', reason: shorten(error), retryable };
  }
  const vendorMessageId = settings.idPath === '' ? undefined : textAt(result, settings.idPath);
  return { ...accepted(message), ...(vendorMessageId ? { vendorMessageId } : {}) };
}

/** Taken, under the key it was asked for with: the vendor names no id of its own. */
const accepted = (message: VendorMessage) =>
  ({ messageId: message.messageId, status: 'ACCEPTED', vendorMessageId: keyOf(message) }) as const;

/** What stands where errors stand; nothing, false and emptiness are no error. */
function errorText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length === 0) return undefined;
  return textAt(value, 'message') ?? textAt(value, 'detail') ?? JSON.stringify(value);
}

/** Where APIs put the reason, from the exact to the general. */
const REASON_PATHS = ['detail', 'error.message', 'errors.0.message', 'message', 'error', 'title'];
const MAX_REASON = 300;

function reasonIn(
  settings: HttpSettings,
  document: unknown,
  contentType: string | undefined,
  body: string,
): string | undefined {
  const own = settings.errorPath === '' ? undefined : errorText(valueAt(document, settings.errorPath));
  const found = own ?? REASON_PATHS.map((path) => textAt(document, path)).find((text) => text !== undefined);
  const plain = contentType?.startsWith('text/plain') ? body.trim() : undefined;
  const reason = found ?? plain;
  return reason ? shorten(reason) : undefined;
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_REASON ? `${line.slice(0, MAX_REASON)}…` : line;
};

/** The longest wait that is believed; a vendor that names a later time is asked again after this one. */
const MAX_RETRY_AFTER_MS = 3_600_000;

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
