import { ObjectId } from 'mongodb';
import type { z } from 'zod';
import { fold } from '../../lib/fold.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, type Permission, requirePermission } from '../../server/permissions.ts';
import * as repository from './saved-views.repository.ts';
import {
  type createViewInput,
  type defaultViewInput,
  MAX_VIEWS,
  readViewState,
  type SavedView,
  type updateViewInput,
  type ViewList,
} from './saved-views.schema.ts';

/** Views are the workspace's: whoever may change what a list shows may change its views. */
const permissions: Record<ViewList, { read: Permission; write: Permission }> = {
  customers: { read: 'customers:read', write: 'customers:write' },
};
/** How long a deleted view can be had back. */
const RESTORE_WITHIN_MS = 86_400_000;

/** The views of a list in the order they were made. */
export async function listViews(caller: Caller, list: ViewList): Promise<SavedView[]> {
  requirePermission(caller, permissions[list].read);
  const rows = await repository.listViews(new ObjectId(caller.workspaceId), list);
  return rows.map((row) => toView(caller, row));
}

/** @throws AppError CONFLICT when the name is taken, or there are 50 already */
export async function createView(
  caller: Caller,
  { list, name, state }: z.output<typeof createViewInput>,
): Promise<SavedView> {
  requirePermission(caller, permissions[list].write);
  const workspaceId = new ObjectId(caller.workspaceId);
  await requireRoom(workspaceId, list);
  const now = new Date();
  await repository.forgetDeleted(workspaceId, list, new Date(now.getTime() - RESTORE_WITHIN_MS));
  const row: repository.SavedViewDocument = {
    _id: new ObjectId(),
    workspaceId,
    list,
    name,
    key: fold(name),
    state,
    defaultFor: [],
    createdById: caller.userId ? new ObjectId(caller.userId) : null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await refuseTaken(repository.insertView(row), name);
  note(null, row);
  return toView(caller, row);
}

/** Gives a view another name, or what the list shows now. @throws AppError NOT_FOUND; CONFLICT when the name is taken */
export async function updateView(
  caller: Caller,
  { id, name, state }: z.output<typeof updateViewInput>,
): Promise<SavedView> {
  const before = await findOwn(caller, id, 'write');
  const after = await refuseTaken(
    repository.updateView(before.workspaceId, before._id, false, {
      ...(name === undefined ? {} : { name, key: fold(name) }),
      ...(state === undefined ? {} : { state }),
      updatedAt: new Date(),
    }),
    name ?? before.name,
  );
  if (!after) throw notFound();
  note(before, after);
  return toView(caller, after);
}

/** Takes a view away for everybody; `restoreView` brings it back for a day. @throws AppError NOT_FOUND */
export async function deleteView(caller: Caller, id: string): Promise<{ id: string }> {
  const before = await findOwn(caller, id, 'write');
  const gone = await repository.updateView(before.workspaceId, before._id, false, {
    key: `#${id}`,
    deletedAt: new Date(),
  });
  if (!gone) throw notFound();
  note(before, null);
  return { id };
}

/** Brings a deleted view back as it was. @throws AppError NOT_FOUND; CONFLICT when its name is another’s by now */
export async function restoreView(caller: Caller, id: string): Promise<SavedView> {
  const row = await repository.findView(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row?.deletedAt) throw notFound();
  requirePermission(caller, permissions[row.list].write);
  await requireRoom(row.workspaceId, row.list);
  const back = await refuseTaken(
    repository.updateView(row.workspaceId, row._id, true, { key: fold(row.name), deletedAt: null }),
    row.name,
  );
  if (!back) throw notFound();
  note(null, back);
  return toView(caller, back);
}

/** Which view the list opens with for whoever asks; it is theirs alone. @throws AppError NOT_FOUND, FORBIDDEN for an API key */
export async function setDefaultView(
  caller: Caller,
  { list, id }: z.output<typeof defaultViewInput>,
): Promise<{ id: string | null }> {
  requirePermission(caller, permissions[list].read);
  if (!caller.userId) throw new AppError('FORBIDDEN', 'This is for a signed-in person.');
  const view = id === null ? null : await findOwn(caller, id, 'read');
  await repository.setDefault(
    new ObjectId(caller.workspaceId),
    list,
    new ObjectId(caller.userId),
    view?._id ?? null,
  );
  return { id };
}

async function findOwn(
  caller: Caller,
  id: string,
  to: 'read' | 'write',
): Promise<repository.SavedViewDocument> {
  const row = await repository.findView(new ObjectId(caller.workspaceId), toObjectId(id));
  if (!row || row.deletedAt) throw notFound();
  requirePermission(caller, permissions[row.list][to]);
  return row;
}

async function requireRoom(workspaceId: ObjectId, list: ViewList): Promise<void> {
  if ((await repository.listViews(workspaceId, list)).length >= MAX_VIEWS)
    throw new AppError(
      'CONFLICT',
      `There are ${MAX_VIEWS} views already, which is the most a list may have. Delete one that is not needed any more.`,
    );
}

async function refuseTaken<T>(write: Promise<T>, name: string): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
    throw new AppError('CONFLICT', `There is a view called “${name}” already. Choose another name.`, {
      errors: [{ path: 'name', message: 'is another view’s' }],
      cause: error,
    });
  }
}

const notFound = () => new AppError('NOT_FOUND', 'This view is not there any more.');

function note(before: repository.SavedViewDocument | null, after: repository.SavedViewDocument | null): void {
  const shown = (row: repository.SavedViewDocument | null) =>
    row ? { name: row.name, state: row.state } : undefined;
  const row = after ?? before;
  noteChange({
    targetId: row?._id.toHexString(),
    targetName: row?.name,
    before: shown(before),
    after: shown(after),
  });
}

const toView = ({ userId }: Caller, row: repository.SavedViewDocument): SavedView => ({
  id: row._id.toHexString(),
  name: row.name,
  state: readViewState(row.list, row.state),
  isDefault: row.defaultFor.some((id) => id.toHexString() === userId),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
