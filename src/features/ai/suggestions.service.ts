import { type Caller, requirePermission } from '../../server/permissions.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import type { SuggestedMessages, SuggestMessagesInput } from './ai.schema.ts';
import { draftMessages } from './message-ideas.ts';

/** Drafts for a message; every draft compiles as a template. */
export async function suggestMessages(
  caller: Caller,
  { objective, tone }: SuggestMessagesInput,
): Promise<SuggestedMessages> {
  requirePermission(caller, 'ai:use');
  await countCall(limits.ai, caller.workspaceId);
  return { suggestions: draftMessages(objective, tone), source: 'offline' };
}
