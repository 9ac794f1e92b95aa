import type { ObjectId } from 'mongodb';
import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { findCustomerIdsByEmail } from '../../customers/customers.service.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { findOwn } from '../campaigns.service.ts';
import { findDispatched } from '../dispatches.repository.ts';
import { tallyOf } from '../engine/tally.ts';
import {
  countSkips,
  findMessage,
  type MessageDocument,
  STILL_TO_SEND,
  toMessage,
} from '../messages.repository.ts';
import type { LedgerStats, Message, MessageStatus, StoredStatus } from '../messages.schema.ts';
import * as repository from './message-log.repository.ts';
import type { LogReasons, MessageFilter } from './message-log.schema.ts';

/** Up to so many rows of a status are read together by its index; more are found quickly enough batch by batch. */
const RARE = 10_000;
/** Rows looked at for one page: about half a second. What lies behind comes with the next page. */
const LOOK_AT_MOST = 50_000;
/** Batches read at once: the first answers most questions, a rare thing is looked for in longer strides. */
const MOST_BATCHES_AT_ONCE = 8;
/** People found by the beginning of their address. */
const MOST_PEOPLE = 500;
/** Reasons offered to choose from. */
const MOST_REASONS = 50;

interface LogInput extends MessageFilter {
  id: string;
  limit: number;
  cursor?: string | undefined;
}

interface LogPage {
  items: Message[];
  /** Null at the end. A page may hold fewer items than were asked for, even none, and not be the last. */
  nextCursor: string | null;
}

/**
 * A campaign's log: the newest batch first, and within a batch the newest row. How a question is answered depends on
 * what it asks, and is bounded each time:
 * - by address (e-mail): the customers' unique index, at most 500 people, then their rows;
 * - with the vendor now, or in a status of at most 10,000 rows: those rows, by their index;
 * - anything else: batches are walked from the newest one, at most 50,000 rows for a page; it then ends early and says
 *   where to go on.
 * @throws AppError NOT_FOUND for another workspace's campaign, VALIDATION for a cursor that is none of it
 */
export async function listCampaignMessages(caller: Caller, input: LogInput): Promise<LogPage> {
  requirePermission(caller, 'campaigns:read');
  const campaign = await findOwn(caller, input.id);
  const of = { workspaceId: campaign.workspaceId, campaignId: campaign._id };
  const dispatched = new Set((await findDispatched(of)).map((id) => id.toHexString()));
  const start = input.cursor ? await placeOf(of, input.cursor) : null;
  const fits = filterOf(campaign, input, dispatched);
  const few = await fewRows(caller, campaign, input, dispatched);
  const found = few
    ? pageOf(
        few.filter((row) => isBehind(row, start) && fits(row)),
        input.limit,
      )
    : await walk(campaign, { start, fits, limit: input.limit });
  return { items: found.rows.map((row) => toMessage(row, dispatched)), nextCursor: found.next };
}

/** What there is to choose from: why people were skipped, and why messages failed or came back. */
export async function listLogReasons(caller: Caller, id: string): Promise<LogReasons> {
  requirePermission(caller, 'campaigns:read');
  const { workspaceId, _id: campaignId } = await findOwn(caller, id);
  const [skips, failures] = await Promise.all([
    countSkips(workspaceId, campaignId),
    repository.countFailureReasons({ workspaceId, campaignId }, MOST_REASONS),
  ]);
  const bySkip = new Map<string, LogReasons['skips'][number]>();
  for (const { reason, count } of skips)
    bySkip.set(reason, { reason, count: (bySkip.get(reason)?.count ?? 0) + count });
  const byFailure = new Map<string, LogReasons['failures'][number]>();
  for (const { reason, count } of failures)
    byFailure.set(reason, { reason, count: (byFailure.get(reason)?.count ?? 0) + count });
  return { skips: [...bySkip.values()], failures: [...byFailure.values()] };
}

type Place = Pick<MessageDocument, 'batch' | '_id'>;

async function placeOf(of: { workspaceId: ObjectId; campaignId: ObjectId }, cursor: string): Promise<Place> {
  const row = await findMessage(of.workspaceId, toObjectId(cursor));
  if (row?.campaignId.equals(of.campaignId)) return row;
  throw new AppError('VALIDATION', 'This cursor belongs to another list. Begin again without one.', {
    errors: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}

const newestFirst = (a: Place, b: Place): number => b.batch - a.batch || Buffer.compare(b._id.id, a._id.id);
const isBehind = (row: Place, start: Place | null): boolean => !start || newestFirst(start, row) < 0;

function pageOf(rows: readonly MessageDocument[], limit: number) {
  const sorted = rows.toSorted(newestFirst);
  const shown = sorted.slice(0, limit);
  return { rows: shown, next: sorted.length > limit ? (shown.at(-1)?._id.toHexString() ?? null) : null };
}

/** Whether a row is one of those asked for. */
function filterOf(
  { channel }: CampaignDocument,
  filter: MessageFilter,
  dispatched: ReadonlySet<string>,
): (row: MessageDocument) => boolean {
  const beginsWith = filter.address?.toLowerCase();
  const shown = (row: MessageDocument): MessageStatus =>
    STILL_TO_SEND.includes(row.status) && dispatched.has(row._id.toHexString()) ? 'SENDING' : row.status;
  return (row) =>
    (!filter.status || shown(row) === filter.status) &&
    (!filter.skipReason || row.skipReason === filter.skipReason) &&
    (!filter.failureReason || (row.status !== 'SKIPPED' && row.failureReason === filter.failureReason)) &&
    (!filter.variant || row.variant === filter.variant) &&
    (!filter.changedFrom || row.updatedAt >= filter.changedFrom) &&
    (!filter.changedTo || row.updatedAt < filter.changedTo) &&
    // Who is written to by mail was found by the address already; it may be another one by now.
    (!beginsWith || channel === 'EMAIL' || (row.to?.startsWith(beginsWith) ?? false));
}

/** The rows among which all that is asked for must be, where an index knows few; else null. */
async function fewRows(
  caller: Caller,
  campaign: CampaignDocument,
  filter: MessageFilter,
  dispatched: ReadonlySet<string>,
): Promise<MessageDocument[] | null> {
  const of = { workspaceId: campaign.workspaceId, campaignId: campaign._id };
  if (filter.address && campaign.channel === 'EMAIL') {
    const people = await findCustomerIdsByEmail(caller.workspaceId, filter.address, MOST_PEOPLE);
    return repository.findOfCustomers(of, people);
  }
  if (filter.status === 'SENDING')
    return repository.findRows(
      of,
      [...dispatched].map((id) => toObjectId(id)),
    );
  const statuses = statusesOf(filter);
  if (!statuses) return null;
  const stats = await tallyOf(campaign);
  const rows = statuses.reduce((sum, status) => sum + countIn(stats, status), 0);
  // A margin, since rows may move in between; if more came meanwhile the batches are walked.
  if (rows > RARE) return null;
  const found = await repository.findInStatus(of, statuses, 2 * RARE);
  return found.length < 2 * RARE ? found : null;
}

/** The stored statuses the rows asked for can have; null when it may be any. */
function statusesOf({ status, skipReason, failureReason }: MessageFilter): StoredStatus[] | null {
  if (status && status !== 'SENDING') return [status];
  if (skipReason) return ['SKIPPED'];
  return failureReason ? ['FAILED', 'DEAD', 'BOUNCED'] : null;
}

function countIn(stats: LedgerStats, status: StoredStatus): number {
  switch (status) {
    case 'QUEUED':
      return stats.queued + stats.sending;
    case 'FAILED':
      return stats.failed - stats.dead;
    default:
      return stats[status.toLowerCase() as Exclude<Lowercase<StoredStatus>, 'queued' | 'failed'>];
  }
}

/** Goes through the batches from `start` on, the newest first, until a page is full. */
async function walk(
  campaign: CampaignDocument,
  { start, fits, limit }: { start: Place | null; fits: (row: MessageDocument) => boolean; limit: number },
): Promise<{ rows: MessageDocument[]; next: string | null }> {
  const of = { workspaceId: campaign.workspaceId, campaignId: campaign._id };
  const rows: MessageDocument[] = [];
  let last: MessageDocument | undefined;
  let looked = 0;
  // The batch being written now has the number of those that are done.
  let batch = start?.batch ?? campaign.checkpoint.batches;
  for (let stride = 2; batch >= 0; stride = Math.min(stride * 2, MOST_BATCHES_AT_ONCE)) {
    const numbers = Array.from({ length: Math.min(stride, batch + 1) }, (_, i) => batch - i);
    batch -= numbers.length;
    const read = (await repository.findBatches(of, numbers))
      .filter((row) => isBehind(row, start))
      .toSorted(newestFirst);
    looked += read.length;
    last = read.at(-1) ?? last;
    rows.push(...read.filter(fits));
    if (rows.length > limit) {
      const shown = rows.slice(0, limit);
      return { rows: shown, next: shown.at(-1)?._id.toHexString() ?? null };
    }
    if (looked >= LOOK_AT_MOST && batch >= 0) return { rows, next: last?._id.toHexString() ?? null };
  }
  return { rows, next: null };
}
