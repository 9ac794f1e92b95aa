import type { ObjectId } from 'mongodb';
import { impersonal } from '../../lib/impersonal.ts';
import { findEndedBetween } from './campaigns.repository.ts';
import { forgetLetters } from './dead-letters.repository.ts';
import { forgetBatch, lastBatch } from './messages.repository.ts';

/** How far a workspace's campaigns have been gone through, by their ends. */
export interface ForgetProgress {
  read(): Promise<Date>;
  write(upTo: Date): Promise<void>;
}

/**
 * Takes the addresses out of the messages of campaigns that ended before a moment, and the texts and addresses out of
 * their dead letters. Status, times and whose message it was stay, so that every figure does. Campaign by campaign in the
 * order they ended, so that each is gone through once.
 * @throws the signal's reason when it aborts on the way
 */
export async function forgetAddresses(
  workspaceId: ObjectId,
  before: Date,
  progress: ForgetProgress,
  signal: AbortSignal,
): Promise<void> {
  for await (const { _id, completedAt } of findEndedBetween(workspaceId, await progress.read(), before)) {
    const last = await lastBatch(workspaceId, _id);
    for (let batch = 0; batch <= last; batch += 1) {
      signal.throwIfAborted();
      await forgetBatch(workspaceId, _id, batch, impersonal);
    }
    await forgetLetters(workspaceId, _id, impersonal);
    if (completedAt) await progress.write(completedAt);
  }
}
