import { purgeWorkspace } from '../../src/features/workspaces/delete-workspace.service.ts';
import { purgeWorkspaceJob } from '../../src/features/workspaces/workspaces.jobs.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const purgeWorkspaceProcessor = defineProcessor(purgeWorkspaceJob, async (payload, { signal }) => {
  const againInMs = await purgeWorkspace(payload, { signal });
  return againInMs === null ? undefined : { againInMs };
});
