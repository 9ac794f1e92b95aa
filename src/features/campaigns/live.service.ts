import { topicEvents } from '../../server/events.ts';
import type { Caller } from '../../server/permissions.ts';
import { type CampaignSnapshot, snapshotSchema } from './campaigns.schema.ts';
import { getSnapshot } from './campaigns.service.ts';
import { campaignTopic } from './engine/progress.ts';
import type { Message } from './messages.schema.ts';
import { getMessage } from './messages.service.ts';

export interface LiveEvent<T> {
  id?: string;
  event: string;
  data: T;
}

/** A campaign's snapshots: the present one at once, then each new one. @throws AppError NOT_FOUND before the first event */
export async function campaignEvents(
  caller: Caller,
  campaignId: string,
  signal: AbortSignal,
): Promise<AsyncGenerator<LiveEvent<CampaignSnapshot>>> {
  await getSnapshot(caller, campaignId);
  async function* events() {
    for await (const event of topicEvents(campaignTopic(campaignId), signal, {
      onReady: () => getSnapshot(caller, campaignId),
    })) {
      const data = snapshotSchema.parse(event);
      yield { id: String(data.at), event: 'progress', data };
    }
  }
  return events();
}

/** One message: as it is now, then whenever its campaign moved and its status is another. @throws AppError NOT_FOUND before the first event */
export async function messageEvents(
  caller: Caller,
  messageId: string,
  signal: AbortSignal,
): Promise<AsyncGenerator<LiveEvent<Message>>> {
  const { campaignId } = await getMessage(caller, messageId);
  async function* events() {
    let last = '';
    for await (const _ of topicEvents(campaignTopic(campaignId), signal, { onReady: async () => null })) {
      const data = await getMessage(caller, messageId);
      const state = `${data.status}-${data.attempts}`;
      if (state !== last) yield { event: 'message', data };
      last = state;
    }
  }
  return events();
}
