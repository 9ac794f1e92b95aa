import { letterJob } from '../../src/features/auth/auth.jobs.ts';
import { sendLetter } from '../../src/features/auth/letters.service.ts';
import { defineProcessor } from '../../src/server/queue.ts';

/** Run twice, it sends a second letter whose link is as good as the first's. */
export const letterProcessor = defineProcessor(letterJob, async (payload) => {
  await sendLetter(payload);
  return undefined;
});
