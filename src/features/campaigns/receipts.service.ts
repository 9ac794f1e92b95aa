import { createHash } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { getEnv } from '../../env.ts';
import { gatherer } from '../../lib/gather.ts';
import { AppError } from '../../server/errors.ts';
import { enqueue } from '../../server/queue.ts';
import { applyReceiptsJob } from './receipts.jobs.ts';
import { type Receipt, receiptBatchSchema } from './receipts.schema.ts';
import { wasSeen } from './webhooks-seen.ts';

/** A request waits so long (ms) for others: many vendors send each receipt by itself, and a job for each is most of the work. */
const GATHER_MS = 10;
/** Receipts that go into one job. A request with more is a job of its own. */
const RECEIPTS_PER_JOB = 500;

interface Told {
  webhookId: string;
  receipts: Receipt[];
}

/** Resolves once the queue holds the receipts. */
const enqueueTogether = gatherer<Told>((requests) => enqueue(applyReceiptsJob, { requests: [...requests] }), {
  waitMs: GATHER_MS,
  atMost: RECEIPTS_PER_JOB,
  weigh: ({ receipts }) => receipts.length,
});

/**
 * Takes a vendor's receipts: signature, shape, then the queue. Nothing is applied here, so the answer is quick and a
 * restart loses nothing that was answered. A webhook id seen within the hour is taken and dropped.
 * @param body the request's bytes as they came: the signature is over them
 * @throws AppError UNAUTHENTICATED for a wrong or old signature, VALIDATION for a wrong shape
 */
export async function receiveReceipts(body: string, headers: Headers): Promise<{ accepted: number }> {
  const id = headers.get('webhook-id') ?? '';
  verifySignature(body, id, headers);
  const receipts = receiptBatchSchema.parse(parseJson(body));
  // Ids are the vendor's text; a job's id may hold no colon and should be short.
  const webhookId = createHash('sha256').update(id).digest('hex').slice(0, 32);
  if (!(await wasSeen(webhookId))) await enqueueTogether({ webhookId, receipts });
  return { accepted: receipts.length };
}

function verifySignature(body: string, id: string, headers: Headers): void {
  try {
    new Webhook(getEnv().webhookSecret).verify(
      body,
      {
        'webhook-id': id,
        'webhook-timestamp': headers.get('webhook-timestamp') ?? '',
        'webhook-signature': headers.get('webhook-signature') ?? '',
      },
      { jsonParse: false },
    );
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    throw new AppError(
      'UNAUTHENTICATED',
      `The receipt was not accepted: ${error.message}. Sign it as Standard Webhooks says, within five minutes.`,
    );
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AppError('VALIDATION', 'The body is not JSON.');
  }
}
