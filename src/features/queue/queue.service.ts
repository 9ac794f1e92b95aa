import { queueNames } from '../../lib/queue-names.ts';
import { noteChange } from '../../server/audit.ts';
import { AppError } from '../../server/errors.ts';
import { log } from '../../server/log.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { queue } from '../../server/queue.ts';
import { queueOverview } from '../../server/queue-overview.ts';
import { requireOperator } from '../workspaces/operators.service.ts';
import {
  type CleanAction,
  keptQueues,
  type QueueName,
  type QueueState,
  type QueueStatusPage,
} from './queue.schema.ts';

const CLEAN_LIMIT = 100_000;

/** Figures of every queue. All workspaces share the queues, and the figures say nothing of any one. */
export async function getQueueStatus(caller: Caller): Promise<QueueStatusPage> {
  requirePermission(caller, 'queue:read');
  return readQueues();
}

/** The figures without a caller, for what shows them to many. */
export const readQueues = async (): Promise<QueueStatusPage> => ({
  queues: await Promise.all(queueNames.map((name) => queueOverview(name))),
});

/**
 * Removes jobs of one queue or of all: finished ones, failed ones, or all that wait. Draining loses no message: the
 * ledger and the imports know what is left, and the sweep gives it new jobs. What waits in `keptQueues` nobody could
 * bring back, so it stays.
 * @throws AppError UNPROCESSABLE when such a queue alone is to be drained
 */
export async function cleanQueues(
  caller: Caller,
  { action: actions, queue: only }: { action: readonly CleanAction[]; queue?: QueueName | undefined },
): Promise<{ removed: number }> {
  await requireOperator(caller, 'queue:write');
  if (only && actions.includes('drain') && keptQueues.includes(only))
    throw new AppError(
      'UNPROCESSABLE',
      `The queue ${only} cannot be drained: what waits in it is written down nowhere else and would be lost. Pause it instead.`,
    );
  const names = only ? [only] : queueNames;
  const removed = await Promise.all(
    actions.flatMap((action) =>
      names
        .filter((name) => action !== 'drain' || !keptQueues.includes(name))
        .map((name) => cleanQueue(name, action)),
    ),
  );
  const sum = removed.reduce((total, n) => total + n, 0);
  noteChange({ targetName: only ?? 'all queues', after: { actions, removed: sum } });
  log().warn({ actor: caller.actor, actions, queues: names, removed: sum }, 'Jobs were removed by hand');
  return { removed: sum };
}

async function cleanQueue(name: QueueName, action: CleanAction): Promise<number> {
  const target = queue(name);
  if (action === 'drain') {
    const waiting = () => target.getJobCountByTypes('waiting', 'delayed', 'prioritized');
    const before = await waiting();
    await target.drain(true);
    // The next run of a recurring job is kept.
    return Math.max(0, before - (await waiting()));
  }
  const removed = await target.clean(0, CLEAN_LIMIT, action === 'clean-completed' ? 'completed' : 'failed');
  return removed.length;
}

/**
 * Stops every worker from taking jobs of the queue until it is resumed; jobs under way are finished, new ones wait. It
 * concerns all workspaces and outlives restarts. Pausing twice changes nothing.
 */
export const pauseQueue = (caller: Caller, name: QueueName): Promise<QueueState> =>
  setPaused(caller, name, true);

/** Lets workers take jobs of the queue again. */
export const resumeQueue = (caller: Caller, name: QueueName): Promise<QueueState> =>
  setPaused(caller, name, false);

async function setPaused(caller: Caller, name: QueueName, paused: boolean): Promise<QueueState> {
  await requireOperator(caller, 'queue:write');
  await (paused ? queue(name).pause() : queue(name).resume());
  noteChange({ targetName: name });
  log().warn({ actor: caller.actor, queue: name }, paused ? 'A queue was paused' : 'A queue was resumed');
  return queueOverview(name);
}
