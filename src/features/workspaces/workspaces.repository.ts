import { inPages } from '../../lib/in-pages.ts';
import { collection, orm } from '../../server/db.ts';
import type { Role } from '../../server/permissions.ts';
import { type WorkspaceSettings, workspaceSettingsSchema } from './workspaces.schema.ts';

export interface Workspace {
  id: string;
  name: string;
  slug: string;
  currency: string;
  settings: WorkspaceSettings;
  /** Made to play in, and filled by the product. */
  isSample: boolean;
  /** Since when it is being deleted. */
  deletedAt: Date | null;
}

type Row = {
  _id: string;
  name: string;
  slug: string;
  currency: string;
  settings: unknown;
  sample: unknown;
  deletedAt: Date | null;
};
const toWorkspace = ({ _id, name, slug, currency, settings, sample, deletedAt }: Row): Workspace => ({
  id: _id,
  name,
  slug,
  currency,
  settings: workspaceSettingsSchema.parse(settings ?? {}),
  isSample: Boolean(sample),
  deletedAt: deletedAt ?? null,
});

export const insertWorkspace = async (
  input: Pick<Workspace, 'name' | 'slug' | 'currency'>,
): Promise<Workspace> =>
  toWorkspace(await orm().workspaces.create({ ...input, settings: null, deletedAt: null, sample: null }));

export async function findWorkspaceById(id: string): Promise<Workspace | null> {
  const row = await orm().workspaces.where({ _id: id }).first();
  return row ? toWorkspace(row) : null;
}

export async function findWorkspaceBySlug(slug: string): Promise<Workspace | null> {
  const row = await orm().workspaces.where({ slug }).first();
  return row ? toWorkspace(row) : null;
}

export const hasMembers = async (workspaceId: string): Promise<boolean> =>
  (await orm().memberships.where({ workspaceId }).first()) !== null;

export async function updateWorkspace(
  id: string,
  set: Partial<Pick<Workspace, 'name' | 'currency' | 'settings'>>,
): Promise<void> {
  await orm().workspaces.where({ _id: id }).updateAndCount(set);
}

export async function insertMembership(workspaceId: string, userId: string, role: Role): Promise<void> {
  await orm().memberships.create({ workspaceId, userId, role, firstStepsHiddenAt: null });
}

export async function findRole(workspaceId: string, userId: string): Promise<Role | null> {
  const row = await orm().memberships.where({ workspaceId, userId }).first();
  return row?.role ?? null;
}

/** A user's roles by workspace, the one joined first first. */
export async function findRolesOfUser(userId: string): Promise<Map<string, Role>> {
  const rows = await orm().memberships.where({ userId }).orderBy({ createdAt: 1 }).all();
  return new Map(rows.map((row) => [row.workspaceId, row.role]));
}

export async function findUserById(
  id: string,
): Promise<{ id: string; name: string | null; email: string } | null> {
  const row = await orm().users.where({ _id: id }).first();
  return row ? { id: row._id, name: row.name, email: row.email } : null;
}

/** The ids of all workspaces, in pages of `size`. */
export async function* walkWorkspaceIds(size: number): AsyncGenerator<string[]> {
  const all = collection('workspaces').find({}, { projection: { _id: 1 } });
  for await (const page of inPages(all, size))
    if (page.length > 0) yield page.map(({ _id }) => _id.toHexString());
}
