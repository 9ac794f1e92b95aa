import { z } from 'zod';
import { defineJob, UNTIL_IT_WORKS } from '../../server/queue.ts';

const target = { workspaceId: z.string(), audienceId: z.string() };

/** Marks the members of a snapshot, or goes on where a killed worker stopped: the marks themselves say how far it came. */
export const markSnapshotJob = defineJob({
  name: 'audience.mark-snapshot',
  queue: 'audiences',
  schema: z.object(target),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `snapshot-${p.audienceId}`,
});

/** Takes the marks of a deleted snapshot off its members. */
export const unmarkSnapshotJob = defineJob({
  name: 'audience.unmark-snapshot',
  queue: 'audiences',
  schema: z.object(target),
  attempts: UNTIL_IT_WORKS,
  backoffMs: 1_000,
  id: (p) => `unmark-${p.audienceId}`,
});

/** Writes down how many a saved audience has today. */
export const countAudienceJob = defineJob({
  name: 'audience.count',
  queue: 'audiences',
  schema: z.object(target),
  attempts: 5,
  backoffMs: 2_000,
  id: (p) => `audience-count-${p.audienceId}`,
});

/** Every hour: gives each workspace whose day is not written down yet its job. */
export const dailyJob = defineJob({
  name: 'audience.daily',
  queue: 'audiences',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
});

/** One workspace's day (YYYY-MM-DD, UTC): counts of its audiences, and scores of its customers. */
export const workspaceDayJob = defineJob({
  name: 'audience.workspace-day',
  queue: 'audiences',
  schema: z.object({ workspaceId: z.string(), day: z.iso.date() }),
  attempts: 5,
  backoffMs: 5_000,
  id: (p) => `audience-day-${p.workspaceId}-${p.day}`,
  // Behind whatever somebody waits for.
  rank: () => 2,
});
