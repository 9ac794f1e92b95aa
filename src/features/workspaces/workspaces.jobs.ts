import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

/** The letter of an invitation. Its link is made when it is sent, so that no secret lies in a queue. */
export const invitationLetterJob = defineJob({
  name: 'invitation.letter',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string(), invitationId: z.string() }),
  attempts: 8,
  backoffMs: 5_000,
});

/** Takes away all rows of a deleted workspace, page by page. */
export const purgeWorkspaceJob = defineJob({
  name: 'workspace.purge',
  queue: 'maintenance',
  schema: z.object({ workspaceId: z.string() }),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `purge-${p.workspaceId}`,
});
