import type { ClientSession, ObjectId } from 'mongodb';
import { cancelAll } from './campaigns.repository.ts';

/**
 * Cancels whatever of a workspace is planned or under way, as part of its deletion: jobs of before do nothing from then
 * on. The ledgers are left as they are, since they go too. Apart from the service, which needs workspaces itself.
 */
export const stopCampaignsOf = (workspaceId: ObjectId, session: ClientSession): Promise<number> =>
  cancelAll(workspaceId, session);
