import type { ObjectId } from 'mongodb';
import { type MessageDocument, messages } from '../messages.repository.ts';

export type Outcome = Pick<
  MessageDocument,
  | 'customerId'
  | 'status'
  | 'skipReason'
  | 'failureReason'
  | 'openedAt'
  | 'clickedAt'
  | 'complainedAt'
  | 'unsubscribedAt'
>;

/** What became of everyone in a campaign, in the order of an index, so that it takes no memory to speak of. */
export const walkOutcomes = (workspaceId: ObjectId, campaignId: ObjectId): AsyncIterable<Outcome> =>
  messages().find<Outcome>(
    { workspaceId, campaignId },
    {
      projection: {
        _id: 0,
        customerId: 1,
        status: 1,
        skipReason: 1,
        failureReason: 1,
        openedAt: 1,
        clickedAt: 1,
        complainedAt: 1,
        unsubscribedAt: 1,
      },
      sort: { customerId: 1 },
      batchSize: 2_000,
    },
  );
