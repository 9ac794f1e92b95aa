import { createHash } from 'node:crypto';
import { type Document, ObjectId } from 'mongodb';
import { AppError } from '../../server/errors.ts';
import { redis } from '../../server/redis.ts';
import { findAudience } from './audiences.repository.ts';
import { liveLimits, withinLimits } from './count-limits.ts';
import { countMatching, walkMatching } from './matching.repository.ts';
import { compileRules } from './rules/compile.ts';
import type { RuleGroup } from './rules.schema.ts';

/** Whom conditions on single orders select is looked up by id, and no more than these are sorted. */
export const MAX_BY_ORDERS = 10_000;
/** The pages of one list see the same people. */
const KEEP_IDS_SECONDS = 60;

/** The rules of a saved audience. @throws AppError VALIDATION when there is none, since it is a filter that names it */
export async function rulesOfAudience(workspaceId: string, id: string): Promise<RuleGroup> {
  const audience = await findAudience(new ObjectId(workspaceId), new ObjectId(id));
  if (audience) return audience.rules;
  throw new AppError('VALIDATION', 'The audience of this filter is gone. Take it out of the filter.', {
    errors: [{ path: 'filter.audienceId', message: 'is not there any more' }],
  });
}

/**
 * Rules as one filter of the collection `customers`, for lists that are sorted and come in pages; null when they select
 * nobody. Where the rules look at single orders, it names the customers by id.
 * @throws AppError VALIDATION when such rules select more than 10,000; TIMED_OUT
 */
export async function filterOfRules(
  workspaceId: ObjectId,
  rules: RuleGroup,
  signal?: AbortSignal,
): Promise<Document | null> {
  const now = new Date();
  const compiled = compileRules(rules, { workspaceId, now });
  if (!compiled.orders) return compiled.filter([]);
  const ids = await keptIds(workspaceId, rules, signal);
  if (ids.length > MAX_BY_ORDERS)
    throw new AppError(
      'VALIDATION',
      `These conditions look at single orders and select more than ${MAX_BY_ORDERS.toLocaleString('en-GB')} customers, which is too many to sort. Add another filter, or take a snapshot of the audience and filter by that.`,
      { errors: [{ path: 'filter.audienceId', message: 'selects too many by their single orders' }] },
    );
  return ids.length === 0 ? null : { workspaceId, _id: { $in: ids.map((id) => new ObjectId(id)) } };
}

async function keptIds(
  workspaceId: ObjectId,
  rules: RuleGroup,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const hash = createHash('sha256').update(JSON.stringify(rules)).digest('hex');
  const key = `nexusflow:selected:${workspaceId.toHexString()}:${hash}`;
  const kept = await redis().get(key);
  if (kept !== null) return kept === '' ? [] : kept.split(',');
  const found = await withinLimits(
    Array.fromAsync(
      walkMatching<{ _id: ObjectId }>(
        { workspaceId, rules, now: new Date(), ...liveLimits(signal) },
        { projection: { _id: 1 }, limit: MAX_BY_ORDERS + 1 },
      ),
    ),
  );
  const ids = found.map(({ _id }) => _id.toHexString());
  await redis().set(key, ids.join(), 'EX', KEEP_IDS_SECONDS);
  return ids;
}

/** How many the rules select right now. @throws AppError TIMED_OUT when it took too long */
export const countSelected = (
  workspaceId: ObjectId,
  rules: RuleGroup,
  signal?: AbortSignal,
): Promise<number> =>
  withinLimits(countMatching({ workspaceId, rules, now: new Date(), ...liveLimits(signal) }));

/** Everyone the rules select behind an id, in the order of ids, each with the fields of the projection. */
export const walkSelected = <T extends Document>(
  { workspaceId, rules, now }: { workspaceId: ObjectId; rules: RuleGroup; now: Date },
  options: { after?: ObjectId | null; projection: Record<string, 1>; batchSize: number },
): AsyncGenerator<T> => walkMatching<T>({ workspaceId, rules, now }, options);
