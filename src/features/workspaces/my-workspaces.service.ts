import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { noteChange } from '../../server/audit.ts';
import { toObjectId } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import type { Session } from '../../server/permissions.ts';
import { setSessionWorkspace } from '../auth/sessions.service.ts';
import * as repository from './members.repository.ts';
import type { MyWorkspace } from './members.schema.ts';
import { isOperator } from './operators.service.ts';
import { addMember, createNamedWorkspace } from './workspaces.service.ts';

/** A sane person has a handful; a program that makes them has to be stopped somewhere. */
const MAX_OWNED = 50;

/** The person's workspaces, the one joined first first. */
export async function listMyWorkspaces(session: Session): Promise<MyWorkspace[]> {
  const rows = await repository.listWorkspacesOf(new ObjectId(session.userId));
  return rows.map(({ id, name, isSample, role, members }) => ({
    id: id.toHexString(),
    name,
    isSample,
    role,
    members,
    isCurrent: id.toHexString() === session.workspaceId,
  }));
}

/** @throws AppError FORBIDDEN where sign-up is not open to everybody and the person owns none; CONFLICT for very many */
export async function requireMayOwnAnother(session: Session): Promise<void> {
  const owned = (await listMyWorkspaces(session)).filter(({ role }) => role === 'OWNER').length;
  if (owned >= MAX_OWNED)
    throw new AppError(
      'CONFLICT',
      `You own ${MAX_OWNED} workspaces already, which is the most one may have.`,
    );
  if (owned === 0 && !(await mayBegin(session)))
    throw new AppError(
      'FORBIDDEN',
      'On this server new workspaces are made by its operators. Ask one of them, or whoever invited you.',
    );
}

/** Makes another workspace, owned by the person, and takes their session there. @throws as requireMayOwnAnother does */
export async function createMyWorkspace(
  session: Session,
  input: { name: string; currency?: string | undefined },
): Promise<{ id: string; name: string }> {
  await requireMayOwnAnother(session);
  const workspace = await createNamedWorkspace(input);
  await addMember(workspace.id, session.userId, 'OWNER');
  await setSessionWorkspace(session, workspace.id);
  const { id, name, currency } = workspace;
  noteChange({ workspaceId: id, targetId: id, targetName: name, after: { name, currency } });
  return { id, name };
}

const mayBegin = async ({ userId }: Session): Promise<boolean> =>
  getEnv().signUp === 'open' || (getEnv().operators.length > 0 && (await isOperator([userId])));

/** Takes the session to another of the person's workspaces. @throws AppError NOT_FOUND for one they are not in */
export async function switchWorkspace(session: Session, id: string): Promise<{ id: string; name: string }> {
  toObjectId(id);
  const found = (await listMyWorkspaces(session)).find((workspace) => workspace.id === id);
  if (!found) throw new AppError('NOT_FOUND', 'You are not a member of this workspace (any more).');
  await setSessionWorkspace(session, id);
  noteChange({ workspaceId: id, targetId: id, targetName: found.name });
  return { id, name: found.name };
}
