import { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

/**
 * What is with a vendor right now: written before the vendor is asked, taken away once its answer is in the ledger. A
 * message in it is SENDING; of one whose process died nobody knows whether the vendor has it. One document a batch, for
 * marking every row instead was a quarter of all that a campaign writes.
 */
interface DispatchDocument {
  _id: ObjectId;
  workspaceId: ObjectId;
  campaignId: ObjectId;
  batch: number;
  messageIds: ObjectId[];
  startedAt: Date;
}

const dispatches = () => collection<DispatchDocument>('dispatches');

/** What names a batch. */
export interface BatchName {
  workspaceId: ObjectId;
  campaignId: ObjectId;
  batch: number;
}

/** Says what of the batch is with the vendor now, instead of what was said before. Only for who holds the batch's lease. */
export async function setDispatched(name: BatchName, messageIds: readonly ObjectId[]): Promise<void> {
  if (messageIds.length === 0) await dispatches().deleteOne({ ...name });
  else
    await dispatches().updateOne(
      { ...name },
      {
        $set: { messageIds: [...messageIds], startedAt: new Date() },
        $setOnInsert: { _id: new ObjectId() },
      },
      { upsert: true },
    );
}

/** The ids of what is with a vendor: of one batch, of a campaign, or of all the workspace's campaigns. */
export async function findDispatched(
  of: Pick<BatchName, 'workspaceId'> & Partial<BatchName>,
): Promise<ObjectId[]> {
  const found = await dispatches()
    .find({ ...of }, { projection: { messageIds: 1 } })
    .toArray();
  return found.flatMap((dispatch) => dispatch.messageIds);
}
