import { runErasure } from '../../src/features/privacy/erasure/run-erasure.ts';
import { eraseJob } from '../../src/features/privacy/privacy.jobs.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const privacyProcessors = [
  defineProcessor(eraseJob, async (payload, { signal }) => {
    const againInMs = await runErasure(payload, signal);
    return againInMs === null ? undefined : { againInMs };
  }),
];
