import type { HistoryEntry } from '../dead-letters.repository.ts';
import type { MessageDocument } from '../messages.repository.ts';
import type { MessageStatus } from '../messages.schema.ts';
import { type TimelineEvent, timelineKinds } from './timeline.schema.ts';

type Kind = TimelineEvent['kind'];

/** An event of which nothing but its moment is known, and what else there is to say. */
const event = (kind: Kind, at: Date, said: Partial<TimelineEvent> = {}): TimelineEvent => ({
  at,
  kind,
  reason: null,
  attempts: null,
  until: null,
  bounceKind: null,
  edited: [],
  note: null,
  order: null,
  ...said,
});

export interface TimelineOrder {
  orderId: string;
  placedAt: Date;
  /** Major units; negative is a refund. */
  amount: number;
}

/**
 * What happened to a message, oldest first, from what the ledger keeps of it: its row, its dead letter's history (of every
 * round of tries that ended for good) and the orders that count as its own. Of what happened at the same moment the order
 * is that of a message's life.
 */
export function timelineOf(
  row: MessageDocument,
  {
    status,
    history,
    orders,
  }: { status: MessageStatus; history: readonly HistoryEntry[]; orders: readonly TimelineOrder[] },
): TimelineEvent[] {
  const events = [
    event('QUEUED', row.queuedAt),
    ...heldBack(row),
    ...history.map(ofHistory),
    ...presentTries(row, history),
    ...outcome(row, status),
    ...moments(row),
    ...orders.map(({ placedAt, ...order }) =>
      event(order.amount < 0 ? 'REFUNDED' : 'ORDERED', placedAt, { order }),
    ),
  ];
  return events.toSorted(
    (a, b) =>
      a.at.getTime() - b.at.getTime() || timelineKinds.indexOf(a.kind) - timelineKinds.indexOf(b.kind),
  );
}

/** When a row was held back is not kept, only until when. After a failed try it was the vendor that asked for time. */
function heldBack({ notBefore, queuedAt, tries }: MessageDocument): TimelineEvent[] {
  if (!notBefore) return [];
  const lastTry = tries?.at(-1);
  return [event('HELD', lastTry ? new Date(lastTry.at) : queuedAt, { until: notBefore })];
}

const ofHistory = (entry: HistoryEntry): TimelineEvent =>
  event(entry.event ?? 'FAILED', new Date(entry.at), {
    reason: entry.reason ?? null,
    attempts: entry.attempts ?? null,
    edited: entry.edited ?? [],
    note: entry.note ?? null,
  });

/** Failed tries of the round that is not over; those of a round that is stand in the letter's history too. */
function presentTries({ tries }: MessageDocument, history: readonly HistoryEntry[]): TimelineEvent[] {
  const known = new Set(history.map(({ at, attempts }) => `${at}|${attempts ?? ''}`));
  return (tries ?? [])
    .filter(({ at, attempts }) => !known.has(`${at}|${attempts}`))
    .map(({ at, attempts, reason }) => event('TRIED', new Date(at), { attempts, reason }));
}

/** What the status says that no moment of the row does. */
function outcome(row: MessageDocument, status: MessageStatus): TimelineEvent[] {
  const { updatedAt, failureReason, bounceKind } = row;
  switch (status) {
    case 'SKIPPED':
      return [event('SKIPPED', updatedAt, { reason: failureReason ?? null })];
    case 'CANCELLED':
      return [event('CANCELLED', updatedAt)];
    case 'SENDING':
      return [event('SENDING', updatedAt)];
    case 'BOUNCED':
      return [event('BOUNCED', updatedAt, { reason: failureReason ?? null, bounceKind: bounceKind ?? null })];
    default:
      return [];
  }
}

function moments(row: MessageDocument): TimelineEvent[] {
  const known: [Kind, Date | null | undefined, Partial<TimelineEvent>?][] = [
    ['SENT', sentAtOf(row)],
    ['DELIVERED', row.deliveredAt, { reason: row.failureReason ?? null }],
    ['OPENED', row.openedAt],
    ['CLICKED', row.clickedAt],
    ['COMPLAINED', row.complainedAt],
    ['UNSUBSCRIBED', row.unsubscribedAt],
  ];
  return known.flatMap(([kind, at, said]) => (at ? [event(kind, at, said)] : []));
}

/** A quick vendor's receipt may be dated before its answer was written down: nothing arrives before it was sent. */
function sentAtOf({ sentAt, deliveredAt, openedAt, clickedAt }: MessageDocument): Date | null {
  if (!sentAt) return null;
  const known = [sentAt, deliveredAt, openedAt, clickedAt].flatMap((at) => (at ? [at.getTime()] : []));
  return new Date(Math.min(...known));
}
