import type { ClientSession, ObjectId } from 'mongodb';
import * as repository from './contacts.repository.ts';

/** Which of these customers a campaign has a message for, sent or not: they are named in the ledger. */
export const customersWithMessages = (
  workspaceId: ObjectId,
  customerIds: readonly ObjectId[],
  session: ClientSession,
): Promise<ObjectId[]> => repository.customersWithMessages(workspaceId, customerIds, session);
