import { markChanged } from '../../../server/change-marks.ts';
import { redis } from '../../../server/redis.ts';
import type { CampaignDocument } from '../campaigns.repository.ts';
import { findDispatched } from '../dispatches.repository.ts';
import { type BatchCounts, countBatches } from '../messages.repository.ts';
import { type LedgerStats, type StoredStatus, statsFromCounts } from '../messages.schema.ts';

/**
 * A campaign's figures without counting its whole ledger each time. What every batch's rows add up to is kept in Redis,
 * beside the batches touched since; only those are counted anew. So a figure costs the same for a thousand recipients as
 * for a million, and since each batch is counted at one moment the figures always add up.
 *
 * Who changes rows says so afterwards (`touchTally`), before their job is over: a job that dies in between is run again
 * and says it then. Redis may lose all of this: what is missing is counted from the ledger.
 */
export type Touched = readonly number[] | 'all';

const KEEP_MS = 7 * 86_400_000;
const tallyKey = (campaignId: string) => `nexusflow:tally:{${campaignId}}`;
const touchedKey = (campaignId: string) => `nexusflow:tally:{${campaignId}}:touched`;
/** Stands among the touched batches for every batch of the campaign. */
const ALL = 'all';
/** In the tally: how many times it was counted. A count that began earlier never replaces one that began later. */
const TURN = 'turn';

// KEYS: touched. ARGV: keep ms, then what was touched. Counted, so that what is touched during a count is counted again.
const TOUCH = `for i = 2, #ARGV do redis.call('hincrby', KEYS[1], ARGV[i], 1) end
redis.call('pexpire', KEYS[1], ARGV[1])`;

// KEYS: tally, touched. ARGV: keep ms. Returns the turn of this count, what is touched and the tally, both as flat pairs.
const BEGIN = `local fresh = redis.call('exists', KEYS[1]) == 0
if fresh then redis.call('hincrby', KEYS[2], '${ALL}', 1) end
local turn = redis.call('hincrby', KEYS[1], '${TURN}', 1)
redis.call('pexpire', KEYS[1], ARGV[1])
return {turn, redis.call('hgetall', KEYS[2]), redis.call('hgetall', KEYS[1])}`;

// KEYS: tally, touched. ARGV: turn, number of touched pairs, those pairs, then pairs of batch and counts. Returns the tally.
const END = `local turn = tonumber(ARGV[1])
local seen = tonumber(ARGV[2])
for i = 3 + 2 * seen, #ARGV, 2 do
  local known = redis.call('hget', KEYS[1], ARGV[i])
  if not known or tonumber(string.match(known, '^%d+')) < turn then
    redis.call('hset', KEYS[1], ARGV[i], turn .. ARGV[i + 1])
  end
end
for i = 3, 2 + 2 * seen, 2 do
  if redis.call('hget', KEYS[2], ARGV[i]) == ARGV[i + 1] then redis.call('hdel', KEYS[2], ARGV[i]) end
end
return redis.call('hgetall', KEYS[1])`;

/** Says that rows of these batches changed. Resolves once that is kept. */
export async function touchTally(campaignId: string, touched: Touched): Promise<void> {
  const names = touched === 'all' ? [ALL] : touched.map(String);
  if (names.length === 0) return;
  await Promise.all([
    redis().eval(TOUCH, 1, touchedKey(campaignId), KEEP_MS, ...names),
    noteLedgerChanged(campaignId),
  ]);
}

/** What the mark of a campaign's ledger is kept under (`server/change-marks.ts`), for what is computed from its rows. */
export const ledgerSubject = (campaignId: string): string => `ledger:${campaignId}`;
export const LEDGER_PART = 'rows';

/** Says that rows changed in something that no tally counts. */
export const noteLedgerChanged = (campaignId: string): Promise<void> =>
  markChanged(ledgerSubject(campaignId), [LEDGER_PART]);

// KEYS: tally. ARGV: batch, its counts. Only into a tally that is kept already.
const OPEN = `if redis.call('exists', KEYS[1]) == 1 then redis.call('hsetnx', KEYS[1], ARGV[1], '0' .. ARGV[2]) end`;

/** Says that a batch was written, all of it QUEUED and nobody at work on it yet: that needs no counting. */
export async function openInTally(campaignId: string, batch: number, rows: number): Promise<void> {
  await redis().eval(OPEN, 1, tallyKey(campaignId), batch, pack({ QUEUED: rows }));
}

/** The campaign's figures as its rows are now. */
export async function tallyOf(campaign: CampaignDocument): Promise<LedgerStats> {
  const counts = await countsOf(campaign);
  if (!counts.QUEUED) return statsFromCounts(counts);
  const { workspaceId, _id: campaignId } = campaign;
  return statsFromCounts(counts, (await findDispatched({ workspaceId, campaignId })).length);
}

async function countsOf(campaign: CampaignDocument): Promise<BatchCounts> {
  const id = campaign._id.toHexString();
  const keys = [tallyKey(id), touchedKey(id)];
  const [turn, touched, tally] = (await redis().eval(BEGIN, 2, ...keys, KEEP_MS)) as [
    number,
    string[],
    string[],
  ];
  if (touched.length === 0) return sumOf(tally);
  const names = touched.filter((_, i) => i % 2 === 0);
  const batches = names.includes(ALL) ? undefined : names.map(Number);
  const counted = await countBatches(campaign.workspaceId, campaign._id, batches);
  const pairs = [...counted].flatMap(([batch, counts]) => [String(batch), pack(counts)]);
  const current = await redis().eval(END, 2, ...keys, turn, names.length, ...touched, ...pairs);
  return sumOf(current as string[]);
}

/** The same, counted from the whole ledger once more. */
export async function recount(campaign: CampaignDocument): Promise<LedgerStats> {
  await touchTally(campaign._id.toHexString(), 'all');
  return tallyOf(campaign);
}

/** `12|SENT:3|DELIVERED:497`: the turn it was counted in, put before by Redis, and the rows of each status. */
const pack = (counts: BatchCounts): string =>
  Object.entries(counts)
    .map(([status, n]) => `|${status}:${n}`)
    .join('');

function sumOf(tally: readonly string[]): BatchCounts {
  const sum: BatchCounts = {};
  for (let i = 0; i < tally.length; i += 2) {
    if (tally[i] === TURN) continue;
    for (const part of (tally[i + 1] ?? '').split('|').slice(1)) {
      const [status, n] = part.split(':') as [StoredStatus, string];
      sum[status] = (sum[status] ?? 0) + Number(n);
    }
  }
  return sum;
}
