import { withLease } from '../../../server/lease.ts';
import type { Workspace } from '../../workspaces/workspaces.repository.ts';

/** How soon to look again whether it is one's turn: choosing a batch takes some tens of milliseconds. */
const LOOK_AGAIN_MS = 20;

/**
 * Runs the choosing of whom to send to, from counting what they had to claiming their rows. Where the workspace has a
 * frequency cap, batches do so one after another over all processes: two campaigns at once would else both find nothing
 * sent yet, and both send. Without a cap nobody waits. A process killed in its turn keeps the others waiting for 15 s.
 */
export async function inTurn<T>({ id, settings }: Workspace, choose: () => Promise<T>): Promise<T> {
  if (!settings.frequencyCap) return choose();
  for (;;) {
    const mine = await withLease(`frequency-cap-${id}`, choose);
    if (mine) return mine.value;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
