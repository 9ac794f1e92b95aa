import { isDeepStrictEqual } from 'node:util';
import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { log } from '../../server/log.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { changeVersion, laterThan } from '../../server/versions.ts';
import { type CustomerDocument, toCustomer } from '../customers/customer-document.ts';
import type { Customer } from '../customers/customers.schema.ts';
import { countCustomers } from '../customers/customers.service.ts';
import { deleteCounts } from './audience-counts.repository.ts';
import { reasonToKeep, usageOf } from './audience-usage.ts';
import { countAudienceJob, unmarkSnapshotJob } from './audiences.jobs.ts';
import * as repository from './audiences.repository.ts';
import type {
  Audience,
  AudienceCount,
  AudiencePreview,
  AudienceUsage,
  CreateAudienceInput,
  ListAudiencesInput,
  UpdateAudienceInput,
} from './audiences.schema.ts';
import { liveLimits, withinLimits } from './count-limits.ts';
import { countMatching, previewMatching, walkMatching } from './matching.repository.ts';
import { snapshotIdsOf } from './rules/snapshot-ids.ts';
import type { RuleGroup } from './rules.schema.ts';

const SAMPLE_SIZE = 10;

interface PageInput {
  limit: number;
  cursor?: string | undefined;
}

export async function createAudience(caller: Caller, input: CreateAudienceInput): Promise<Audience> {
  requirePermission(caller, 'audiences:write');
  const audience = await repository.insertAudience(caller.workspaceId, input);
  noteAudience(null, audience);
  askForCount(caller.workspaceId, audience.id);
  return audience;
}

export async function listAudiences(
  caller: Caller,
  { limit, cursor, sort, search }: ListAudiencesInput,
): Promise<{ items: Audience[]; nextCursor: string | null }> {
  requirePermission(caller, 'audiences:read');
  const rows = await repository.listAudiences(new ObjectId(caller.workspaceId), {
    limit: limit + 1,
    after: cursor ? new ObjectId(cursor) : null,
    ...(sort ? { sort } : {}),
    ...(search ? { search } : {}),
  });
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function getAudience(caller: Caller, id: string): Promise<Audience> {
  requirePermission(caller, 'audiences:read');
  return requireAudience(caller.workspaceId, id);
}

export async function updateAudience(
  caller: Caller,
  { id, ifUpdatedAt, ...changes }: UpdateAudienceInput,
): Promise<Audience> {
  requirePermission(caller, 'audiences:write');
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const { before, updated } = await changeVersion(
    () => requireAudience(caller.workspaceId, id),
    async (present) => {
      if (changes.rules) refuseOtherMembers(present, changes.rules);
      const changed = await repository.updateAudience(new ObjectId(caller.workspaceId), present, {
        ...set,
        updatedAt: laterThan(present.updatedAt),
      });
      return changed && { before: present, updated: changed };
    },
    ifUpdatedAt,
  );
  noteAudience(before, updated);
  if (changes.rules) askForCount(caller.workspaceId, updated.id);
  return updated;
}

/** @throws AppError CONFLICT for a snapshot, unless the rules are those it has */
function refuseOtherMembers({ snapshot, rules: present }: Audience, rules: RuleGroup): void {
  if (snapshot && !isDeepStrictEqual(rules, present))
    throw new AppError(
      'CONFLICT',
      'The members of a snapshot are fixed, so its rules cannot be changed. Save them as a new audience.',
    );
}

/** The day's count is written down by a job; that it comes later is no reason to keep somebody waiting. */
function askForCount(workspaceId: string, audienceId: string): void {
  enqueue(countAudienceJob, { workspaceId, audienceId }).catch((error: unknown) =>
    log().warn(
      { audienceId, err: error },
      'An audience’s count could not be asked for; the daily one follows',
    ),
  );
}

/** Which campaigns speak to it, and which audiences refer to it. @throws AppError NOT_FOUND */
export async function getAudienceUsage(caller: Caller, id: string): Promise<AudienceUsage> {
  requirePermission(caller, 'audiences:read');
  return usageOf(caller.workspaceId, await requireAudience(caller.workspaceId, id));
}

/**
 * Deletes an audience with its history; the members of a snapshot lose its mark.
 * @throws AppError CONFLICT while a campaign speaks to it or an audience refers to it, naming them
 */
export async function deleteAudience(
  caller: Caller,
  { id, ifUpdatedAt }: { id: string; ifUpdatedAt?: Date | undefined },
): Promise<{ id: string }> {
  requirePermission(caller, 'audiences:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const audience = await changeVersion(
    () => requireAudience(caller.workspaceId, id),
    async (present) => {
      const reason = reasonToKeep(await usageOf(caller.workspaceId, present));
      if (reason) throw new AppError('CONFLICT', reason);
      return (await repository.deleteAudience(workspaceId, present)) ? present : null;
    },
    ifUpdatedAt,
  );
  await deleteCounts(workspaceId, toObjectId(id));
  noteAudience(audience, null);
  if (audience.snapshot)
    await enqueue(unmarkSnapshotJob, { workspaceId: caller.workspaceId, audienceId: audience.id });
  return { id };
}

/**
 * How many the rules select right now, with the first few.
 * @throws AppError TIMED_OUT when it took too long; CANCELLED when `signal` aborted
 */
/** How many the question selects, and the first ten; in as long as that takes, unless the question is limited. */
export const selectFirst = (
  question: Parameters<typeof previewMatching>[0],
): ReturnType<typeof previewMatching> => previewMatching(question, SAMPLE_SIZE);

export async function previewAudience(
  caller: Caller,
  { rules }: { rules: RuleGroup },
  signal?: AbortSignal,
): Promise<AudiencePreview> {
  requirePermission(caller, 'audiences:read');
  const question = {
    workspaceId: new ObjectId(caller.workspaceId),
    rules,
    now: new Date(),
    ...liveLimits(signal),
  };
  const [{ count, sample }, total] = await withinLimits(
    Promise.all([selectFirst(question), countCustomers(caller.workspaceId)]),
  );
  // The total may be a minute old.
  return { count, total: Math.max(total, count), sample: sample.map(toCustomer) };
}

/** How many a saved audience has right now, of how many customers. */
export async function countAudience(
  caller: Caller,
  id: string,
  signal?: AbortSignal,
): Promise<AudienceCount> {
  requirePermission(caller, 'audiences:read');
  const { rules } = await requireAudience(caller.workspaceId, id);
  const question = { workspaceId: new ObjectId(caller.workspaceId), rules, now: new Date() };
  const [count, total] = await withinLimits(
    Promise.all([countMatching({ ...question, ...liveLimits(signal) }), countCustomers(caller.workspaceId)]),
  );
  return { count, total: Math.max(total, count) };
}

/** Who is in a saved audience right now. */
export async function listAudienceCustomers(
  caller: Caller,
  { id, limit, cursor }: PageInput & { id: string },
): Promise<{ items: Customer[]; nextCursor: string | null }> {
  requirePermission(caller, 'audiences:read');
  const { rules } = await requireAudience(caller.workspaceId, id);
  const rows = await Array.fromAsync(
    walkMatching(
      { workspaceId: new ObjectId(caller.workspaceId), rules, now: new Date() },
      { after: cursor ? new ObjectId(cursor) : null, limit: limit + 1 },
    ),
  );
  const items = rows.slice(0, limit).map(toCustomer);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** @throws AppError NOT_FOUND also for another workspace's audience */
export async function requireAudience(workspaceId: string, id: string): Promise<Audience> {
  const audience = await repository.findAudience(new ObjectId(workspaceId), toObjectId(id));
  if (!audience) throw notFound();
  return audience;
}

/**
 * An audience that campaigns can speak to.
 * @throws AppError NOT_FOUND also for another workspace's; CONFLICT while a snapshot it is or names is still being made
 */
export async function requireReadyAudience(workspaceId: string, id: string): Promise<Audience> {
  const audience = await requireAudience(workspaceId, id);
  const snapshots = [audience.id, ...snapshotIdsOf(audience.rules)].map((named) => new ObjectId(named));
  const [unfinished] = await repository.unfinishedAmong(new ObjectId(workspaceId), snapshots);
  if (unfinished)
    throw new AppError(
      'CONFLICT',
      `The snapshot “${unfinished.name}” is still being made. It can be used as soon as all its members are marked.`,
    );
  return audience;
}

/** The rules a campaign's launch evaluates, or null when the audience is gone. */
export async function findAudienceRules(workspaceId: string, id: ObjectId): Promise<RuleGroup | null> {
  return (await repository.findAudience(new ObjectId(workspaceId), id))?.rules ?? null;
}

/** Everyone the rules select after an id, in the order of ids; `now` is the moment the rules are asked for. */
export const walkAudience = (
  workspaceId: ObjectId,
  rules: RuleGroup,
  { after, now }: { after: ObjectId | null; now: Date },
): AsyncIterable<Recipient> =>
  walkMatching<Recipient>(
    { workspaceId, rules, now },
    { after, projection: { email: 1, phone: 1 }, batchSize: WALK_BATCH },
  );
export type Recipient = Pick<CustomerDocument, '_id' | 'email' | 'phone'>;

/** Documents of one answer in a walk: some tens of kilobytes. */
const WALK_BATCH = 1_000;

/** The first customer the rules select, to show something by. */
export const firstInAudience = async (
  workspaceId: ObjectId,
  rules: RuleGroup,
): Promise<CustomerDocument | undefined> =>
  (await Array.fromAsync(walkMatching({ workspaceId, rules, now: new Date() }, { limit: 1 })))[0];

/** For the audit log: an audience before and after a change. */
export function noteAudience(before: Audience | null, after: Audience | null): void {
  const shown = (audience: Audience | null) =>
    audience
      ? { name: audience.name, description: audience.description ?? null, rules: audience.rules }
      : undefined;
  const { id, name } = after ?? before ?? {};
  noteChange({ targetId: id, targetName: name, before: shown(before), after: shown(after) });
}

const notFound = () => new AppError('NOT_FOUND', 'There is no audience with this id.');
