import { ObjectId } from 'mongodb';
import type { CampaignStatus } from '../../lib/campaign-status.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId, withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { emailSchema } from '../auth/auth.schema.ts';
import { requireNotErased } from '../privacy/erased-addresses.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import { type CampaignDocument, findCampaign, transition } from './campaigns.repository.ts';
import type { Channel } from './campaigns.schema.ts';
import { campaignNames } from './campaigns.service.ts';
import * as repository from './dead-letters.repository.ts';
import type {
  DeadLetter,
  DeadLetterChoice,
  DeadLetterDetail,
  DiscardDeadLetters,
  MessageEdit,
  RetryDeadLetters,
} from './dead-letters.schema.ts';
import { decideOutcomes } from './engine/outcomes.ts';
import { publishSnapshot } from './engine/progress.ts';
import { enqueueRemaining } from './engine/remaining-jobs.ts';
import { touchTally } from './engine/tally.ts';
import { findMessage } from './messages.repository.ts';

interface ListInput {
  status: DeadLetter['status'];
  campaignId?: string | undefined;
  reason?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Messages that failed for good, newest first, and the open ones grouped by campaign and cause. */
export async function listDeadLetters(caller: Caller, input: ListInput) {
  requirePermission(caller, 'dead-letters:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const campaignId = input.campaignId ? new ObjectId(input.campaignId) : undefined;
  const [rows, groups] = await Promise.all([
    repository.listDeadLetters(
      workspaceId,
      {
        status: input.status,
        ...(campaignId ? { campaignId } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      },
      { limit: input.limit + 1, ...(input.cursor ? { after: new ObjectId(input.cursor) } : {}) },
    ),
    repository.groupOpen(workspaceId, campaignId),
  ]);
  const ids = [...rows, ...groups].map((r) => r.campaignId.toHexString());
  const names = await campaignNames(caller.workspaceId, ids);
  const nameOf = (id: ObjectId) => names.get(id.toHexString())?.name ?? 'Deleted campaign';
  const items = rows.slice(0, input.limit).map((row) => toDeadLetter(row, nameOf(row.campaignId)));
  return {
    items,
    groups: groups.map((g) => ({
      campaignId: g.campaignId.toHexString(),
      campaignName: nameOf(g.campaignId),
      reason: g.reason,
      count: g.count,
    })),
    nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null,
  };
}

const toDeadLetter = (row: repository.DeadLetterDocument, campaignName: string): DeadLetter => ({
  id: row._id.toHexString(),
  campaignId: row.campaignId.toHexString(),
  campaignName,
  messageId: row.messageId.toHexString(),
  customerId: row.customerId.toHexString(),
  status: row.status,
  reason: row.reason,
  to: row.payload.edit?.to ?? row.payload.to,
  attempts: row.attempts,
  note: row.note,
  createdAt: row.createdAt,
  resolvedAt: row.resolvedAt ?? null,
});

/** One letter with all that happened to it, and the message as a retry would send it. */
export async function getDeadLetter(caller: Caller, id: string): Promise<DeadLetterDetail> {
  requirePermission(caller, 'dead-letters:read');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letter = await repository.findDeadLetter(workspaceId, toObjectId(id));
  if (!letter) throw new AppError('NOT_FOUND', 'There is no dead letter with this id.');
  const [campaign, message] = await Promise.all([
    findCampaign(workspaceId, letter.campaignId),
    findMessage(workspaceId, letter.messageId),
  ]);
  const workspace = await findWorkspace(caller.workspaceId);
  const [outcome] =
    campaign && message ? await decideOutcomes({ campaign, workspace, begun: new Set() }, [message]) : [];
  const { to, subject, body, edit } = letter.payload;
  const text = outcome?.send ? outcome : { to, subject, body, ...edit };
  return {
    ...toDeadLetter(letter, campaign?.name ?? 'Deleted campaign'),
    channel: campaign?.channel ?? 'EMAIL',
    history: letter.history.map(({ at, event, reason, attempts, edited, note }) => ({
      at: new Date(at),
      event: event ?? 'FAILED',
      reason: reason ?? null,
      attempts: attempts ?? null,
      edited: edited ?? [],
      note: note ?? null,
    })),
    message: { to: text.to ?? '', subject: text.subject ?? '', body: text.body ?? '' },
    problem: outcome && !outcome.send ? { reason: outcome.reason, detail: outcome.detail } : null,
  };
}

/** Campaigns whose dead letters may be sent again. A paused one stays paused: they go out when it is resumed. */
const REOPENED: readonly CampaignStatus[] = ['PREPARING', 'SENDING', 'COMPLETED', 'COMPLETED_WITH_FAILURES'];

/**
 * Sends them once more, with a fresh round of tries; a completed campaign goes back to SENDING until they are done.
 * Letters of a cancelled campaign stay as they are. One letter may be given another address or text, which is sent as it is.
 * @throws AppError VALIDATION when the new address is none for the campaign’s channel, CONFLICT when its owner was erased
 */
export async function retryDeadLetters(
  caller: Caller,
  input: RetryDeadLetters,
): Promise<{ retried: number }> {
  requirePermission(caller, 'dead-letters:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letters = await repository.findSelected(workspaceId, selectionOf(input));
  const { to, subject, body } = input;
  const [only] = letters;
  const edit = only ? await checkEdit(caller, only.campaignId, { to, subject, body }) : {};
  let retried = 0;
  const edited = Object.entries(edit).flatMap(([part, value]) => (value === undefined ? [] : [part]));
  for (const group of Map.groupBy(letters, (l) => l.campaignId.toHexString()).values()) {
    const [first] = group;
    if (!first) continue;
    const result = await reopen(workspaceId, first.campaignId, group, { by: caller.actor, edit });
    if (!result) continue;
    retried += result.queued;
    if (result.campaign.status !== 'PAUSED') await enqueueRemaining(result.campaign);
    await touchTally(result.campaign._id.toHexString(), 'all');
    await publishSnapshot(caller.workspaceId, result.campaign._id.toHexString());
  }
  await noteLetters(caller, letters, { retried, ...(edited.length > 0 ? { edited } : {}) });
  return { retried };
}

/** The messages queued and their campaign at work, both or neither: a campaign is never over with a row still to send. */
function reopen(
  workspaceId: ObjectId,
  campaignId: ObjectId,
  letters: readonly repository.DeadLetterDocument[],
  decision: { by: string; edit: MessageEdit },
): Promise<{ campaign: CampaignDocument; queued: number } | null> {
  return withTransaction(async (session) => {
    const options = { nextEpoch: true, session };
    const campaign =
      (await transition(
        workspaceId,
        campaignId,
        REOPENED,
        { status: 'SENDING', completedAt: null },
        options,
      )) ?? (await transition(workspaceId, campaignId, ['PAUSED'], {}, options));
    if (!campaign) return null;
    return { campaign, queued: await repository.requeueDead(workspaceId, letters, decision, session) };
  });
}

/** Gives them up; the letter and its note stay. */
export async function discardDeadLetters(
  caller: Caller,
  input: DiscardDeadLetters,
): Promise<{ discarded: number }> {
  requirePermission(caller, 'dead-letters:write');
  const workspaceId = new ObjectId(caller.workspaceId);
  const letters = await repository.findSelected(workspaceId, selectionOf(input));
  const discarded = await repository.discard(
    workspaceId,
    letters.map((l) => l._id),
    { note: input.note || null, by: caller.actor },
  );
  await noteLetters(caller, letters, { discarded, note: input.note || null });
  return { discarded };
}

/** For the audit log: what was decided about how many, of which campaign when they are all of one. */
async function noteLetters(
  caller: Caller,
  letters: readonly repository.DeadLetterDocument[],
  after: Record<string, unknown>,
): Promise<void> {
  const [campaignId, another] = new Set(letters.map((letter) => letter.campaignId.toHexString()));
  if (!campaignId || another) return noteChange({ after });
  const names = await campaignNames(caller.workspaceId, [campaignId]);
  noteChange({ targetId: campaignId, targetName: names.get(campaignId)?.name, after });
}

function selectionOf({ ids, campaignId, reason }: DeadLetterChoice): repository.DeadLetterSelection {
  return ids
    ? { ids: ids.map((id) => new ObjectId(id)) }
    : { campaignId: new ObjectId(campaignId), reason: reason ?? '' };
}

const PHONE = /^\+?[0-9][0-9 ().-]{4,48}$/;

/** The edit with its address as it is kept, checked against the campaign’s channel. */
async function checkEdit(caller: Caller, campaignId: ObjectId, edit: MessageEdit): Promise<MessageEdit> {
  if (edit.to === undefined && edit.subject === undefined) return edit;
  const names = await campaignNames(caller.workspaceId, [campaignId.toHexString()]);
  const channel: Channel = names.get(campaignId.toHexString())?.channel ?? 'EMAIL';
  if (channel === 'SMS' && edit.subject) throw wrong('subject', 'a text message has no subject');
  if (edit.to === undefined) return edit;
  if (channel === 'SMS') {
    if (!PHONE.test(edit.to)) throw wrong('to', 'is not a telephone number');
    return edit;
  }
  const address = emailSchema.safeParse(edit.to);
  if (!address.success) throw wrong('to', 'is not an email address');
  await requireNotErased(new ObjectId(caller.workspaceId), address.data, 'to');
  return { ...edit, to: address.data };
}

const wrong = (path: string, message: string) =>
  new AppError('VALIDATION', `The ${path === 'to' ? 'address' : path} ${message}.`, {
    errors: [{ path, message }],
  });
