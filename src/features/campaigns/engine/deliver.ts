import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import { withLease } from '../../../server/lease.ts';
import { takeVendorRoom } from '../../vendors/vendor-room.ts';
import type { VendorAnswer, VendorMessage } from '../../vendors/vendors.schema.ts';
import { sendThroughVendor } from '../../vendors/vendors.service.ts';
import { type CampaignDocument, findCampaign } from '../campaigns.repository.ts';
import { holdUntil } from '../contacts.repository.ts';
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
import type { Outcome } from '../recipients.ts';
import { sendingLease } from './being-sent.ts';
import { inTurn } from './in-turn.ts';
import { decideOutcomes } from './outcomes.ts';
import { touchProgress } from './progress.ts';
import { holdBackQuiet } from './quiet-hours.ts';

/** The waits before the second, third and fourth try; after that a message is a dead letter. */
export const RETRY_DELAYS_MS = [2_000, 4_000, 8_000] as const;
const MAX_ATTEMPTS = RETRY_DELAYS_MS.length + 1;
/** How soon to look again at a batch another process is sending. */
const BUSY_DELAY_MS = 2_000;
/** Rows sent in one go at most. A batch holds 500; after a broken preparation it may hold some more. */
const MAX_ROWS = 1_000;

/** A vendor that asks for more than this is not believed. */
const MAX_RETRY_AFTER_MS = 3_600_000;

interface DeliverPayload {
  workspaceId: string;
  campaignId: string;
  epoch: number;
  batch: number;
}

/**
 * Sends what is due of one batch. All it needs to know stands in the ledger, so it may be run at any time, any number
 * of times: rows already sent are not its business, and a row that was being sent when a process died is sent again
 * under the same idempotency key.
 * @returns in how many milliseconds to run it again for what was not due yet; null when the batch is done
 */
export async function deliverBatch(payload: DeliverPayload): Promise<number | null> {
  const alone = await withLease(sendingLease(payload.campaignId, payload.batch), () => deliverAlone(payload));
  return alone ? alone.value : BUSY_DELAY_MS;
}

async function deliverAlone({
  workspaceId,
  campaignId,
  epoch,
  batch,
}: DeliverPayload): Promise<number | null> {
  const campaign = await findCampaign(new ObjectId(workspaceId), new ObjectId(campaignId));
  if (campaign?.status === 'CANCELLED') {
    await endCancelledBatch(campaign, batch);
    return null;
  }
  const mine =
    campaign?.epoch === epoch && (campaign.status === 'SENDING' || campaign.status === 'PREPARING');
  if (!mine) return null;

  // Asked before anything is read: while the vendor has no room, looking at the rows again and again would be for nothing.
  const room = await takeVendorRoom(workspaceId, campaign.vendorId?.toHexString(), MAX_ROWS);
  if (room.granted === 0) {
    // Who watches should see why nothing moves.
    if (room.away) await touchProgress(workspaceId, campaignId, []);
    return room.waitMs;
  }
  let answers: VendorAnswer[] = [];
  try {
    const rows = await findBatchToSend(campaign.workspaceId, campaign._id, batch);
    const now = Date.now();
    const waits = rows.map((row) => dueAt(row) - now).filter((ms) => ms > 0);
    const due = rows.filter((row) => dueAt(row) <= now);
    const { awake, waits: quiet } = await holdBackQuiet(campaign, due);
    const sent = await sendRows(campaign, awake.slice(0, room.granted));
    answers = sent.answers;
    waits.push(...quiet, ...sent.waits);
    if (awake.length > room.granted) waits.push(room.waitMs);
    await touchProgress(workspaceId, campaignId, [batch]);
    return waits.length === 0 ? null : Math.min(...waits);
  } finally {
    await room.leave(answers);
  }
}

/** What is left of a batch whose campaign was cancelled. A row SENDING now lost its process: nobody knows what the vendor did. */
export async function endCancelledBatch(campaign: CampaignDocument, batch: number): Promise<void> {
  await cancelUnsent(campaign.workspaceId, campaign._id);
  const rows = await findBatchToSend(campaign.workspaceId, campaign._id, batch);
  const reason =
    'The sending process died and the campaign was cancelled before the vendor’s answer was known';
  await markDead(rows.map((row) => ({ message: row, reason, payload: { to: row.to } })));
  await touchProgress(campaign.workspaceId.toHexString(), campaign._id.toHexString(), 'all');
}

/** When a row may be sent: a failed one after its wait, none before its quiet hours end, any other now. */
function dueAt(row: MessageDocument): number {
  const quietUntil = row.notBefore?.getTime() ?? 0;
  if (row.status !== 'FAILED') return quietUntil;
  return Math.max(quietUntil, row.updatedAt.getTime() + (RETRY_DELAYS_MS[row.attempts - 1] ?? 0));
}

interface Sent {
  answers: VendorAnswer[];
  /** After how many milliseconds failed rows are due again. */
  waits: number[];
}

/** Sends the rows and writes what became of each. */
async function sendRows(campaign: CampaignDocument, rows: MessageDocument[]): Promise<Sent> {
  if (rows.length === 0) return { answers: [], waits: [] };
  const { workspaceId } = campaign;
  const { outcomes, claimed } = await inTurn(workspaceId, () => chooseRows(campaign, rows));
  const messages = claimed.flatMap((row) => toVendorMessage(row, outcomes.get(row._id.toHexString())));
  if (messages.length === 0) return { answers: [], waits: [] };
  const answers = await sendThroughVendor(
    workspaceId.toHexString(),
    campaign.vendorId?.toHexString(),
    messages,
  );
  return { answers, waits: await writeAnswers(workspaceId, claimed, messages, answers) };
}

/** Decides what becomes of each row, writes who is skipped and claims the others. */
async function chooseRows(
  campaign: CampaignDocument,
  rows: MessageDocument[],
): Promise<{ outcomes: Map<string, Outcome>; claimed: MessageDocument[] }> {
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
  return { outcomes, claimed: await claimRows(workspaceId, toSend) };
}

function toVendorMessage(row: MessageDocument, outcome: Outcome | undefined): VendorMessage[] {
  if (!outcome?.send) return [];
  const { to, subject, body, edition } = outcome;
  const messageId = row._id.toHexString();
  const key = [
    messageId,
    ...(row.vendorMessageId ? ['after', row.vendorMessageId] : []),
    ...(edition ? ['edit', edition] : []),
  ].join('-');
  return [
    {
      messageId,
      // The vendor took it once and reported a failure in the end, or may hold it as it was before an edit: trying anew
      // needs a key of its own, the same one until this try has an answer.
      ...(key === messageId ? {} : { idempotencyKey: key }),
      to,
      ...(subject ? { subject } : {}),
      body,
      callbackUrl: getEnv().callbackUrl,
    },
  ];
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
  const asked: { id: ObjectId; notBefore: Date }[] = [];
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
      const wait = Math.max(RETRY_DELAYS_MS[row.attempts - 1] ?? 0, retryAfter(answer));
      if (retryAfter(answer) > 0) asked.push({ id: row._id, notBefore: new Date(Date.now() + wait) });
      delays.add(wait);
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
  await holdUntil(workspaceId, asked);
  return [...delays];
}

/** How long the vendor asked to be left alone, in milliseconds, within reason. */
const retryAfter = (answer: VendorAnswer | undefined): number =>
  Math.min(answer?.status === 'REJECTED' ? (answer.retryAfterMs ?? 0) : 0, MAX_RETRY_AFTER_MS);
