import { type Binary, MongoServerError, ObjectId } from 'mongodb';
import type { ComputedAt } from '../../../server/change-marks.ts';
import { collection, withTransaction } from '../../../server/db.ts';
import type { MessageDocument } from '../../campaigns/messages.repository.ts';
import { dayDate, dayName } from './zone-days.ts';

/**
 * What was computed for the dashboard, by campaign and day. Three kinds of documents share the collection:
 * - of a campaign and a day: what became of the messages sent that day, and who unsubscribed on it;
 * - of a campaign and no day (1 January 1970): of which rows and when the campaign's days were computed;
 * - of no campaign (an id of zeros) and a day: what the day's orders come to, by the campaign each is counted for. One
 *   document, so that a day's orders are computed anew all at once.
 */
interface DayDocument<F> {
  _id: ObjectId;
  workspaceId: ObjectId;
  campaignId: ObjectId;
  day: Date;
  figures: F;
  updatedAt: Date;
}

/** What was computed how: figures in another zone, or by other rules, are out of date. */
export interface Basis extends ComputedAt {
  rules: string;
}

/** Messages by the day they were sent (those that never were, by the day they were queued); unsubscribed by its own day. */
export interface MessageFigures {
  delivered: number;
  noReceipt: number;
  bounced: number;
  failed: number;
  unsubscribed: number;
  /** To whom it was delivered, packed (`id-set.ts`); null when they are too many. */
  people: Buffer | null;
}

/** How a campaign's days were computed, and whom it reached when. */
export interface CampaignHead {
  basis: Basis;
  /** A hash of whom the campaign reached when: orders are counted anew only where that changed. */
  reached: string;
  /** When that last changed, and the time within which anybody was ever reached. */
  reachedChange: ComputedAt;
  from: Date | null;
  to: Date | null;
}

/** Amounts are minor units as text, exact whatever their size. */
export interface OrderFigures {
  basis: Basis;
  /** By the campaign they are counted for; null: for none. */
  campaigns: { id: string | null; orders: number; revenue: string }[];
}

const days = <F>() => collection<DayDocument<F>>('campaignDays');
const NO_DAY = new Date(0);
const NO_CAMPAIGN = new ObjectId('000000000000000000000000');

export interface LaunchedCampaign {
  _id: ObjectId;
  name: string;
  audienceId: ObjectId;
  launchedAt: Date;
}

export const findLaunched = (workspaceId: ObjectId, before: Date): Promise<LaunchedCampaign[]> =>
  collection<LaunchedCampaign & { workspaceId: ObjectId }>('campaigns')
    .find(
      { workspaceId, launchedAt: { $ne: null, $lt: before } as { $lt: Date } },
      { projection: { name: 1, audienceId: 1, launchedAt: 1 } },
    )
    .toArray();

export async function findHeads(workspaceId: ObjectId): Promise<Map<string, CampaignHead>> {
  const rows = await days<CampaignHead>().find({ workspaceId, day: NO_DAY }).toArray();
  return new Map(rows.map((row) => [row.campaignId.toHexString(), row.figures]));
}

export type LedgerRow = Pick<
  MessageDocument,
  '_id' | 'customerId' | 'status' | 'queuedAt' | 'sentAt' | 'deliveredAt' | 'unsubscribedAt'
>;

/** The campaign's rows by customer, in the order of an index whose keys never change: none is missed or seen twice. */
export const walkLedger = (workspaceId: ObjectId, campaignId: ObjectId): AsyncIterable<LedgerRow> =>
  collection<MessageDocument>('messages').find<LedgerRow>(
    { workspaceId, campaignId },
    {
      projection: { customerId: 1, status: 1, queuedAt: 1, sentAt: 1, deliveredAt: 1, unsubscribedAt: 1 },
      sort: { customerId: 1 },
      batchSize: 5_000,
    },
  );

/** Puts a campaign's days and their head in the place of those before, all at once. */
export async function replaceCampaignDays(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  figures: ReadonlyMap<string, MessageFigures>,
  head: CampaignHead,
): Promise<void> {
  const updatedAt = new Date();
  const row = <F>(day: Date, of: F): DayDocument<F> => ({
    _id: new ObjectId(),
    workspaceId,
    campaignId,
    day,
    figures: of,
    updatedAt,
  });
  await replace({ workspaceId, campaignId }, [
    ...[...figures].map(([day, of]) => row<unknown>(dayDate(day), of)),
    row<unknown>(NO_DAY, head),
  ]);
}

/** One commit, however many days. Where another process was faster with the same days, its figures are as good. */
async function replace(
  old: { workspaceId: ObjectId; campaignId: ObjectId; day?: { $in: Date[] } },
  rows: readonly DayDocument<unknown>[],
): Promise<void> {
  try {
    await withTransaction(async (session) => {
      await days().deleteMany(old, { session });
      await days().insertMany([...rows], { session });
    });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== 11_000) throw error;
  }
}

/** The figures of all campaigns' days from one to another. */
export async function findMessageDays(
  workspaceId: ObjectId,
  from: string,
  to: string,
): Promise<{ campaignId: string; day: string; figures: MessageFigures }[]> {
  const rows = await days<Omit<MessageFigures, 'people'> & { people: Binary | null }>()
    .find({
      workspaceId,
      day: { $gte: dayDate(from), $lte: dayDate(to) },
      campaignId: { $ne: NO_CAMPAIGN },
    })
    .toArray();
  return rows.map(({ campaignId, day, figures }) => ({
    campaignId: campaignId.toHexString(),
    day: dayName(day),
    figures: { ...figures, people: figures.people && Buffer.from(figures.people.buffer) },
  }));
}

/** What is known of the orders of each day from one to another. */
export async function findOrderDays(
  workspaceId: ObjectId,
  from: string,
  to: string,
): Promise<Map<string, OrderFigures>> {
  const rows = await days<OrderFigures>()
    .find({ workspaceId, campaignId: NO_CAMPAIGN, day: { $gte: dayDate(from), $lte: dayDate(to) } })
    .toArray();
  return new Map(rows.map(({ day, figures }) => [dayName(day), figures]));
}

export async function saveOrderDays(
  workspaceId: ObjectId,
  figures: ReadonlyMap<string, OrderFigures>,
): Promise<void> {
  if (figures.size === 0) return;
  const updatedAt = new Date();
  await replace(
    { workspaceId, campaignId: NO_CAMPAIGN, day: { $in: [...figures.keys()].map(dayDate) } },
    [...figures].map(([day, of]) => ({
      _id: new ObjectId(),
      workspaceId,
      campaignId: NO_CAMPAIGN,
      day: dayDate(day),
      figures: of,
      updatedAt,
    })),
  );
}
