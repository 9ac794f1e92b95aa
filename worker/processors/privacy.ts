import { runErasure } from '../../src/features/privacy/erasure/run-erasure.ts';
import { eraseJob, retentionJob, workspaceRetentionJob } from '../../src/features/privacy/privacy.jobs.ts';
import { applyRetention, startRetention } from '../../src/features/privacy/retention/retention.service.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const privacyProcessors = [
  defineProcessor(eraseJob, async (payload, { signal }) => {
    const againInMs = await runErasure(payload, signal);
    return againInMs === null ? undefined : { againInMs };
  }),
  defineProcessor(retentionJob, async () => {
    await startRetention();
    return undefined;
  }),
  defineProcessor(workspaceRetentionJob, async (payload, { signal }) => {
    await applyRetention(payload, signal);
    return undefined;
  }),
];
