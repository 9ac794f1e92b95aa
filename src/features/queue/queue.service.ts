import { type Caller, requirePermission } from '../../server/permissions.ts';
import { queue, queueNames, queueStatus } from '../../server/queue.ts';
import type { CleanAction } from './queue.schema.ts';

const CLEAN_LIMIT = 100_000;

export async function getQueueStatus(caller: Caller) {
  requirePermission(caller, 'queue:read');
  return { queues: await Promise.all(queueNames.map(queueStatus)) };
}

/**
 * Removes jobs of every queue: finished ones, failed ones, or all that wait. Draining loses no message: the ledger knows
 * what is left, and the sweep gives it new jobs.
 */
export async function cleanQueues(caller: Caller, action: CleanAction): Promise<{ removed: number }> {
  requirePermission(caller, 'queue:write');
  const removed = await Promise.all(queueNames.map((name) => cleanQueue(name, action)));
  return { removed: removed.reduce((sum, n) => sum + n, 0) };
}

async function cleanQueue(name: (typeof queueNames)[number], action: CleanAction): Promise<number> {
  const target = queue(name);
  if (action === 'drain') {
    const before = await target.getJobCountByTypes('waiting', 'delayed', 'prioritized');
    await target.drain(true);
    return before;
  }
  const removed = await target.clean(0, CLEAN_LIMIT, action === 'clean-completed' ? 'completed' : 'failed');
  return removed.length;
}
