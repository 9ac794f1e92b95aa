import { impersonal } from '../../../lib/impersonal.ts';
import { reviveDead } from '../dead-letters.repository.ts';
import { findDispatched } from '../dispatches.repository.ts';
import { type DeadLetterInput, markDead, STILL_TO_SEND } from '../messages.repository.ts';
import { applyReceiptStatus, findAlike, findForReceipts, type ReceiptRow } from '../receipts.repository.ts';
import { bounceKindOf, type Receipt, type ReceiptSpeaker, TEST_PREFIX } from '../receipts.schema.ts';
import { keepUnmatched } from '../unmatched-receipts.repository.ts';
import { applyReaderEvents, suppressBounced } from './after-receipts.ts';
import { letSendingEnd } from './being-sent.ts';
import { changeRowsOfAny } from './message-events.ts';
import { touchProgress } from './progress.ts';
import { rowsOfSpeaker } from './receipt-speakers.ts';

/**
 * Applies delivery receipts, in any order and any number of times: each only moves its message forwards. A receipt for a
 * message we do not have changes nothing and is kept for inspection, and so is one whose speaker may not speak for its
 * message. Returns how many messages moved and how many receipts named none of ours.
 */
export async function applyReceipts(
  receipts: readonly Receipt[],
  speaker: ReceiptSpeaker = null,
): Promise<{ moved: number; unknown: number }> {
  const ids = receipts.map((r) => r.messageId).filter(isMessageId);
  const [first] = await rowsOfSpeaker(speaker, await findForReceipts(ids.slice(0, 1)));
  if (first && STILL_TO_SEND.includes(first.status)) await letSendingEnd(first);
  const rows = await rowsOfSpeaker(speaker, await findAsked(first, [...new Set(ids)]));
  const rowOf = new Map(rows.map((row) => [row._id.toHexString(), row]));
  const known = receipts.flatMap((receipt) => {
    const row = rowOf.get(receipt.messageId);
    if (!row) return [];
    // Its address was taken out of the ledger, so a late word must not bring it back.
    const told =
      row.to === null && receipt.reason ? { ...receipt, reason: impersonal(receipt.reason) } : receipt;
    return [{ receipt: told, row }];
  });
  const unknown = receipts.filter((r) => !rowOf.has(r.messageId) && !r.messageId.startsWith(TEST_PREFIX));
  await keepUnmatched(unknown);
  const current = await reviveTaken(known.filter(({ receipt, row }) => !isOfAnotherTry(receipt, row)));

  let moved = 0;
  // SENT first: when one batch holds both, the final word then stands.
  for (const status of ['SENT', 'DELIVERED', 'BOUNCED'] as const) {
    moved += await changeRowsOfAny(
      eventsOf[status],
      current.filter(({ receipt }) => receipt.status === status),
      ({ row }) => row,
      (told, session) => applyReceiptStatus(status, told.map(updateOf), session),
    );
  }
  const letters = current.flatMap(({ receipt, row }): [string, DeadLetterInput][] =>
    receipt.status === 'FAILED' && (row.status === 'SENT' || STILL_TO_SEND.includes(row.status))
      ? [[receipt.messageId, deadLetter(receipt, row)]]
      : [],
  );
  // By message, because a request may tell the same failure twice.
  moved += await changeRowsOfAny(
    ['message.failed'],
    [...new Map(letters).values()],
    ({ message }) => message,
    markDead,
  );
  await suppressBounced(
    current.filter(({ receipt }) => receipt.status === 'BOUNCED').map(({ receipt }) => receipt.messageId),
  );
  await applyReaderEvents(known);

  for (const [campaignId, own] of Map.groupBy(rows, (row) => row.campaignId.toHexString())) {
    const workspaceId = own[0]?.workspaceId.toHexString() ?? '';
    await touchProgress(workspaceId, campaignId, [...new Set(own.map((row) => row.batch))]);
  }
  return { moved, unknown: unknown.length };
}

const eventsOf = {
  SENT: ['message.sent'],
  DELIVERED: ['message.sent', 'message.delivered'],
  BOUNCED: ['message.sent', 'message.bounced'],
} as const;

const updateOf = ({ receipt, row }: Told) => ({
  messageId: receipt.messageId,
  vendorMessageId: row.status === 'SENT' && row.vendorMessageId ? null : receipt.vendorMessageId,
  at: new Date(receipt.timestamp),
  reason: receipt.reason ?? null,
  bounceKind: bounceKindOf(receipt),
});

interface Told {
  receipt: Receipt;
  row: ReceiptRow;
}

/**
 * Messages that were given up because their vendor never answered, though it had taken them: any word but a failure says
 * so, and they are SENT from then on. One the vendor had answered keeps its first final word.
 */
async function reviveTaken(told: readonly Told[]): Promise<Told[]> {
  const isTaken = ({ receipt, row }: Told) =>
    row.status === 'DEAD' && !row.vendorMessageId && receipt.status !== 'FAILED';
  const taken = told.filter(isTaken);
  await changeRowsOfAny(
    ['message.sent'],
    taken,
    ({ row }) => row,
    async (some, session) => {
      await reviveDead(
        some.map(({ receipt: { vendorMessageId, timestamp }, row }) => ({
          messageId: row._id,
          vendorMessageId,
          at: new Date(timestamp),
        })),
        session,
      );
      return some.length;
    },
  );
  return told.map((one) =>
    isTaken(one)
      ? { ...one, row: { ...one.row, status: 'SENT', vendorMessageId: one.receipt.vendorMessageId } }
      : one,
  );
}

/** A vendor may echo any text back; only our own ids can be ours. */
const isMessageId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);

/**
 * The rows a vendor was asked to send: no receipt can be about what is QUEUED and stands in no dispatch. The order matters:
 * a row leaves its dispatch after its answer is written, so one that is still QUEUED after its dispatch was looked for
 * and not found was never asked for, or not again since it was retried.
 */
async function findAsked(first: ReceiptRow | undefined, ids: readonly string[]): Promise<ReceiptRow[]> {
  const rows = await findAlike(first, ids);
  const queued = rows.filter((row) => row.status === 'QUEUED');
  const dispatched = new Set<string>();
  for (const [first] of Map.groupBy(
    queued,
    (row) => `${row.campaignId.toHexString()}-${row.batch}`,
  ).values()) {
    if (!first) continue;
    const { workspaceId, campaignId, batch } = first;
    for (const id of await findDispatched({ workspaceId, campaignId, batch }))
      dispatched.add(id.toHexString());
  }
  const doubtful = queued.map((row) => row._id.toHexString()).filter((id) => !dispatched.has(id));
  if (doubtful.length === 0) return rows;
  const later = (await findForReceipts(doubtful)).filter((row) => row.status !== 'QUEUED');
  const left = new Set(doubtful);
  return [...rows.filter((row) => !left.has(row._id.toHexString())), ...later];
}

/**
 * A dead letter that is retried is sent anew and gets another id from the vendor; until that is known the row keeps the
 * old one. A late word about the failed try must not end the new one. Only DELIVERED is believed under any id: a vendor
 * that ignores idempotency keys may have taken the message twice.
 */
function isOfAnotherTry(receipt: Receipt, row: ReceiptRow): boolean {
  if (!row.vendorMessageId) return false;
  const same = receipt.vendorMessageId === row.vendorMessageId;
  return row.status === 'SENT' ? !same && receipt.status !== 'DELIVERED' : same;
}

const deadLetter = (receipt: Receipt, row: ReceiptRow): DeadLetterInput => ({
  // Its first try has no answer yet.
  message: row.status === 'QUEUED' ? { ...row, attempts: row.attempts + 1 } : row,
  reason: receipt.reason ?? 'The vendor reported a failure',
  payload: { to: row.to },
  vendorMessageId: receipt.vendorMessageId,
});
