import { importRunJob } from '../../src/features/imports/imports.jobs.ts';
import { abandonImport, runImport } from '../../src/features/imports/run-import.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const importRunProcessor = defineProcessor(importRunJob, async (payload, { last, signal }) => {
  try {
    await runImport({ ...payload, signal });
  } catch (error) {
    if (last) await abandonImport(payload.workspaceId, payload.importId);
    throw error;
  }
});
