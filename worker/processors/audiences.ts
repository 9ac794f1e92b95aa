import {
  countWorkspaceDay,
  recordCount,
  startDay,
} from '../../src/features/audiences/audience-counts.service.ts';
import {
  countAudienceJob,
  dailyJob,
  markSnapshotJob,
  unmarkSnapshotJob,
  workspaceDayJob,
} from '../../src/features/audiences/audiences.jobs.ts';
import {
  markSnapshot,
  unmarkOrphans,
  unmarkSnapshot,
} from '../../src/features/audiences/snapshots.service.ts';
import { computeRfmJob } from '../../src/features/rfm/rfm.jobs.ts';
import { computeRfm, computeRfmOfDay } from '../../src/features/rfm/rfm.service.ts';
import { defineProcessor, type RunAgain } from '../../src/server/queue.ts';

const again = (inMs: number | null): RunAgain | undefined =>
  inMs === null ? undefined : { againInMs: inMs };

export const audienceProcessors = [
  defineProcessor(markSnapshotJob, async (payload, { signal }) => again(await markSnapshot(payload, signal))),
  defineProcessor(unmarkSnapshotJob, async (payload, { signal }) =>
    again(await unmarkSnapshot(payload, signal)),
  ),
  defineProcessor(countAudienceJob, async (payload) => {
    await recordCount(payload);
    return undefined;
  }),
  defineProcessor(dailyJob, async () => {
    await startDay();
    return undefined;
  }),
  defineProcessor(workspaceDayJob, async (payload, { signal }) => {
    await unmarkOrphans(payload.workspaceId);
    // Before the counts, which may be of segments.
    await computeRfmOfDay(payload.workspaceId, payload.day, signal);
    await countWorkspaceDay(payload, signal);
    return undefined;
  }),
  defineProcessor(computeRfmJob, async ({ workspaceId }, { signal }) =>
    again(await computeRfm(workspaceId, signal)),
  ),
];
