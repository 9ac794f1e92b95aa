import { type ClientSession, type Document, type Filter, ObjectId } from 'mongodb';
import { type CampaignStatus, finalStatuses } from '../../lib/campaign-status.ts';
import { byId, type CreatedSort } from '../../lib/id-cursor.ts';
import { containsText } from '../../server/contains.ts';
import { collection } from '../../server/db.ts';
import { laterThan } from '../../server/versions.ts';
import type { Channel, CreateCampaignInput, Experiment, Template } from './campaigns.schema.ts';
import type { CampaignTag } from './tags/tags.schema.ts';

export interface CampaignDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  name: string;
  audienceId: ObjectId;
  vendorId: ObjectId | null;
  channel: Channel;
  template: { subject?: string | null; body: string };
  experiment?: StoredExperiment | null;
  status: CampaignStatus;
  scheduledAt: Date | null;
  timeZone?: string | null;
  /** Set while a schedule that was missed waits for a confirmation. */
  missedAt?: Date | null;
  resendOf?: ObjectId | null;
  launchedAt: Date | null;
  completedAt: Date | null;
  failureReason: string | null;
  /** Its result in words; `basis` are the figures it was written from (`summaryBasis`). */
  summary?: CampaignSummary | null;
  autoTags?: StoredTag[] | null;
  /**
   * How far the audience has been walked: the last customer of the last page, the number of pages. `done` of a campaign
   * that was cancelled means that its last rows have ended too.
   */
  checkpoint: { lastCustomerId: ObjectId | null; batches: number; done: boolean };
  /** Raised whenever the campaign's jobs must start anew; jobs of an earlier epoch do nothing. */
  epoch: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Other texts, with the percent of those written to that get each, and the percent of all that get nothing. */
export interface StoredExperiment {
  variants: { key: string; share: number; template: CampaignDocument['template'] }[];
  holdout: number;
}

/** A tag with who found it; one taken off by hand is kept, so that it is not found again. */
export interface StoredTag {
  tag: CampaignTag;
  by: 'rules' | 'ai' | 'hand';
  removed: boolean;
}

export interface CampaignSummary {
  text: string;
  source: 'groq' | 'offline';
  writtenAt: Date;
  basis: string;
}

const campaigns = () => collection<CampaignDocument>('campaigns');

/** By the driver: the ORM (8.0.0-rc.13) writes a new id where an optional ObjectId is null. */
export async function insertCampaign(
  workspaceId: string,
  input: CreateCampaignInput,
  {
    resendOf = null,
    autoTags = [],
    experiment = storedExperiment(input.experiment),
  }: {
    resendOf?: ObjectId | null;
    autoTags?: StoredTag[];
    experiment?: StoredExperiment | null | undefined;
  } = {},
): Promise<CampaignDocument> {
  const now = new Date();
  const row: CampaignDocument = {
    _id: new ObjectId(),
    workspaceId: new ObjectId(workspaceId),
    name: input.name,
    audienceId: new ObjectId(input.audienceId),
    vendorId: input.vendorId ? new ObjectId(input.vendorId) : null,
    channel: input.channel,
    template: storedTemplate(input.template),
    experiment,
    status: 'DRAFT',
    scheduledAt: input.scheduledAt ?? null,
    timeZone: input.timeZone ?? null,
    missedAt: null,
    resendOf,
    launchedAt: null,
    completedAt: null,
    failureReason: null,
    autoTags,
    checkpoint: { lastCustomerId: null, batches: 0, done: false },
    epoch: 0,
    createdAt: now,
    updatedAt: now,
  };
  await campaigns().insertOne(row);
  return row;
}

export const findCampaign = (workspaceId: ObjectId, id: ObjectId): Promise<CampaignDocument | null> =>
  campaigns().findOne({ _id: id, workspaceId });

/** For operators, who name a campaign without its workspace. */
export const findCampaignAnywhere = (id: ObjectId): Promise<CampaignDocument | null> =>
  campaigns().findOne({ _id: id });

export const listCampaigns = (
  workspaceId: ObjectId,
  page: {
    limit: number;
    sort?: CreatedSort;
    after?: ObjectId;
    search?: string;
    tag?: CampaignTag;
    /** One of these. */
    statuses?: readonly CampaignStatus[];
    audienceId?: ObjectId;
  },
): Promise<CampaignDocument[]> =>
  campaigns()
    .find({
      workspaceId,
      ...byId(page.sort, page.after).filter,
      ...(page.search ? { name: containsText(page.search) } : {}),
      ...(page.statuses ? { status: { $in: [...page.statuses] } } : {}),
      ...(page.audienceId ? { audienceId: page.audienceId } : {}),
      ...(page.tag ? { autoTags: { $elemMatch: { tag: page.tag, removed: false } } } : {}),
    })
    .sort(byId(page.sort, page.after).sort)
    .limit(page.limit)
    .toArray();

export const findCampaignsByIds = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<Pick<CampaignDocument, '_id' | 'name' | 'channel'>[]> =>
  campaigns()
    .find({ workspaceId, _id: { $in: [...ids] } }, { projection: { name: 1, channel: 1 } })
    .toArray();

/** Campaigns with all they are made of. */
export const findWholeCampaigns = (
  workspaceId: ObjectId,
  ids: readonly ObjectId[],
): Promise<CampaignDocument[]> =>
  campaigns()
    .find({ workspaceId, _id: { $in: [...ids] } })
    .toArray();

/** Campaigns that are over and ended after one moment and before another, in the order they ended. */
export const findEndedBetween = (
  workspaceId: ObjectId,
  after: Date,
  before: Date,
): AsyncIterable<Pick<CampaignDocument, '_id' | 'completedAt'>> =>
  campaigns()
    .find(
      { workspaceId, status: { $in: finalStatuses }, completedAt: { $gt: after, $lt: before } },
      { projection: { completedAt: 1 } },
    )
    .sort({ completedAt: 1 });

/** The newest that speak to an audience, and how many do. */
export async function findCampaignsUsingAudience(
  workspaceId: ObjectId,
  audienceId: ObjectId,
  limit: number,
): Promise<{ rows: Pick<CampaignDocument, '_id' | 'name' | 'status'>[]; total: number }> {
  const [rows, total] = await Promise.all([
    campaigns()
      .find({ workspaceId, audienceId }, { projection: { name: 1, status: 1 } })
      .sort({ _id: -1 })
      .limit(limit)
      .toArray(),
    campaigns().countDocuments({ workspaceId, audienceId }),
  ]);
  return { rows, total };
}

/** Those that have not ended, newest first. */
export const listCampaignsUsingVendor = (
  workspaceId: ObjectId,
  vendorId: ObjectId,
  limit: number,
): Promise<CampaignDocument[]> =>
  campaigns()
    .find({ workspaceId, vendorId, status: { $nin: [...finalStatuses] } })
    .sort({ _id: -1 })
    .limit(limit)
    .toArray();

export const countEndedOfVendor = (workspaceId: ObjectId, vendorId: ObjectId): Promise<number> =>
  campaigns().countDocuments({ workspaceId, vendorId, status: { $in: [...finalStatuses] } });

/** Whether any campaign was ever launched. */
export const hasLaunched = async (workspaceId: ObjectId): Promise<boolean> =>
  (await campaigns().findOne({ workspaceId, status: { $ne: 'DRAFT' } }, { projection: { _id: 1 } })) !== null;

/** Campaigns at work in every workspace, and cancelled ones with rows left to end: the sweep looks after all of them. */
export const findActiveCampaigns = (): Promise<CampaignDocument[]> =>
  campaigns()
    .find({
      $or: [
        { status: { $in: ['PREPARING', 'SENDING', 'SCHEDULED'] } },
        { status: 'CANCELLED', 'checkpoint.done': false },
      ],
    })
    .toArray();

/**
 * The one way a campaign changes: only when it is in one of `from` (and, if given, still in `epoch` and as `when` says).
 * Returns the new document, or null when it was not, so that of two who try at once exactly one wins.
 */
export function transition(
  workspaceId: ObjectId,
  id: ObjectId,
  from: readonly CampaignStatus[],
  set: Document & { status?: CampaignStatus },
  options: {
    epoch?: number;
    when?: Filter<CampaignDocument>;
    nextEpoch?: boolean;
    session?: ClientSession;
  } = {},
): Promise<CampaignDocument | null> {
  return campaigns().findOneAndUpdate(
    {
      ...options.when,
      _id: id,
      workspaceId,
      status: { $in: [...from] },
      ...(options.epoch === undefined ? {} : { epoch: options.epoch }),
    },
    { $set: { updatedAt: new Date(), ...set }, ...(options.nextEpoch ? { $inc: { epoch: 1 } } : {}) },
    { returnDocument: 'after', ...(options.session ? { session: options.session } : {}) },
  );
}

/** Cancels what is planned or under way in a workspace that is being deleted. @returns how many that were */
export async function cancelAll(workspaceId: ObjectId, session: ClientSession): Promise<number> {
  const now = new Date();
  const { modifiedCount } = await campaigns().updateMany(
    { workspaceId, status: { $in: ['SCHEDULED', 'PREPARING', 'SENDING', 'PAUSED'] } },
    { $set: { status: 'CANCELLED', completedAt: now, updatedAt: now }, $inc: { epoch: 1 } },
    { session },
  );
  return modifiedCount;
}

/** Changes a draft or a schedule as it was read; null when somebody else was faster. */
export function changeEditable(
  { workspaceId, _id, status, updatedAt }: CampaignDocument,
  set: Document & { status?: CampaignStatus },
  { nextEpoch = false }: { nextEpoch?: boolean } = {},
): Promise<CampaignDocument | null> {
  return transition(
    workspaceId,
    _id,
    [status],
    { ...set, updatedAt: laterThan(updatedAt) },
    { when: { updatedAt }, nextEpoch },
  );
}

/** Apart from the guarded changes: words say nothing about where a campaign stands. */
export async function saveSummary(
  workspaceId: ObjectId,
  id: ObjectId,
  summary: CampaignSummary,
): Promise<void> {
  await campaigns().updateOne({ _id: id, workspaceId }, { $set: { summary } });
}

/** `ifUpdatedAt`: only while the campaign is as it was then. */
export async function saveTags(
  workspaceId: ObjectId,
  id: ObjectId,
  autoTags: StoredTag[],
  ifUpdatedAt?: Date,
): Promise<void> {
  await campaigns().updateOne(
    { _id: id, workspaceId, ...(ifUpdatedAt ? { updatedAt: ifUpdatedAt } : {}) },
    { $set: { autoTags } },
  );
}

/** Deletes a campaign as it was read; false when somebody else was faster. */
export async function deleteCampaign({
  _id,
  workspaceId,
  status,
  updatedAt,
}: CampaignDocument): Promise<boolean> {
  const result = await campaigns().deleteOne({ _id, workspaceId, status, updatedAt });
  return result.deletedCount === 1;
}

/** The campaign's own text, or that of a variant; one it does not have (A, null) is its own. */
export function templateOf(row: CampaignDocument, variant?: string | null): Template {
  const { template } = row.experiment?.variants.find(({ key }) => key === variant) ?? row;
  return { ...(template.subject ? { subject: template.subject } : {}), body: template.body };
}

export const storedTemplate = ({ subject, body }: Template): CampaignDocument['template'] => ({
  subject: subject ?? null,
  body,
});

/** One that changes nothing counts as none. */
export const storedExperiment = (experiment: Experiment | null | undefined): StoredExperiment | null =>
  !experiment || (experiment.variants.length === 0 && experiment.holdout === 0)
    ? null
    : {
        variants: experiment.variants.map(({ template, ...rest }) => ({
          ...rest,
          template: storedTemplate(template),
        })),
        holdout: experiment.holdout,
      };
