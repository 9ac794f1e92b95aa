import { type ClientSession, type Filter, ObjectId } from 'mongodb';
import { changeAndTell, isHeard } from '../../webhooks/outbox.service.ts';
import { type DataOf, EVENT_BATCH_LIMIT, type WebhookEvent } from '../../webhooks/webhook-events.schema.ts';
import { findReached, type MessageDocument } from '../messages.repository.ts';

/** Events of messages with the state that they tell was reached. */
const reached = {
  // Not by the status: a receipt may be there before the vendor's answer, and its row is never SENT.
  'message.sent': { sentAt: { $ne: null } },
  'message.delivered': { status: 'DELIVERED' },
  'message.bounced': { status: 'BOUNCED' },
  'message.failed': { status: 'DEAD' },
  'message.skipped': { status: 'SKIPPED' },
  'message.opened': { openedAt: { $ne: null } },
  'message.clicked': { clickedAt: { $ne: null } },
  'message.complained': { complainedAt: { $ne: null } },
} satisfies Record<string, Filter<MessageDocument>>;
export type MessageEvent = keyof typeof reached;

/**
 * Changes rows of one workspace and tells which of them reached the events' states by it, in one transaction: rows that
 * were there already are not told again, however often the change is repeated. Without listeners the change alone is made.
 */
export const changeRows = <T>(
  workspaceId: ObjectId,
  types: readonly MessageEvent[],
  ids: readonly ObjectId[],
  change: (session?: ClientSession) => Promise<T>,
): Promise<T> =>
  ids.length === 0
    ? change()
    : changeAndTell(workspaceId.toHexString(), types, async (tell, session) => {
        if (!session) return change();
        const rowsIn = (type: MessageEvent) => findReached(workspaceId, ids, reached[type], session);
        const known = new Map<MessageEvent, Set<string>>();
        for (const type of types)
          known.set(type, new Set((await rowsIn(type)).map((row) => row._id.toHexString())));
        const result = await change(session);
        for (const type of types) {
          const rows = (await rowsIn(type)).filter((row) => !known.get(type)?.has(row._id.toHexString()));
          for (const event of eventsOf(type, rows)) tell(event);
        }
        return result;
      });

/**
 * The same for things about rows of any workspace, as receipts are: those whose workspace listens are changed one
 * workspace at a time, all others together.
 */
export async function changeRowsOfAny<T>(
  types: readonly MessageEvent[],
  items: readonly T[],
  rowOf: (item: T) => { _id: ObjectId; workspaceId: ObjectId },
  change: (items: T[], session?: ClientSession) => Promise<number>,
): Promise<number> {
  let moved = 0;
  const unheard: T[] = [];
  for (const [workspaceId, own] of Map.groupBy(items, (item) => rowOf(item).workspaceId.toHexString())) {
    if (!(await isHeard(workspaceId, types))) unheard.push(...own);
    else {
      const ids = own.map((item) => rowOf(item)._id);
      moved += await changeRows(new ObjectId(workspaceId), types, ids, (session) => change(own, session));
    }
  }
  return unheard.length > 0 ? moved + (await change(unheard)) : moved;
}

function* eventsOf(type: MessageEvent, rows: readonly MessageDocument[]): Generator<WebhookEvent> {
  for (const [campaignId, own] of Map.groupBy(rows, (row) => row.campaignId.toHexString()))
    for (let i = 0; i < own.length; i += EVENT_BATCH_LIMIT)
      yield eventOf(type, campaignId, own.slice(i, i + EVENT_BATCH_LIMIT));
}

function eventOf(type: MessageEvent, campaignId: string, rows: readonly MessageDocument[]): WebhookEvent {
  const told = (at: (row: MessageDocument) => Date | null | undefined) => ({
    campaignId,
    messages: rows.map((row) => toldOf(row, at(row) ?? row.updatedAt)),
  });
  const withReason = {
    campaignId,
    messages: rows.map((row) => ({
      ...toldOf(row, row.updatedAt),
      reason: row.failureReason ?? null,
      bounceKind: row.bounceKind ?? null,
      skipReason: row.skipReason ?? null,
    })),
  };
  switch (type) {
    case 'message.sent':
      return { type, data: told((row) => row.sentAt) };
    case 'message.delivered':
      return { type, data: told((row) => row.deliveredAt) };
    case 'message.opened':
      return { type, data: told((row) => row.openedAt) };
    case 'message.clicked':
      return { type, data: told((row) => row.clickedAt) };
    case 'message.complained':
      return { type, data: told((row) => row.complainedAt) };
    default:
      return { type, data: withReason };
  }
}

type Told = DataOf<'message.sent'>['messages'][number];
const toldOf = (row: MessageDocument, at: Date): Told => ({
  messageId: row._id.toHexString(),
  customerId: row.customerId.toHexString(),
  to: row.to,
  vendorMessageId: row.vendorMessageId ?? null,
  at: at.toISOString(),
});
