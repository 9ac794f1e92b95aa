import { importUndoJob } from '../../src/features/imports/imports.jobs.ts';
import { runUndo } from '../../src/features/imports/run-undo.ts';
import { abandonUndo } from '../../src/features/imports/undo-import.service.ts';
import { requestRfmSoon } from '../../src/features/rfm/rfm.service.ts';
import { errorTable, toAppError } from '../../src/server/errors.ts';
import { defineProcessor } from '../../src/server/queue.ts';

/** As for imports: about eight minutes of trying. */
const GIVE_UP_AFTER = 20;

export const importUndoProcessor = defineProcessor(importUndoJob, async (payload, { attempt, signal }) => {
  try {
    const againInMs = await runUndo({ ...payload, signal });
    if (againInMs !== null) return { againInMs };
    await requestRfmSoon(payload.workspaceId);
    return undefined;
  } catch (error) {
    if (attempt >= GIVE_UP_AFTER || !errorTable[toAppError(error).code].retry)
      await abandonUndo(payload.workspaceId, payload.importId);
    throw error;
  }
});
