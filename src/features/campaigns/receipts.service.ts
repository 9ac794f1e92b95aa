import { createHash, randomUUID } from 'node:crypto';
import { getEnv } from '../../env.ts';
import { gatherer } from '../../lib/gather.ts';
import { AppError } from '../../server/errors.ts';
import { parseJson } from '../../server/http.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { isSignedBy, type SignedHeaders } from '../../server/webhook-signature.ts';
import {
  findReceiptVendor,
  goodSecrets,
  type ReceiptVendor,
  renewReceiptVendor,
} from '../vendors/receipt-secrets.service.ts';
import { applyReceiptsJob } from './receipts.jobs.ts';
import { type Receipt, type ReceiptSpeaker, receiptBatchSchema } from './receipts.schema.ts';
import { noteRequest, type SeenRequest } from './webhooks-seen.ts';

/** A request waits so long (ms) for others: many vendors send each receipt by itself, and a job for each is most of the work. */
const GATHER_MS = 10;
/** Receipts that go into one job. A request with more is a job of its own. */
const RECEIPTS_PER_JOB = 500;

interface Told extends SeenRequest {
  speaker: ReceiptSpeaker;
  receipts: Receipt[];
}

/** Resolves once the queue holds the receipts. */
const enqueueTogether = gatherer<Told>((requests) => enqueue(applyReceiptsJob, { requests: [...requests] }), {
  waitMs: GATHER_MS,
  atMost: RECEIPTS_PER_JOB,
  weigh: ({ receipts }) => receipts.length,
});

/** A request with receipts, as it came. */
export interface ReceiptRequest {
  /** The very bytes: the signature is over them. */
  body: Buffer;
  headers: Headers;
  /** Whom the address names (`?vendor=`); null on the plain address. */
  vendorId: string | null;
  /** Who sent an API key instead of signing; null when nobody did. */
  caller: Caller | null;
}

/**
 * Takes a vendor's receipts: who speaks, the shape, then the queue. Nothing is applied here, so the answer is quick and a
 * restart loses nothing that was answered. A request that was applied within the hour is taken and dropped.
 * @throws AppError UNAUTHENTICATED for a wrong or old signature, FORBIDDEN for a key without the scope, VALIDATION for a
 *   wrong shape, CONFLICT for another body under a known webhook-id
 */
export async function receiveReceipts(request: ReceiptRequest): Promise<{ accepted: number }> {
  const speaker = await speakerOf(request);
  const receipts = receiptBatchSchema.parse(parseJson(request.body.toString('utf8')));
  const seen = {
    webhookId: idOf(speaker, request.headers.get('webhook-id') || randomUUID()),
    digest: createHash('sha256').update(request.body).digest('base64url').slice(0, 22),
  };
  const known = await noteRequest(seen);
  if (known === 'other')
    throw new AppError(
      'CONFLICT',
      'This webhook-id came with another body before. Repeat a request as it was, and give each new one an id of its own.',
    );
  if (known !== 'done') await enqueueTogether({ ...seen, speaker, receipts });
  return { accepted: receipts.length };
}

/** Ids are the vendor's text, and two vendors may use the same; a job's id may hold no colon and should be short. */
const idOf = (speaker: ReceiptSpeaker, id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([speaker?.workspaceId ?? null, speaker?.vendorId ?? null, id]))
    .digest('hex')
    .slice(0, 32);

async function speakerOf({ body, headers, vendorId, caller }: ReceiptRequest): Promise<ReceiptSpeaker> {
  if (caller) {
    requirePermission(caller, 'receipts:write');
    return { workspaceId: caller.workspaceId, vendorId: null };
  }
  const signed = {
    id: headers.get('webhook-id') ?? '',
    timestamp: headers.get('webhook-timestamp') ?? '',
    signatures: headers.get('webhook-signature') ?? '',
  };
  const vendor = vendorId === null ? null : await findReceiptVendor(vendorId);
  if (vendorId !== null && vendor && vendor.secrets !== null) {
    const now = await signingVendor(vendorId, vendor, signed, body);
    if (now) return { workspaceId: now.workspaceId, vendorId };
  } else if ((vendorId === null || vendor) && isSignedBy([getEnv().webhookSecret], signed, body)) return null;
  else if (vendorId !== null && vendor) {
    // Its first secret may be a moment old.
    const now = await renewReceiptVendor(vendorId);
    if (now && isSignedBy(goodSecrets(now), signed, body)) return { workspaceId: now.workspaceId, vendorId };
  }
  throw refused();
}

/** The vendor as it is when it signed this, also with a secret made a moment ago; null when it did not. */
async function signingVendor(
  vendorId: string,
  known: ReceiptVendor,
  signed: SignedHeaders,
  body: Buffer,
): Promise<ReceiptVendor | null> {
  if (isSignedBy(goodSecrets(known), signed, body)) return known;
  const renewed = await renewReceiptVendor(vendorId);
  return renewed && isSignedBy(goodSecrets(renewed), signed, body) ? renewed : null;
}

/** The same words whatever did not fit: they help who made a mistake, and tell nobody how near a guess was. */
const refused = (): AppError =>
  new AppError(
    'UNAUTHENTICATED',
    'The receipts were not accepted. Sign the very bytes you send, as Standard Webhooks says (webhook-id, webhook-timestamp, webhook-signature), with the secret that belongs to this address, within five minutes of sending. Or send an API key with the scope receipts:write.',
  );
