import { importRunJob } from '../../src/features/imports/imports.jobs.ts';
import { abandonImport, runImport } from '../../src/features/imports/run-import.ts';
import { requestRfmSoon } from '../../src/features/rfm/rfm.service.ts';
import { errorTable, toAppError } from '../../src/server/errors.ts';
import { defineProcessor } from '../../src/server/queue.ts';

/** About eight minutes of trying: longer than a database is away for a restart, short enough for who waits. */
const GIVE_UP_AFTER = 20;

export const importRunProcessor = defineProcessor(importRunJob, async (payload, { attempt, signal }) => {
  try {
    const againInMs = await runImport({ ...payload, signal });
    if (againInMs !== null) return { againInMs };
    await requestRfmSoon(payload.workspaceId);
    return undefined;
  } catch (error) {
    if (attempt >= GIVE_UP_AFTER || !errorTable[toAppError(error).code].retry)
      await abandonImport(payload.workspaceId, payload.importId);
    throw error;
  }
});
