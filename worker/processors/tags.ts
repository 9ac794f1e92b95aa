import {
  abandonTagChange,
  runTagChange,
  runTagUndo,
} from '../../src/features/customers/tags/run-tag-change.ts';
import { changeTagsJob, undoTagsJob } from '../../src/features/customers/tags/tag-changes.jobs.ts';
import { errorTable, toAppError } from '../../src/server/errors.ts';
import { defineProcessor, type RunAgain } from '../../src/server/queue.ts';

const again = (inMs: number | null): RunAgain | undefined =>
  inMs === null ? undefined : { againInMs: inMs };

/** As for imports: about eight minutes of trying. */
const GIVE_UP_AFTER = 20;

export const tagProcessors = [
  defineProcessor(changeTagsJob, async (payload, { attempt, signal }) => {
    try {
      return again(await runTagChange({ ...payload, signal }));
    } catch (error) {
      if (attempt >= GIVE_UP_AFTER || !errorTable[toAppError(error).code].retry)
        await abandonTagChange(payload.workspaceId, payload.changeId);
      throw error;
    }
  }),
  defineProcessor(undoTagsJob, async (payload, { signal }) =>
    again(await runTagUndo({ ...payload, signal })),
  ),
];
