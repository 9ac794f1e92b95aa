import { ObjectId } from 'mongodb';
import {
  type CampaignStatus,
  campaignStatuses,
  finalStatuses,
  underWayStatuses,
} from '../../lib/campaign-status.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { changeVersion } from '../../server/versions.ts';
import { requireReadyAudience } from '../audiences/audiences.service.ts';
import { resolveVendor } from '../vendors/vendors.service.ts';
import { prepareJob } from './campaigns.jobs.ts';
import type { CampaignDocument, CampaignSummary } from './campaigns.repository.ts';
import * as repository from './campaigns.repository.ts';
import type {
  Campaign,
  CampaignSnapshot,
  Channel,
  CreateCampaignInput,
  ListCampaignsInput,
  Template,
  UpdateCampaignInput,
} from './campaigns.schema.ts';
import { transitionAndTell } from './engine/campaign-events.ts';
import { publishSnapshot, reconcile, snapshotOf } from './engine/progress.ts';
import { enqueueRemaining, targetOf } from './engine/remaining-jobs.ts';
import { summaryBasis } from './engine/summary-due.ts';
import { tallyOf, touchTally } from './engine/tally.ts';
import { cancelUnsent } from './messages.repository.ts';
import { type LedgerStats, ledgerAddsUp } from './messages.schema.ts';
import { refineTagsSoon, shownTags, tagsFor } from './tags/tag-campaign.ts';
import { compileTemplate, TemplateSyntaxError } from './template.ts';

/** What may still be written to. */
const EDITABLE: readonly CampaignStatus[] = ['DRAFT', 'SCHEDULED'];

export async function createCampaign(caller: Caller, input: CreateCampaignInput): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  requireReadableTexts(input, input.channel);
  await requireReadyAudience(caller.workspaceId, input.audienceId);
  await requireFittingVendor(caller, input.vendorId, input.channel);
  const autoTags = await tagsFor(caller.workspaceId, input, null);
  const campaign = await repository.insertCampaign(caller.workspaceId, input, { autoTags });
  noteCampaign(null, campaign);
  await refineTagsSoon(campaign);
  return withStats(campaign);
}

/** @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more */
export async function updateCampaign(
  caller: Caller,
  { id, ifUpdatedAt, ...changes }: UpdateCampaignInput,
): Promise<Campaign> {
  requirePermission(caller, 'campaigns:write');
  return changeVersion(
    () => findOwn(caller, id),
    (campaign) =>
      campaign.status === 'SCHEDULED'
        ? changeSchedule(caller, campaign, changes)
        : changeDraft(caller, campaign, changes),
    ifUpdatedAt,
  );
}

type Changes = Omit<UpdateCampaignInput, 'id' | 'ifUpdatedAt'>;

/** Null when somebody else was faster. */
async function changeDraft(
  caller: Caller,
  campaign: CampaignDocument,
  changes: Changes,
): Promise<Campaign | null> {
  const template = changes.template ?? repository.templateOf(campaign);
  const experiment = changes.experiment === undefined ? experimentOf(campaign) : changes.experiment;
  requireReadableTexts({ template, experiment }, changes.channel ?? campaign.channel);
  if (changes.audienceId) await requireReadyAudience(caller.workspaceId, changes.audienceId);
  await requireFittingVendor(
    caller,
    changes.vendorId === undefined ? campaign.vendorId?.toHexString() : changes.vendorId,
    changes.channel ?? campaign.channel,
  );
  const autoTags = await tagsFor(
    caller.workspaceId,
    {
      name: changes.name ?? campaign.name,
      template,
      audienceId: changes.audienceId ?? campaign.audienceId.toHexString(),
    },
    campaign.autoTags,
  );
  if (campaign.status !== 'DRAFT') throw refuse(campaign.status, 'changed', 'Only a draft can be changed.');
  const updated = await repository.changeEditable(campaign, {
    autoTags,
    ...(changes.name === undefined ? {} : { name: changes.name }),
    ...(changes.audienceId === undefined ? {} : audienceChange(campaign, changes.audienceId)),
    ...(changes.channel === undefined ? {} : { channel: changes.channel }),
    ...(changes.vendorId === undefined
      ? {}
      : { vendorId: changes.vendorId ? new ObjectId(changes.vendorId) : null }),
    ...(changes.template === undefined ? {} : { template: repository.storedTemplate(changes.template) }),
    ...(changes.experiment === undefined
      ? {}
      : { experiment: repository.storedExperiment(changes.experiment) }),
    ...(changes.scheduledAt === undefined ? {} : { scheduledAt: changes.scheduledAt }),
    ...(changes.timeZone === undefined ? {} : { timeZone: changes.timeZone }),
  });
  if (!updated) return null;
  noteCampaign(campaign, updated);
  await refineTagsSoon(updated);
  return withStats(updated);
}

/** @throws AppError NOT_FOUND for an unknown vendor, VALIDATION for one that cannot carry the channel's messages */
export async function requireFittingVendor(
  caller: Caller,
  vendorId: string | null | undefined,
  channel: Channel,
): Promise<void> {
  if (!vendorId) return;
  const { kind, name } = await resolveVendor(caller.workspaceId, vendorId);
  if (kind !== 'SMTP' || channel === 'EMAIL') return;
  throw new AppError('VALIDATION', `${name} is a mail server and cannot send text messages.`, {
    errors: [{ path: 'vendorId', message: 'is a mail server and cannot send text messages; choose another' }],
  });
}

/** Another audience is another choice than “those who failed”. */
const audienceChange = (campaign: CampaignDocument, audienceId: string) =>
  campaign.audienceId.toHexString() === audienceId.toLowerCase()
    ? {}
    : { audienceId: new ObjectId(audienceId), resendOf: null };

/** Of a scheduled campaign only the time may change: to another one to come, or to none, which makes it a draft again. */
async function changeSchedule(
  caller: Caller,
  campaign: CampaignDocument,
  { scheduledAt, timeZone, ...rest }: Changes,
): Promise<Campaign | null> {
  requirePermission(caller, 'campaigns:launch');
  if (Object.values(rest).some((value) => value !== undefined))
    throw refuse(
      campaign.status,
      'changed',
      'Only its time may change; set scheduledAt to null to make it a draft again.',
    );
  if (scheduledAt && scheduledAt <= new Date()) throw momentHasPassed();
  const zone = timeZone === undefined ? {} : { timeZone };
  const moved = await repository.changeEditable(
    campaign,
    scheduledAt === undefined
      ? zone
      : { ...zone, scheduledAt, missedAt: null, ...(scheduledAt ? {} : { status: 'DRAFT' as const }) },
    // The job of the old time must not start what has a new one.
    { nextEpoch: scheduledAt !== undefined },
  );
  if (!moved) return null;
  noteCampaign(campaign, moved);
  if (scheduledAt)
    await enqueue(prepareJob, targetOf(moved), { delayMs: Math.max(0, scheduledAt.getTime() - Date.now()) });
  await publishSnapshot(caller.workspaceId, moved._id.toHexString());
  return withStats(moved);
}

const momentHasPassed = () =>
  new AppError('VALIDATION', 'This moment has passed; choose a later one.', {
    errors: [{ path: 'scheduledAt', message: 'has passed; choose a later one' }],
  });

export async function deleteCampaign(
  caller: Caller,
  { id, ifUpdatedAt }: { id: string; ifUpdatedAt?: Date | undefined },
): Promise<{ id: string }> {
  requirePermission(caller, 'campaigns:write');
  return changeVersion(
    () => findOwn(caller, id),
    async (campaign) => {
      if (!EDITABLE.includes(campaign.status))
        throw refuse(
          campaign.status,
          'deleted',
          'Its messages are part of the ledger; only a campaign that was never launched can be deleted.',
        );
      if (!(await repository.deleteCampaign(campaign))) return null;
      noteCampaign(campaign, null);
      return { id };
    },
    ifUpdatedAt,
  );
}

export async function getCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:read');
  return withStats(await findOwn(caller, id));
}

export async function listCampaigns(
  caller: Caller,
  input: ListCampaignsInput,
): Promise<{ items: Campaign[]; nextCursor: string | null }> {
  requirePermission(caller, 'campaigns:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const rows = await repository.listCampaigns(workspaceId, {
    limit: input.limit + 1,
    ...(input.cursor ? { after: new ObjectId(input.cursor) } : {}),
    ...(input.search ? { search: input.search } : {}),
    ...(input.sort ? { sort: input.sort } : {}),
    ...(input.tag ? { tag: input.tag } : {}),
    ...(input.status || input.underWay ? { statuses: wantedStatuses(input) } : {}),
    ...(input.audienceId ? { audienceId: new ObjectId(input.audienceId) } : {}),
  });
  const items = rows.slice(0, input.limit);
  return {
    items: await Promise.all(items.map(withStats)),
    nextCursor: rows.length > input.limit ? (items.at(-1)?._id.toHexString() ?? null) : null,
  };
}

const wantedStatuses = ({ status, underWay }: ListCampaignsInput): CampaignStatus[] =>
  (underWay ? underWayStatuses : campaignStatuses).filter((one) => !status || one === status);

/**
 * DRAFT → PREPARING, or SCHEDULED when its time is still to come. Of two who launch at once one wins, the other gets
 * CONFLICT; if the process dies between the two writes, the sweep finds the campaign without a job.
 */
export async function launchCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:launch');
  const campaign = await findOwn(caller, id);
  requireReadableTemplate(repository.templateOf(campaign), campaign.channel);
  await requireReadyAudience(caller.workspaceId, campaign.audienceId.toHexString());
  await requireFittingVendor(caller, campaign.vendorId?.toHexString(), campaign.channel);
  const delayMs = campaign.scheduledAt ? campaign.scheduledAt.getTime() - Date.now() : 0;
  const { workspaceId, _id } = campaign;
  const launched = await (delayMs > 0
    ? repository.transition(workspaceId, _id, ['DRAFT'], { status: 'SCHEDULED' })
    : transitionAndTell(workspaceId, _id, ['DRAFT'], { status: 'PREPARING', launchedAt: new Date() }));
  if (!launched) throw refuse((await findOwn(caller, id)).status, 'launched', 'A campaign is launched once.');
  noteCampaign(campaign, launched);
  await enqueue(prepareJob, targetOf(launched), { delayMs: Math.max(0, delayMs) });
  await publishSnapshot(caller.workspaceId, id);
  return withStats(launched);
}

/**
 * Sends now what waits because its time was missed. One whose time is still to come is not to be confirmed.
 * @throws AppError CONFLICT when it does not wait (any more)
 */
export async function confirmMissed(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:launch');
  const campaign = await findOwn(caller, id);
  const confirmed = await transitionAndTell(
    campaign.workspaceId,
    campaign._id,
    ['SCHEDULED'],
    { status: 'PREPARING', launchedAt: new Date(), missedAt: null },
    { nextEpoch: true, when: { missedAt: { $ne: null } } },
  );
  if (!confirmed)
    throw refuse((await findOwn(caller, id)).status, 'confirmed', 'It is not waiting for a confirmation.');
  noteCampaign(campaign, confirmed);
  await enqueue(prepareJob, targetOf(confirmed));
  await publishSnapshot(caller.workspaceId, id);
  return withStats(confirmed);
}

export async function pauseCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:launch');
  return withStats(await change(caller, id, ['PREPARING', 'SENDING'], { status: 'PAUSED' }, 'paused'));
}

export async function resumeCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:launch');
  const campaign = await change(caller, id, ['PAUSED'], { status: 'SENDING' }, 'resumed');
  await enqueueRemaining(campaign);
  await publishSnapshot(caller.workspaceId, id);
  return withStats(campaign);
}

export async function cancelCampaign(caller: Caller, id: string): Promise<Campaign> {
  requirePermission(caller, 'campaigns:launch');
  // Not done: the sweep looks after what dying processes leave behind.
  const set = { status: 'CANCELLED' as const, completedAt: new Date(), 'checkpoint.done': false };
  const campaign = await change(
    caller,
    id,
    ['SCHEDULED', 'PREPARING', 'SENDING', 'PAUSED'],
    set,
    'cancelled',
  );
  await cancelUnsent(campaign.workspaceId, campaign._id);
  await touchTally(id, 'all');
  await publishSnapshot(caller.workspaceId, id);
  return withStats(campaign);
}

/** The campaign's state as listeners get it: the first thing a new listener is given. */
export async function getSnapshot(caller: Caller, id: string): Promise<CampaignSnapshot> {
  requirePermission(caller, 'campaigns:read');
  return snapshotOf(await findOwn(caller, id));
}

/** For operators: counts the rows once more and says whether the ledger adds up. */
export async function reconcileCampaign(
  id: string,
): Promise<{ campaignId: string; status: CampaignStatus; stats: LedgerStats; addsUp: boolean }> {
  const campaign = await repository.findCampaignAnywhere(toObjectId(id));
  if (!campaign) throw new AppError('NOT_FOUND', 'There is no campaign with this id.');
  const { status, stats } = await reconcile(campaign);
  return { campaignId: id, status, stats, addsUp: ledgerAddsUp(stats) };
}

/** Whether the workspace ever launched a campaign. */
export const hasLaunched = (workspaceId: string): Promise<boolean> =>
  repository.hasLaunched(new ObjectId(workspaceId));

/** Names of campaigns, for lists that show messages of several. */
export async function campaignNames(
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, { name: string; channel: Channel }>> {
  const rows = await repository.findCampaignsByIds(
    new ObjectId(workspaceId),
    [...new Set(ids)].map(toObjectId),
  );
  return new Map(rows.map(({ _id, name, channel }) => [_id.toHexString(), { name, channel }]));
}

/** @throws AppError NOT_FOUND also for another workspace's campaign */
export async function findOwn(caller: Caller, id: string): Promise<CampaignDocument> {
  const campaign = await repository.findCampaign(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!campaign) throw new AppError('NOT_FOUND', 'There is no campaign with this id.');
  return campaign;
}

/** The campaign's own text and those of its variants. @throws as `requireReadableTemplate` */
function requireReadableTexts(
  { template, experiment }: { template: Template; experiment?: Campaign['experiment'] | undefined },
  channel: Channel,
): void {
  requireReadableTemplate(template, channel);
  for (const [i, variant] of (experiment?.variants ?? []).entries())
    requireReadableTemplate(variant.template, channel, `experiment.variants.${i}.template`);
}

/**
 * @param path where the template stands in the input
 * @throws AppError VALIDATION naming the part of the template that cannot be read
 */
export function requireReadableTemplate(template: Template, channel: Channel, path = 'template'): void {
  try {
    compileTemplate(template, channel);
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    throw new AppError('VALIDATION', `The ${error.part} cannot be read: ${error.message}`, {
      errors: [{ path: `${path}.${error.part}`, message: error.message }],
    });
  }
}

/** A guarded change that starts a new epoch, so that jobs of before do nothing. */
async function change(
  caller: Caller,
  id: string,
  from: readonly CampaignStatus[],
  set: { status: 'PAUSED' | 'SENDING' | 'CANCELLED'; completedAt?: Date; 'checkpoint.done'?: boolean },
  verb: string,
): Promise<CampaignDocument> {
  const campaign = await findOwn(caller, id);
  const changed = await transitionAndTell(campaign.workspaceId, campaign._id, from, set, {
    nextEpoch: true,
  });
  if (!changed) throw refuse((await findOwn(caller, id)).status, verb);
  noteCampaign(campaign, changed);
  await publishSnapshot(caller.workspaceId, id);
  return changed;
}

/** For the audit log: a campaign before and after a change. */
export function noteCampaign(before: CampaignDocument | null, after: CampaignDocument | null): void {
  const shown = (row: CampaignDocument | null) =>
    row
      ? {
          name: row.name,
          status: row.status,
          audienceId: row.audienceId,
          vendorId: row.vendorId ?? null,
          channel: row.channel,
          subject: row.template.subject ?? null,
          body: row.template.body,
          experiment: row.experiment ?? null,
          scheduledAt: row.scheduledAt ?? null,
          timeZone: row.timeZone ?? null,
        }
      : undefined;
  const row = after ?? before;
  noteChange({
    targetId: row?._id.toHexString(),
    targetName: row?.name,
    before: shown(before),
    after: shown(after),
  });
}

export function refuse(status: CampaignStatus, verb: string, why = ''): AppError {
  const words = status.toLowerCase().replaceAll('_', ' ');
  const final = finalStatuses.includes(status) ? 'It has ended.' : '';
  return new AppError('CONFLICT', `The campaign is ${words} and cannot be ${verb}. ${why || final}`.trim());
}

export const withStats = async (row: CampaignDocument): Promise<Campaign> =>
  toCampaign(row, await tallyOf(row));

const toSummary = (
  { text, source, writtenAt, basis }: CampaignSummary,
  stats: LedgerStats,
): Campaign['summary'] => ({ text, source, writtenAt, outdated: basis !== summaryBasis(stats) });

const experimentOf = (row: CampaignDocument): Campaign['experiment'] =>
  row.experiment
    ? {
        holdout: row.experiment.holdout,
        variants: row.experiment.variants.map(({ key, share }) => ({
          key,
          share,
          template: repository.templateOf(row, key),
        })),
      }
    : null;

const toCampaign = (row: CampaignDocument, stats: LedgerStats): Campaign => ({
  id: row._id.toHexString(),
  name: row.name,
  audienceId: row.audienceId.toHexString(),
  vendorId: row.vendorId?.toHexString() ?? null,
  channel: row.channel,
  template: repository.templateOf(row),
  experiment: experimentOf(row),
  status: row.status,
  stats,
  scheduledAt: row.scheduledAt,
  timeZone: row.timeZone ?? null,
  missedAt: row.missedAt ?? null,
  resendOf: row.resendOf?.toHexString() ?? null,
  launchedAt: row.launchedAt,
  completedAt: row.completedAt,
  failureReason: row.failureReason,
  tags: shownTags(row.autoTags),
  summary: row.summary ? toSummary(row.summary, stats) : null,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
