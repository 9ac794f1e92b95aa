import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Standard Webhooks' check of a request that somebody else signed, over the bytes as they came: the library takes text,
 * and bytes that are no UTF-8 would be others by then. It is on the way of every receipt, so it uses Node's own HMAC.
 */

/** How far a request's time may be from ours, in either direction. */
export const TOLERANCE_SECONDS = 5 * 60;
const MAX_ID = 256;
/** A sender that changes its secret signs with two or three; more only cost time. */
const MAX_SIGNATURES = 10;

export interface SignedHeaders {
  id: string;
  timestamp: string;
  signatures: string;
}

/**
 * Whether one of the signatures was made with one of the secrets, for this id, time and body, within the tolerance.
 * @param secrets as they are given to people: `whsec_` and base64
 * @param now milliseconds since 1970
 */
export function isSignedBy(
  secrets: readonly string[],
  { id, timestamp, signatures }: SignedHeaders,
  body: Uint8Array,
  now = Date.now(),
): boolean {
  if (id === '' || id.length > MAX_ID || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Math.floor(now / 1_000) - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const given = signatures
    .split(' ')
    .slice(0, MAX_SIGNATURES)
    .flatMap((text) => (text.startsWith('v1,') ? [Buffer.from(text.slice(3), 'base64')] : []));
  // All are compared, whichever fits: how long it takes tells nothing.
  let signed = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();
    for (const signature of given)
      if (signature.length === expected.length && timingSafeEqual(signature, expected)) signed = true;
  }
  return signed;
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
