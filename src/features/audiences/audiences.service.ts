import { ObjectId } from 'mongodb';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { findCampaignOfAudience } from '../campaigns/audience-use.ts';
import { type CustomerDocument, toCustomer } from '../customers/customer-document.ts';
import type { Customer } from '../customers/customers.schema.ts';
import { countCustomers } from '../customers/customers.service.ts';
import * as repository from './audiences.repository.ts';
import type {
  Audience,
  AudienceCount,
  AudiencePreview,
  CreateAudienceInput,
  UpdateAudienceInput,
} from './audiences.schema.ts';
import { liveLimits, withinLimits } from './count-limits.ts';
import { countMatching, previewMatching, walkMatching } from './matching.repository.ts';
import type { RuleGroup } from './rules.schema.ts';

const SAMPLE_SIZE = 10;

interface PageInput {
  limit: number;
  cursor?: string | undefined;
}

export async function createAudience(caller: Caller, input: CreateAudienceInput): Promise<Audience> {
  requirePermission(caller, 'audiences:write');
  return repository.insertAudience(caller.workspaceId, input);
}

export async function listAudiences(
  caller: Caller,
  { limit, cursor }: PageInput,
): Promise<{ items: Audience[]; nextCursor: string | null }> {
  requirePermission(caller, 'audiences:read');
  const rows = await repository.listAudiences(new ObjectId(caller.workspaceId), {
    limit: limit + 1,
    after: cursor ? new ObjectId(cursor) : null,
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
  { id, ...changes }: UpdateAudienceInput,
): Promise<Audience> {
  requirePermission(caller, 'audiences:write');
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const updated = await repository.updateAudience(new ObjectId(caller.workspaceId), toObjectId(id), set);
  if (!updated) throw notFound();
  return updated;
}

/** @throws AppError CONFLICT while a campaign speaks to it */
export async function deleteAudience(caller: Caller, id: string): Promise<{ id: string }> {
  requirePermission(caller, 'audiences:write');
  await requireAudience(caller.workspaceId, id);
  const campaign = await findCampaignOfAudience(caller.workspaceId, id);
  if (campaign)
    throw new AppError(
      'CONFLICT',
      `The campaign “${campaign.name}” uses this audience, so it cannot be deleted.`,
    );
  await repository.deleteAudience(new ObjectId(caller.workspaceId), toObjectId(id));
  return { id };
}

/**
 * How many the rules select right now, with the first few.
 * @throws AppError TIMED_OUT when it took too long; CANCELLED when `signal` aborted
 */
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
    Promise.all([previewMatching(question, SAMPLE_SIZE), countCustomers(caller.workspaceId)]),
  );
  return { count, total, sample: sample.map(toCustomer) };
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
  return { count, total };
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

const notFound = () => new AppError('NOT_FOUND', 'There is no audience with this id.');
