import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import { withLease } from '../../../server/lease.ts';
import { enqueue } from '../../../server/queue.ts';
import { findCustomersByIds } from '../../customers/customers.service.ts';
import { findSuppressed } from '../../suppressions/suppressions.service.ts';
import type { VendorAnswer, VendorMessage } from '../../vendors/vendors.schema.ts';
import { adapterFor, resolveVendor } from '../../vendors/vendors.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { deliverJob } from '../campaigns.jobs.ts';
import { type CampaignDocument, findCampaign, templateOf } from '../campaigns.repository.ts';
import {
  cancelUnsent,
  claim,
  type DeadLetterInput,
  findBatchToSend,
  type MessageDocument,
  markDead,
  markFailed,
  markSent,
  markSkipped,
} from '../messages.repository.ts';
import { type CampaignContext, decideOutcome, type Outcome } from '../recipients.ts';
import { type CompiledTemplate, compileTemplate } from '../template.ts';
import { touchProgress } from './progress.ts';

/** The waits before the second, third and fourth try; after that a message is a dead letter. */
export const RETRY_DELAYS_MS = [2_000, 4_000, 8_000] as const;
const MAX_ATTEMPTS = RETRY_DELAYS_MS.length + 1;
/** How soon to look again at a batch another process is sending. */
const BUSY_DELAY_MS = 2_000;

interface DeliverPayload {
  workspaceId: string;
  campaignId: string;
  epoch: number;
  batch: number;
}

/**
 * Sends what is due of one batch and sees to it that a job follows for what is not. All it needs to know stands in the
 * ledger, so it may be run at any time, any number of times: rows already sent are not its business, and a row that was
 * being sent when a process died is sent again under the same idempotency key, its message id.
 */
export async function deliverBatch(payload: DeliverPayload): Promise<void> {
  const alone = await withLease(`deliver-${payload.campaignId}-${payload.batch}`, () =>
    deliverAlone(payload),
  );
  if (!alone) await enqueue(deliverJob, payload, { delayMs: BUSY_DELAY_MS });
}

async function deliverAlone(payload: DeliverPayload): Promise<void> {
  const workspaceId = new ObjectId(payload.workspaceId);
  const campaignId = new ObjectId(payload.campaignId);
  const campaign = await findCampaign(workspaceId, campaignId);
  if (campaign?.status === 'CANCELLED') return endCancelledBatch(campaign, payload.batch);
  const mine =
    campaign?.epoch === payload.epoch && (campaign.status === 'SENDING' || campaign.status === 'PREPARING');
  if (!mine) return;

  const rows = await findBatchToSend(workspaceId, campaignId, payload.batch);
  const now = Date.now();
  const due = rows.filter((row) => dueAt(row) <= now);
  const attempted = due.length > 0 ? await sendRows(campaign, due) : [];

  const later = rows.filter((row) => dueAt(row) > now).map((row) => dueAt(row) - now);
  const delays = new Set([...later.map((ms) => Math.ceil(ms / 500) * 500), ...attempted]);
  await Promise.all([...delays].map((delayMs) => enqueue(deliverJob, payload, { delayMs })));
  touchProgress(payload.workspaceId, payload.campaignId);
}

/** What is left of a batch whose campaign was cancelled. A row SENDING now lost its process: nobody knows what the vendor did. */
async function endCancelledBatch(campaign: CampaignDocument, batch: number): Promise<void> {
  await cancelUnsent(campaign.workspaceId, campaign._id);
  const rows = await findBatchToSend(campaign.workspaceId, campaign._id, batch);
  const reason =
    'The sending process died and the campaign was cancelled before the vendor’s answer was known';
  await markDead(rows.map((row) => ({ message: row, reason, payload: { to: row.to } })));
  touchProgress(campaign.workspaceId.toHexString(), campaign._id.toHexString());
}

/** When a row may be sent: a failed one after its wait, any other now. */
function dueAt(row: MessageDocument): number {
  if (row.status !== 'FAILED') return 0;
  return row.updatedAt.getTime() + (RETRY_DELAYS_MS[row.attempts - 1] ?? 0);
}

/** Sends the rows and writes what became of each. Returns the waits after which failed ones are due again. */
async function sendRows(campaign: CampaignDocument, rows: MessageDocument[]): Promise<number[]> {
  const { workspaceId } = campaign;
  const outcomes = await decideOutcomes(campaign, rows);
  await markSkipped(
    workspaceId,
    rows.flatMap((row) => {
      const outcome = outcomes.get(row._id.toHexString());
      return outcome && !outcome.send
        ? [{ id: row._id, reason: outcome.reason, detail: outcome.detail }]
        : [];
    }),
  );

  const toSend = rows.filter((row) => outcomes.get(row._id.toHexString())?.send);
  const claimed = await claimRows(workspaceId, toSend);
  const vendorMessages = claimed.flatMap((row): VendorMessage[] => {
    const outcome = outcomes.get(row._id.toHexString());
    if (!outcome?.send) return [];
    const { to, subject, body } = outcome;
    return [
      {
        messageId: row._id.toHexString(),
        to,
        ...(subject ? { subject } : {}),
        body,
        callbackUrl: getEnv().callbackUrl,
      },
    ];
  });
  if (vendorMessages.length === 0) return [];

  const vendor = await resolveVendor(workspaceId.toHexString(), campaign.vendorId?.toHexString());
  const answers = await adapterFor(vendor).send(vendorMessages);
  return writeAnswers(workspaceId, claimed, vendorMessages, answers);
}

/** Claims rows for sending; one that was SENDING when its process died keeps its number of attempts. */
async function claimRows(workspaceId: ObjectId, rows: MessageDocument[]): Promise<MessageDocument[]> {
  const claimed: MessageDocument[] = [];
  const attemptOf = (row: MessageDocument) => (row.status === 'SENDING' ? row.attempts : row.attempts + 1);
  for (const [attempt, group] of Map.groupBy(rows, attemptOf)) {
    const ids = await claim(
      workspaceId,
      group.map((row) => row._id),
      attempt,
    );
    claimed.push(
      ...group.filter((row) => ids.has(row._id.toHexString())).map((row) => ({ ...row, attempts: attempt })),
    );
  }
  return claimed;
}

async function writeAnswers(
  workspaceId: ObjectId,
  rows: MessageDocument[],
  sent: readonly VendorMessage[],
  answers: readonly VendorAnswer[],
): Promise<number[]> {
  const answerOf = new Map(answers.map((a) => [a.messageId, a]));
  const messageOf = new Map(sent.map((m) => [m.messageId, m]));
  const accepted = new Map<string, string>();
  const failed = new Map<string, string>();
  const dead: DeadLetterInput[] = [];
  const delays = new Set<number>();

  for (const row of rows) {
    const id = row._id.toHexString();
    const answer = answerOf.get(id);
    if (answer?.status === 'ACCEPTED') {
      accepted.set(id, answer.vendorMessageId);
      continue;
    }
    const reason = answer?.reason ?? 'The vendor’s answer left this message out';
    if ((answer?.retryable ?? true) && row.attempts < MAX_ATTEMPTS) {
      failed.set(id, reason);
      delays.add(RETRY_DELAYS_MS[row.attempts - 1] ?? 0);
    } else {
      const message = messageOf.get(id);
      dead.push({
        message: row,
        reason,
        payload: {
          to: row.to,
          ...(message?.subject ? { subject: message.subject } : {}),
          ...(message ? { body: message.body } : {}),
        },
      });
    }
  }
  await Promise.all([markSent(workspaceId, accepted), markFailed(workspaceId, failed), markDead(dead)]);
  return [...delays];
}

async function decideOutcomes(
  campaign: CampaignDocument,
  rows: readonly MessageDocument[],
): Promise<Map<string, Outcome>> {
  const workspaceId = campaign.workspaceId.toHexString();
  const addresses = rows.flatMap((row) => (row.to ? [row.to] : []));
  const [customers, suppressed, context] = await Promise.all([
    findCustomersByIds(
      workspaceId,
      rows.map((row) => row.customerId),
    ),
    findSuppressed(workspaceId, addresses),
    contextOf(campaign),
  ]);
  const template = compiledTemplate(campaign);
  const customerOf = new Map(customers.map((c) => [c._id.toHexString(), c]));
  return new Map(
    rows.map((row): [string, Outcome] => {
      const customer = customerOf.get(row.customerId.toHexString());
      const outcome: Outcome = customer
        ? decideOutcome(customer, context, template, suppressed, row._id)
        : { send: false, reason: 'CUSTOMER_DELETED', detail: null };
      return [row._id.toHexString(), outcome];
    }),
  );
}

export async function contextOf(campaign: CampaignDocument): Promise<CampaignContext> {
  const { name, currency } = await findWorkspace(campaign.workspaceId.toHexString());
  return {
    id: campaign._id.toHexString(),
    name: campaign.name,
    channel: campaign.channel,
    workspace: { name, currency },
  };
}

/** Templates of running campaigns do not change, so each is compiled once per process; the newest few are kept. */
const compiled = new Map<string, CompiledTemplate>();
const COMPILED_KEPT = 50;

function compiledTemplate(campaign: CampaignDocument): CompiledTemplate {
  const key = `${campaign._id.toHexString()}-${campaign.epoch}`;
  const known = compiled.get(key);
  if (known) return known;
  const fresh = compileTemplate(templateOf(campaign), campaign.channel);
  if (compiled.size >= COMPILED_KEPT) compiled.delete(compiled.keys().next().value ?? '');
  compiled.set(key, fresh);
  return fresh;
}
