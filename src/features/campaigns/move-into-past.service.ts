import { ObjectId } from 'mongodb';
import * as repository from './move-into-past.repository.ts';

const DAY_MS = 86_400_000;

/**
 * Moves a campaign that is over, with every moment of its ledger, some days back. For sample workspaces, whose campaigns
 * are sent when the workspace is made and are to be weeks old. Only what is of after `madeAfter` is moved, and further than
 * that: broken off or asked for again, nothing is moved twice.
 */
export async function moveIntoPast(
  workspaceId: string,
  campaignId: string,
  { days, madeAfter }: { days: number; madeAfter: Date },
): Promise<void> {
  const target = { workspaceId: new ObjectId(workspaceId), campaignId: new ObjectId(campaignId) };
  const move = { ms: days * DAY_MS, madeAfter };
  await repository.moveMessages(target, move);
  await repository.moveDeadLetters(target, move);
  await repository.moveCampaign(target, move);
  await repository.forgetDays(target);
}
