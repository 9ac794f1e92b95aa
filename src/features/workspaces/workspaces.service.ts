import { randomBytes } from 'node:crypto';
import { noteChange } from '../../server/audit.ts';
import { AppError, toAppError } from '../../server/errors.ts';
import { type Caller, can, permissionNames, type Role, requirePermission } from '../../server/permissions.ts';
import { callerIsOperator, operatorsPermissions } from './operators.service.ts';
import type { Workspace } from './workspaces.repository.ts';
import * as repository from './workspaces.repository.ts';
import type { CurrentWorkspace, UpdateWorkspaceInput, WorkspaceDetails } from './workspaces.schema.ts';

const DEFAULT_CURRENCY = 'GBP';

/** @throws AppError CONFLICT when another workspace has the slug */
export async function createWorkspace(input: {
  name: string;
  slug: string;
  currency?: string;
}): Promise<Workspace> {
  if (await repository.findWorkspaceBySlug(input.slug)) {
    throw new AppError('CONFLICT', `There is a workspace with the slug “${input.slug}” already.`);
  }
  return repository.insertWorkspace({
    name: input.name,
    slug: input.slug,
    currency: input.currency ?? DEFAULT_CURRENCY,
  });
}

/** A first workspace for someone who has just signed up; they own it. */
export async function createWorkspaceFor(user: { id: string; name: string }): Promise<Workspace> {
  const workspace = await createNamedWorkspace({ name: `${user.name}’s workspace` });
  await repository.insertMembership(workspace.id, user.id, 'OWNER');
  return workspace;
}

/** A workspace of any name; its slug is the name's with a random end. */
export function createNamedWorkspace({
  name,
  currency,
}: {
  name: string;
  currency?: string | undefined;
}): Promise<Workspace> {
  const base = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return createWorkspace({
    name,
    slug: `${base || 'workspace'}-${randomBytes(4).toString('hex')}`,
    ...(currency ? { currency } : {}),
  });
}

/** Adds a user; one who is a member already stays as they are. */
export async function addMember(workspaceId: string, userId: string, role: Role): Promise<void> {
  if ((await repository.findRole(workspaceId, userId)) !== null) return;
  await repository.insertMembership(workspaceId, userId, role).catch((error: unknown) => {
    // Added by somebody else at this moment.
    if (toAppError(error).code !== 'CONFLICT') throw error;
  });
}

/** @throws AppError NOT_FOUND */
export async function findWorkspace(id: string): Promise<Workspace> {
  const workspace = await repository.findWorkspaceById(id);
  if (!workspace || workspace.deletedAt)
    throw new AppError('NOT_FOUND', 'This workspace does not exist any more.');
  return workspace;
}

/** Also one that is being deleted: its slug is taken until all of its rows are gone. */
export const findBySlugAlsoDeleted = (slug: string): Promise<Workspace | null> =>
  repository.findWorkspaceBySlug(slug);

export const hasMembers = (workspaceId: string): Promise<boolean> => repository.hasMembers(workspaceId);

/** @throws AppError NOT_FOUND */
export async function findWorkspaceBySlug(slug: string): Promise<Workspace> {
  const workspace = await repository.findWorkspaceBySlug(slug);
  if (!workspace) throw new AppError('NOT_FOUND', `There is no workspace with the slug “${slug}”.`);
  return workspace;
}

/** The user's roles by workspace, the one joined first first; asked anew at each request: a removed member is out at once. */
export const rolesOf = (userId: string): Promise<Map<string, Role>> => repository.findRolesOfUser(userId);

export async function getCurrentWorkspace(caller: Caller): Promise<CurrentWorkspace> {
  const [workspace, user] = await Promise.all([
    findWorkspace(caller.workspaceId),
    caller.userId ? repository.findUserById(caller.userId) : null,
  ]);
  const operates = await callerIsOperator(caller);
  const permissions = permissionNames.filter(
    (permission) => can(caller, permission) && (operates || !operatorsPermissions.includes(permission)),
  );
  const { id, name, slug, currency, settings, isSample } = workspace;
  const { timeZone } = settings;
  return { id, name, slug, currency, timeZone, isSample, role: caller.role, permissions, user };
}

/** The caller's workspace with its rules of sending. */
export async function getWorkspaceDetails(caller: Caller): Promise<WorkspaceDetails> {
  requirePermission(caller, 'campaigns:read');
  const { name, currency, settings } = await findWorkspace(caller.workspaceId);
  return { name, currency, settings };
}

/** Changes what is given. It holds for every message not sent yet; one that waits for quiet hours to end keeps its time. */
export async function updateWorkspace(
  caller: Caller,
  { name, currency, settings }: UpdateWorkspaceInput,
): Promise<WorkspaceDetails> {
  requirePermission(caller, 'workspace:write');
  const current = await findWorkspace(caller.workspaceId);
  const changed = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
  await repository.updateWorkspace(current.id, {
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency }),
    settings: { ...current.settings, ...Object.fromEntries(changed) },
  });
  const updated = await findWorkspace(current.id);
  const shown = (workspace: Workspace) => ({
    name: workspace.name,
    currency: workspace.currency,
    ...workspace.settings,
  });
  noteChange({
    targetId: current.id,
    targetName: updated.name,
    before: shown(current),
    after: shown(updated),
  });
  return { name: updated.name, currency: updated.currency, settings: updated.settings };
}

/** The ids of all workspaces, some at a time. */
export const workspaceIdsInPages = (): AsyncGenerator<string[]> => repository.walkWorkspaceIds(500);
