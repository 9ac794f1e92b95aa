import { fillSample } from '../../src/features/onboarding/fill-sample.ts';
import { followWithOrders } from '../../src/features/onboarding/first-steps.service.ts';
import { sampleFillJob, sampleOrdersJob } from '../../src/features/onboarding/onboarding.jobs.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const onboardingProcessors = [
  defineProcessor(sampleOrdersJob, async (payload) => {
    const againInMs = await followWithOrders(payload);
    return againInMs === null ? undefined : { againInMs };
  }),
  defineProcessor(sampleFillJob, async (payload, { signal }) => {
    const againInMs = await fillSample(payload, { signal });
    return againInMs === null ? undefined : { againInMs };
  }),
];
