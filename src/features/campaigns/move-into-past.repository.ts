import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CampaignDocument } from './campaigns.repository.ts';
import type { DeadLetterDocument } from './dead-letters.repository.ts';
import { type MessageDocument, messages } from './messages.repository.ts';

interface Target {
  workspaceId: ObjectId;
  campaignId: ObjectId;
}
interface Move {
  ms: number;
  /** What is older has been moved already. */
  madeAfter: Date;
}

const PAGE = 500;
const MOMENTS = [
  'queuedAt',
  'sentAt',
  'deliveredAt',
  'openedAt',
  'clickedAt',
  'complainedAt',
  'unsubscribedAt',
  'updatedAt',
] as const satisfies readonly (keyof MessageDocument)[];

const earlier = (date: Date, { ms }: Move): Date => new Date(date.getTime() - ms);

/** Every moment of the campaign's messages that are not moved yet, a page at a time. */
export async function moveMessages(target: Target, move: Move): Promise<void> {
  for (;;) {
    const page = await messages()
      .find({ ...target, queuedAt: { $gte: move.madeAfter } })
      .limit(PAGE)
      .toArray();
    if (page.length === 0) return;
    await messages().bulkWrite(
      page.map((row) => {
        const set: Partial<Record<(typeof MOMENTS)[number], Date>> = {};
        for (const name of MOMENTS) {
          const at = row[name];
          if (at) set[name] = earlier(at, move);
        }
        // As it was read: what was moved meanwhile is not moved again.
        return {
          updateOne: {
            filter: { _id: row._id, ...target, queuedAt: row.queuedAt },
            update: { $set: set },
          },
        };
      }),
      { ordered: false },
    );
  }
}

/** The campaign's dead letters that are not moved yet: a handful. */
export async function moveDeadLetters(target: Target, move: Move): Promise<void> {
  const letters = collection<DeadLetterDocument>('deadLetters');
  const rows = await letters.find({ ...target, createdAt: { $gte: move.madeAfter } }).toArray();
  for (const { _id, createdAt, history } of rows)
    await letters.updateOne(
      { _id, ...target, createdAt },
      {
        $set: {
          createdAt: earlier(createdAt, move),
          history: history.map((entry) => ({
            ...entry,
            at: earlier(new Date(entry.at), move).toISOString(),
          })),
        },
      },
    );
}

export async function moveCampaign({ workspaceId, campaignId }: Target, move: Move): Promise<void> {
  const campaigns = collection<CampaignDocument>('campaigns');
  const row = await campaigns.findOne({ _id: campaignId, workspaceId });
  if (!row?.launchedAt || row.launchedAt < move.madeAfter) return;
  const { launchedAt, completedAt, createdAt } = row;
  await campaigns.updateOne(
    { _id: campaignId, workspaceId, launchedAt },
    {
      $set: {
        launchedAt: earlier(launchedAt, move),
        createdAt: earlier(createdAt, move),
        ...(completedAt ? { completedAt: earlier(completedAt, move) } : {}),
      },
    },
  );
}

/** Figures by day that were taken before the move; they are computed again from the rows. */
export async function forgetDays({ workspaceId, campaignId }: Target): Promise<void> {
  await collection('campaignDays').deleteMany({ workspaceId, campaignId });
}
