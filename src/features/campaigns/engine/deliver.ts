import { ObjectId } from 'mongodb';
import { getEnv } from '../../../env.ts';
import { finalStatuses } from '../../../lib/campaign-status.ts';
import { type Lease, withLease } from '../../../server/lease.ts';
import { idsOf } from '../../../server/per-row.ts';
import { takeVendorRoom } from '../../vendors/vendor-room.ts';
import type { VendorAnswer, VendorMessage } from '../../vendors/vendors.schema.ts';
import { sendThroughVendor } from '../../vendors/vendors.service.ts';
import { findWorkspace } from '../../workspaces/workspaces.service.ts';
import { type CampaignDocument, findCampaign } from '../campaigns.repository.ts';
import { holdUntil } from '../contacts.repository.ts';
import { type BatchName, findDispatched, setDispatched } from '../dispatches.repository.ts';
import {
  cancelUnsent,
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
import { changeRows } from './message-events.ts';
import { type Decision, decideOutcomes } from './outcomes.ts';
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
  const alone = await withLease(sendingLease(payload.campaignId, payload.batch), (lease) =>
    deliverAlone(payload, lease),
  );
  return alone ? alone.value : BUSY_DELAY_MS;
}

async function deliverAlone(
  { workspaceId, campaignId, epoch, batch }: DeliverPayload,
  lease: Lease,
): Promise<number | null> {
  const campaign = await findCampaign(new ObjectId(workspaceId), new ObjectId(campaignId));
  if (campaign?.status === 'CANCELLED') {
    await endCancelledBatch(campaign, batch);
    return null;
  }
  if (!campaign) return null;
  if (!isToSend(campaign, epoch)) {
    // Completed by receipts alone, while the process that had dispatched the batch was dead.
    if (finalStatuses.includes(campaign.status)) await setDispatched(nameOf(campaign, batch), []);
    return null;
  }

  // Asked before anything is read: while the vendor has no room, looking at the rows again and again would be for nothing.
  const room = await takeVendorRoom(workspaceId, campaign.vendorId?.toHexString(), MAX_ROWS);
  if (room.granted === 0) {
    // Who watches should see why nothing moves.
    if (room.away) await touchProgress(workspaceId, campaignId, []);
    return room.waitMs;
  }
  let answers: VendorAnswer[] = [];
  try {
    const [workspace, { rows, begun }] = await Promise.all([
      findWorkspace(workspaceId),
      findOpenRows(nameOf(campaign, batch)),
    ]);
    const delivery = { campaign, workspace, batch, begun, lease };
    const now = Date.now();
    const waits = rows.map((row) => dueAt(row) - now).filter((ms) => ms > 0);
    const due = rows.filter((row) => dueAt(row) <= now);
    const { awake, waits: quiet } = await holdBackQuiet(delivery, due);
    const sent = await sendRows(delivery, awake.slice(0, room.granted));
    answers = sent.answers;
    waits.push(...quiet, ...sent.waits);
    if (awake.length > room.granted) waits.push(room.waitMs);
    await touchProgress(workspaceId, campaignId, [batch]);
    return waits.length === 0 ? null : Math.min(...waits);
  } finally {
    await room.leave(answers);
  }
}

/** What is left of a batch whose campaign was cancelled. Only for who holds its lease: what is dispatched now lost its process. */
export async function endCancelledBatch(campaign: CampaignDocument, batch: number): Promise<void> {
  const name = nameOf(campaign, batch);
  const { rows, begun } = await findOpenRows(name);
  const reason =
    'The sending process died and the campaign was cancelled before the vendor’s answer was known';
  const lost = rows.filter((row) => begun.has(row._id.toHexString()));
  await buryRows(
    campaign.workspaceId,
    lost.map((row) => ({
      message: { ...row, attempts: row.attempts + 1 },
      reason,
      payload: { to: row.to },
    })),
  );
  await setDispatched(name, []);
  await cancelUnsent(campaign.workspaceId, campaign._id);
  await touchProgress(campaign.workspaceId.toHexString(), campaign._id.toHexString(), 'all');
}

const nameOf = (campaign: CampaignDocument, batch: number): BatchName => ({
  workspaceId: campaign.workspaceId,
  campaignId: campaign._id,
  batch,
});

/** What is left to send of a batch, and which of it a process that died had dispatched. Only for who holds its lease. */
async function findOpenRows(name: BatchName): Promise<{ rows: MessageDocument[]; begun: Set<string> }> {
  const [rows, dispatched] = await Promise.all([
    findBatchToSend(name.workspaceId, name.campaignId, name.batch),
    findDispatched(name),
  ]);
  const begun = new Set(dispatched.map((id) => id.toHexString()));
  const open = new Set(rows.map((row) => row._id.toHexString()).filter((id) => begun.has(id)));
  // Receipts said meanwhile what became of all of them.
  if (begun.size > 0 && open.size === 0) await setDispatched(name, []);
  return { rows, begun: open };
}

const isToSend = (campaign: CampaignDocument, epoch: number): boolean =>
  campaign.epoch === epoch && (campaign.status === 'SENDING' || campaign.status === 'PREPARING');

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

/** A batch being sent, by who holds its lease. */
interface Delivery extends Decision {
  batch: number;
  lease: Lease;
}

/** Sends the rows and writes what became of each. */
async function sendRows(delivery: Delivery, rows: readonly MessageDocument[]): Promise<Sent> {
  if (rows.length === 0) return { answers: [], waits: [] };
  const { campaign, workspace, batch, begun } = delivery;
  const { workspaceId } = campaign;
  const chosen = await inTurn(workspace, () => chooseRows(delivery, rows));
  // Paused, cancelled or taken over meanwhile: the next run sees which.
  if (!chosen) return { answers: [], waits: [0] };
  const { messages, toSend } = chosen;
  let sent: Sent = { answers: [], waits: [] };
  if (messages.length > 0) {
    const vendorId = campaign.vendorId?.toHexString();
    const answers = await sendThroughVendor(workspaceId.toHexString(), vendorId, messages);
    sent = { answers, waits: await writeAnswers(workspaceId, toSend, messages, answers) };
  }
  const unhandled = new Set(begun);
  for (const row of rows) unhandled.delete(row._id.toHexString());
  if (messages.length > 0 || unhandled.size < begun.size)
    await setDispatched(nameOf(campaign, batch), idsOf(unhandled));
  return sent;
}

/** Decides what becomes of each row, writes who is skipped and dispatches the others; null when they may not be sent now. */
async function chooseRows(
  delivery: Delivery,
  rows: readonly MessageDocument[],
): Promise<{ toSend: MessageDocument[]; messages: VendorMessage[] } | null> {
  const { campaign } = delivery;
  const skips: Parameters<typeof markSkipped>[1][number][] = [];
  const toSend: MessageDocument[] = [];
  const messages: VendorMessage[] = [];
  const outcomes = await decideOutcomes(delivery, rows);
  for (const [i, row] of rows.entries()) {
    const outcome = outcomes[i];
    if (outcome?.send) {
      toSend.push(row);
      messages.push(toVendorMessage(row, outcome));
    } else if (outcome) skips.push({ id: row._id, reason: outcome.reason, detail: outcome.detail });
  }
  await changeRows(
    campaign.workspaceId,
    ['message.skipped'],
    skips.map(({ id }) => id),
    (session) => markSkipped(campaign.workspaceId, skips, session),
  );
  return toSend.length === 0 || (await dispatch(delivery, toSend)) ? { toSend, messages } : null;
}

/**
 * Says that the rows are with the vendor from now on; false when they may not be. The campaign is looked at once more
 * afterwards: who ends it looks for dispatches after ending it, so either we see the end or they see our rows.
 */
async function dispatch(
  { campaign, batch, begun, lease }: Delivery,
  rows: readonly MessageDocument[],
): Promise<boolean> {
  if (!(await lease.isMine())) return false;
  const name = nameOf(campaign, batch);
  const others = new Set(begun);
  for (const row of rows) others.delete(row._id.toHexString());
  await setDispatched(name, [...rows.map((row) => row._id), ...idsOf(others)]);
  const current = await findCampaign(campaign.workspaceId, campaign._id);
  if (current && isToSend(current, campaign.epoch)) return true;
  await setDispatched(name, idsOf(begun));
  return false;
}

function toVendorMessage(row: MessageDocument, outcome: Outcome & { send: true }): VendorMessage {
  const { to, subject, body, edition } = outcome;
  const messageId = row._id.toHexString();
  const message = { messageId, to, ...(subject ? { subject } : {}), body, callbackUrl: getEnv().callbackUrl };
  if (!row.vendorMessageId && !edition) return message;
  // The vendor took it once and reported a failure in the end, or may hold it as it was before an edit: trying anew needs
  // a key of its own, the same one until this try has an answer.
  const after = row.vendorMessageId ? ['after', row.vendorMessageId] : [];
  return {
    ...message,
    idempotencyKey: [messageId, ...after, ...(edition ? ['edit', edition] : [])].join('-'),
  };
}

async function writeAnswers(
  workspaceId: ObjectId,
  rows: MessageDocument[],
  sent: readonly VendorMessage[],
  answers: readonly VendorAnswer[],
): Promise<number[]> {
  const answerOf = new Map(answers.map((a) => [a.messageId, a]));
  const accepted = new Map<string, { attempts: number; vendorMessageId: string }>();
  const failed = new Map<string, { attempts: number; reason: string }>();
  const dead: DeadLetterInput[] = [];
  const asked: { id: ObjectId; notBefore: Date }[] = [];
  const delays = new Set<number>();

  for (const row of rows) {
    const id = row._id.toHexString();
    const answer = answerOf.get(id);
    const attempts = row.attempts + 1;
    if (answer?.status === 'ACCEPTED') {
      accepted.set(id, { attempts, vendorMessageId: answer.vendorMessageId });
      continue;
    }
    const reason = answer?.reason ?? 'The vendor’s answer left this message out';
    if ((answer?.retryable ?? true) && attempts < MAX_ATTEMPTS) {
      failed.set(id, { attempts, reason });
      const wait = Math.max(RETRY_DELAYS_MS[attempts - 1] ?? 0, retryAfter(answer));
      if (retryAfter(answer) > 0) asked.push({ id: row._id, notBefore: new Date(Date.now() + wait) });
      delays.add(wait);
    } else {
      const message = sent.find(({ messageId }) => messageId === id);
      dead.push({
        message: { ...row, attempts },
        reason,
        payload: {
          to: row.to,
          ...(message?.subject ? { subject: message.subject } : {}),
          ...(message ? { body: message.body } : {}),
        },
      });
    }
  }
  await Promise.all([
    changeRows(workspaceId, ['message.sent'], idsOf(accepted.keys()), (session) =>
      markSent(workspaceId, accepted, session),
    ),
    markFailed(workspaceId, failed),
    buryRows(workspaceId, dead),
  ]);
  await holdUntil(workspaceId, asked);
  return [...delays];
}

const buryRows = (workspaceId: ObjectId, letters: readonly DeadLetterInput[]): Promise<number> =>
  changeRows(
    workspaceId,
    ['message.failed'],
    letters.map(({ message }) => message._id),
    (session) => markDead(letters, session),
  );

/** How long the vendor asked to be left alone, in milliseconds, within reason. */
const retryAfter = (answer: VendorAnswer | undefined): number =>
  Math.min(answer?.status === 'REJECTED' ? (answer.retryAfterMs ?? 0) : 0, MAX_RETRY_AFTER_MS);
