import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { inPages } from '../../../lib/in-pages.ts';
import type { ComputedAt } from '../../../server/change-marks.ts';
import { reachedAt } from '../../campaigns/attribution/last-message.ts';
import {
  type CampaignHead,
  type LedgerRow,
  type MessageFigures,
  walkLedger,
} from './campaign-days.repository.ts';
import { packIds } from './id-set.ts';

const PAGE = 2_000;

/** What the ledger of a campaign says of each day, and whom it reached when. */
export interface MessageDays {
  figures: Map<string, MessageFigures>;
  reached: Pick<CampaignHead, 'reached' | 'from' | 'to'>;
}

interface Tally extends Omit<MessageFigures, 'people'> {
  people: ObjectId[];
}

const counters = {
  DELIVERED: 'delivered',
  SENT: 'noReceipt',
  BOUNCED: 'bounced',
  DEAD: 'failed',
} as const satisfies Partial<Record<LedgerRow['status'], keyof MessageFigures>>;
const counterOf = (status: LedgerRow['status']) =>
  status in counters ? counters[status as keyof typeof counters] : null;

/** Goes through all rows of a campaign once. */
export async function computeMessageDays(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  dayOf: (moment: Date) => string,
): Promise<MessageDays> {
  const days = new Map<string, Tally>();
  const on = (moment: Date): Tally => {
    const day = dayOf(moment);
    const known = days.get(day);
    if (known) return known;
    const fresh = { delivered: 0, noReceipt: 0, bounced: 0, failed: 0, unsubscribed: 0, people: [] };
    days.set(day, fresh);
    return fresh;
  };
  const hash = createHash('sha1');
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const page of inPages(walkLedger(workspaceId, campaignId), PAGE)) {
    let reached = '';
    for (const row of page) {
      const counter = counterOf(row.status);
      if (counter) {
        const tally = on(row.sentAt ?? row.queuedAt);
        tally[counter] += 1;
        if (row.status === 'DELIVERED') tally.people.push(row.customerId);
      }
      if (row.unsubscribedAt) on(row.unsubscribedAt).unsubscribed += 1;
      const at = reachedAt(row)?.getTime();
      if (at === undefined) continue;
      reached += `${row.customerId.toHexString()}${at} `;
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
    hash.update(reached);
  }
  return {
    figures: new Map([...days].map(([day, tally]) => [day, { ...tally, people: packIds(tally.people) }])),
    reached: {
      reached: hash.digest('hex'),
      from: from <= to ? new Date(from) : null,
      to: from <= to ? new Date(to) : null,
    },
  };
}

/** The head of a campaign computed again: orders in the time of both, the old and the new, are to be counted anew. */
export function nextHead(
  before: CampaignHead | undefined,
  { reached }: MessageDays,
  basis: CampaignHead['basis'],
): CampaignHead {
  const { at, era }: ComputedAt = basis;
  const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));
  const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));
  return {
    basis,
    reached: reached.reached,
    reachedChange: before?.reached === reached.reached ? before.reachedChange : { at, era },
    from: earlier(before?.from ?? null, reached.from),
    to: later(before?.to ?? null, reached.to),
  };
}
