import { ObjectId } from 'mongodb';
import { fold } from '../../../lib/fold.ts';
import { plural } from '../../../lib/format.ts';
import { noteChange } from '../../../server/audit.ts';
import { toObjectId } from '../../../server/db.ts';
import { AppError } from '../../../server/errors.ts';
import { publish } from '../../../server/events.ts';
import { type Caller, requirePermission } from '../../../server/permissions.ts';
import { enqueue } from '../../../server/queue.ts';
import { countSelected } from '../../audiences/customer-selection.service.ts';
import { rulesFor } from '../customer-lists.service.ts';
import { changeTagsJob, undoTagsJob } from './tag-changes.jobs.ts';
import * as repository from './tag-changes.repository.ts';
import type { CustomerTarget, StartTagChangeInput, TagChange } from './tag-changes.schema.ts';

/** One at work and a few behind it: more are a mistake. */
const MAX_OPEN = 10;
const LISTED = 10;
/** What an undo needs is kept for a week; a day before that it is not begun any more. */
const UNDO_WITHIN_MS = 6 * 86_400_000;
/** A change untouched this long may have lost its job. */
const LOST_AFTER_MS = 60_000;

export const tagChangeTopic = (id: string): string => `tag-change.${id}`;

/**
 * Has a job put tags on customers, or take them off. Resolves as soon as that is durable.
 * @throws AppError VALIDATION when a tag is in both lists; CONFLICT when ten changes are under way already
 */
export async function startTagChange(
  caller: Caller,
  { target, add, remove }: StartTagChangeInput,
): Promise<TagChange> {
  requirePermission(caller, 'customers:write');
  const both = add.find((tag) => remove.some((other) => fold(other) === fold(tag)));
  if (both !== undefined)
    throw new AppError('VALIDATION', `“${both}” cannot be put on and taken off at once.`, {
      errors: [{ path: 'remove', message: `holds “${both}”, which is to be added too` }],
    });
  const workspaceId = new ObjectId(caller.workspaceId);
  if ((await repository.countOpen(workspaceId)) >= MAX_OPEN)
    throw new AppError(
      'CONFLICT',
      `${MAX_OPEN} changes of tags are under way already. Wait until one is done, or cancel one.`,
    );
  const { stored, total } = await settle(caller, target);
  const now = new Date();
  const row: repository.TagChangeDocument = {
    _id: new ObjectId(),
    workspaceId,
    status: 'QUEUED',
    add: [...add],
    remove: [...remove],
    target: stored,
    total,
    looked: 0,
    changed: 0,
    full: 0,
    batches: 0,
    lastId: null,
    undo: null,
    error: null,
    createdById: caller.userId ? new ObjectId(caller.userId) : null,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
  };
  await repository.insertChange(row);
  await enqueue(changeTagsJob, { workspaceId: caller.workspaceId, changeId: row._id.toHexString() });
  noteChange({
    targetId: row._id.toHexString(),
    targetName: plural(total, 'customer'),
    after: { ...(add.length > 0 ? { add } : {}), ...(remove.length > 0 ? { remove } : {}) },
  });
  return toTagChange(row);
}

async function settle(
  caller: Caller,
  target: CustomerTarget,
): Promise<{ stored: repository.StoredTarget; total: number }> {
  if ('ids' in target) {
    const ids = [...new Set(target.ids)].sort().map((id) => new ObjectId(id));
    return { stored: { ids }, total: ids.length };
  }
  const { rules } = await rulesFor(caller, target.filter);
  const except = [...new Set(target.except)].map((id) => new ObjectId(id));
  const count = await countSelected(new ObjectId(caller.workspaceId), rules);
  return { stored: { rules, except }, total: Math.max(0, count - except.length) };
}

/** @throws AppError NOT_FOUND also for another workspace's */
export async function getTagChange(caller: Caller, id: string): Promise<TagChange> {
  requirePermission(caller, 'customers:read');
  return toTagChange(await findOwn(caller, id));
}

/** The last ten changes, newest first. */
export async function listTagChanges(caller: Caller): Promise<TagChange[]> {
  requirePermission(caller, 'customers:read');
  const rows = await repository.listChanges(new ObjectId(caller.workspaceId), LISTED);
  return rows.map(toTagChange);
}

/** Stops a change where it is; what is changed stays so and can be taken back. @throws AppError NOT_FOUND, CONFLICT */
export async function cancelTagChange(caller: Caller, id: string): Promise<TagChange> {
  requirePermission(caller, 'customers:write');
  const row = await findOwn(caller, id);
  const cancelled = await repository.updateChange(
    row.workspaceId,
    row._id,
    { status: { $in: ['QUEUED', 'RUNNING'] } },
    { status: 'CANCELLED', finishedAt: new Date() },
  );
  if (!cancelled) throw new AppError('CONFLICT', 'This is over already, so there is nothing to cancel.');
  note(cancelled);
  return told(cancelled);
}

/**
 * Has a job take a change back: each customer gets the tags they had, unless somebody changed their tags since; then what
 * the change did is taken back alone.
 * @throws AppError NOT_FOUND; CONFLICT while it runs, when it is undone already, or too long ago
 */
export async function undoTagChange(caller: Caller, id: string): Promise<TagChange> {
  requirePermission(caller, 'customers:write');
  const row = await findOwn(caller, id);
  if (row.status === 'QUEUED' || row.status === 'RUNNING')
    throw new AppError('CONFLICT', 'This is still under way. Cancel it first, then undo it.');
  if (row.undo)
    throw new AppError(
      'CONFLICT',
      row.undo.status === 'DONE' ? 'This is undone already.' : 'This is being undone already.',
    );
  if (row.changed === 0) throw new AppError('CONFLICT', 'This changed nobody, so there is nothing to undo.');
  if (row.createdAt.getTime() < Date.now() - UNDO_WITHIN_MS)
    throw new AppError('CONFLICT', 'This was too long ago: what it changed was kept for a week.');
  const begun = await repository.updateChange(
    row.workspaceId,
    row._id,
    { undo: null },
    { undo: { status: 'RUNNING', restored: 0, kept: 0 } },
  );
  if (!begun) throw new AppError('CONFLICT', 'This is being undone already.');
  await enqueue(undoTagsJob, { workspaceId: caller.workspaceId, changeId: id });
  note(begun);
  return told(begun);
}

/** New jobs for changes and undos that nobody is at work on any more. */
export async function restartLostTagChanges(now = Date.now()): Promise<void> {
  for (const { _id, workspaceId, undo } of await repository.findLost(new Date(now - LOST_AFTER_MS)))
    await enqueue(undo ? undoTagsJob : changeTagsJob, {
      workspaceId: workspaceId.toHexString(),
      changeId: _id.toHexString(),
    });
}

/** Tells whoever watches it how it stands. */
export async function told(row: repository.TagChangeDocument): Promise<TagChange> {
  const change = toTagChange(row);
  await publish(tagChangeTopic(change.id), change);
  return change;
}

function note({ _id, changed, add, remove }: repository.TagChangeDocument): void {
  noteChange({
    targetId: _id.toHexString(),
    targetName: plural(changed, 'customer'),
    before: { ...(add.length > 0 ? { add } : {}), ...(remove.length > 0 ? { remove } : {}) },
  });
}

async function findOwn(caller: Caller, id: string): Promise<repository.TagChangeDocument> {
  const row = await repository.findChange(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row) throw new AppError('NOT_FOUND', 'There is no change of tags with this id.');
  return row;
}

const toTagChange = (row: repository.TagChangeDocument): TagChange => ({
  id: row._id.toHexString(),
  status: row.status,
  add: row.add,
  remove: row.remove,
  total: row.total,
  looked: row.looked,
  changed: row.changed,
  full: row.full,
  undo: row.undo ?? null,
  error: row.error ?? null,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt ?? null,
});
