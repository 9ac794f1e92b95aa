import { ObjectId } from 'mongodb';
import { noteChange } from '../../server/audit.ts';
import { AppError, toAppError } from '../../server/errors.ts';
import { publish } from '../../server/events.ts';
import { type Caller, requirePermission, type Session } from '../../server/permissions.ts';
import { enqueue } from '../../server/queue.ts';
import { setSessionWorkspace } from '../auth/sessions.service.ts';
import { requireMayOwnAnother } from '../workspaces/my-workspaces.service.ts';
import {
  addMember,
  createWorkspace,
  findBySlugAlsoDeleted,
  hasMembers,
  rolesOf,
} from '../workspaces/workspaces.service.ts';
import { sampleFillJob } from './onboarding.jobs.ts';
import * as repository from './onboarding.repository.ts';
import {
  type SampleProgress,
  type SampleState,
  sampleProgressSchema,
  sampleStateSchema,
  sampleSteps,
} from './onboarding.schema.ts';

const NAME = 'Sample shop';
/** Deleted ones keep their slugs until all of their rows are gone. */
const MAX_TRIES = 20;

export const sampleTopic = (workspaceId: string): string => `workspace.${workspaceId}.sample`;

/**
 * Makes the person a workspace to play in, takes their session there, and has it filled. A person has one: who has it
 * already is taken there.
 * @throws AppError FORBIDDEN and CONFLICT as for any new workspace
 */
export async function createSampleWorkspace(session: Session): Promise<{ id: string; name: string }> {
  const id = (await findMine(session.userId)) ?? (await makeMine(session));
  await beginFilling(id, session.userId);
  await setSessionWorkspace(session, id);
  noteChange({ workspaceId: id, targetId: id, targetName: NAME });
  return { id, name: NAME };
}

/** The slug says whose it is, so that of two clicks one makes the workspace and the other finds it. */
const slugOf = (userId: string, turn: number): string =>
  turn === 0 ? `sample-${userId}` : `sample-${userId}-${turn}`;

async function findMine(userId: string): Promise<string | null> {
  const roles = await rolesOf(userId);
  for (let turn = 0; turn < MAX_TRIES; turn += 1) {
    const found = await findBySlugAlsoDeleted(slugOf(userId, turn));
    if (!found) return null;
    // One that they have handed over is somebody else's now.
    if (!found.deletedAt && roles.get(found.id) === 'OWNER') return found.id;
  }
  return null;
}

async function makeMine(session: Session): Promise<string> {
  await requireMayOwnAnother(session);
  for (let turn = 0; turn < MAX_TRIES; turn += 1) {
    const slug = slugOf(session.userId, turn);
    const id = await takeSlug(slug, session.userId);
    if (id === null) continue;
    await addMember(id, session.userId, 'OWNER');
    return id;
  }
  throw new AppError(
    'CONFLICT',
    'Sample workspaces you have deleted are still being cleared away. Try again in a few minutes.',
  );
}

/** The workspace of this slug, if it is theirs or nobody's yet; null when it is deleted or somebody else's by now. */
async function takeSlug(slug: string, userId: string): Promise<string | null> {
  const created = await createWorkspace({ name: NAME, slug }).catch((error: unknown) => {
    if (toAppError(error).code !== 'CONFLICT') throw error;
    return null;
  });
  const found = created ?? (await findBySlugAlsoDeleted(slug));
  if (!found || found.deletedAt) return null;
  // Nobody's: its maker broke off, or is the other of two clicks.
  const theirs = (await rolesOf(userId)).get(found.id) === 'OWNER' || !(await hasMembers(found.id));
  return theirs ? found.id : null;
}

async function beginFilling(workspaceId: string, userId: string): Promise<void> {
  const now = new Date();
  await repository.beginSample(new ObjectId(workspaceId), {
    userId,
    askedAt: now,
    step: sampleSteps[0],
    progress: 0,
    movedAt: now,
    doneAt: null,
    error: null,
  });
  await enqueue(sampleFillJob, { workspaceId });
}

/** How far the caller's workspace is filled; null when it is no sample. */
export async function getSample(caller: Caller): Promise<SampleState | null> {
  requirePermission(caller, 'campaigns:read');
  const found = await readSample(caller.workspaceId);
  return found && sampleStateSchema.parse(found.sample);
}

export async function readSample(
  workspaceId: string,
): Promise<{ sample: SampleProgress; createdAt: Date } | null> {
  const found = await repository.findSample(new ObjectId(workspaceId));
  return found && { sample: sampleProgressSchema.parse(found.sample), createdAt: found.createdAt };
}

/** Has what stopped the filling tried again. @throws AppError NOT_FOUND where there is no sample; CONFLICT when nothing has failed */
export async function retrySample(caller: Caller): Promise<SampleState> {
  requirePermission(caller, 'imports:write');
  const found = await readSample(caller.workspaceId);
  if (!found) throw new AppError('NOT_FOUND', 'This is no sample workspace.');
  if (found.sample.error === null) throw new AppError('CONFLICT', 'It is being filled, or full already.');
  const now = new Date();
  const sample = await saveSample(caller.workspaceId, {
    ...found.sample,
    askedAt: now,
    movedAt: now,
    error: null,
  });
  await enqueue(sampleFillJob, { workspaceId: caller.workspaceId });
  return sampleStateSchema.parse(sample);
}

/** Keeps how far it is, and tells whoever looks. */
export async function saveSample(workspaceId: string, sample: SampleProgress): Promise<SampleProgress> {
  if (!(await repository.setSample(new ObjectId(workspaceId), sample)))
    throw new AppError('CONFLICT', 'It is full already, or deleted.');
  await publish(sampleTopic(workspaceId), sampleStateSchema.parse(sample));
  return sample;
}

/** Gives samples whose job was lost a new one. Harmless while one is at work. */
export async function restartLostSamples(): Promise<void> {
  for (const workspaceId of await repository.findUnfinishedSamples())
    await enqueue(sampleFillJob, { workspaceId });
}
