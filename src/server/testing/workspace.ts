import { ObjectId } from 'mongodb';
import { database, orm } from '../db.ts';
import type { Caller } from '../permissions.ts';

/** Test support: a new workspace with an owner, so that files and tests never see each other's rows. */
export async function createTestWorkspace(): Promise<Caller> {
  const workspace = await orm().workspaces.create({
    name: 'Sample workspace',
    slug: `sample-${new ObjectId().toHexString()}`,
    currency: 'GBP',
    settings: null,
    deletedAt: null,
    sample: null,
  });
  const user = await orm().users.create({
    email: `owner-${workspace._id}@example.com`,
    name: 'Sample Owner',
    image: null,
    passwordHash: null,
    emailVerified: null,
    twoFactor: null,
  });
  await orm().memberships.create({
    workspaceId: workspace._id,
    userId: user._id,
    role: 'OWNER',
    firstStepsHiddenAt: null,
  });
  return {
    workspaceId: workspace._id,
    actor: `user:${user._id}`,
    userId: user._id,
    sessionId: null,
    role: 'OWNER',
    scopes: null,
  };
}

/** Test support: deletes every row of the workspace in every collection. */
export async function dropTestWorkspace(caller: Caller): Promise<void> {
  const workspaceId = new ObjectId(caller.workspaceId);
  const names = (await database().listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name);
  await Promise.all(names.map((name) => database().collection(name).deleteMany({ workspaceId })));
}
