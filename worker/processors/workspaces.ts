import { purgeWorkspace } from '../../src/features/workspaces/delete-workspace.service.ts';
import { sendInvitationLetter } from '../../src/features/workspaces/invitations.service.ts';
import { invitationLetterJob, purgeWorkspaceJob } from '../../src/features/workspaces/workspaces.jobs.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const workspaceProcessors = [
  defineProcessor(invitationLetterJob, async (payload) => {
    await sendInvitationLetter(payload);
  }),
  defineProcessor(purgeWorkspaceJob, async (payload, { signal }) => {
    const againInMs = await purgeWorkspace(payload, { signal });
    return againInMs === null ? undefined : { againInMs };
  }),
];
