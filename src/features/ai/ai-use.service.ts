import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import type { AiUse } from './ai.schema.ts';
import { sumAiCalls } from './ai-calls.repository.ts';

const DAYS = 30;

/** What the workspace asked the AI service in the last 30 days, and what that cost. For administrators. */
export async function aiUse(caller: Caller): Promise<AiUse> {
  requirePermission(caller, 'workspace:write');
  const since = new Date(Date.now() - DAYS * 86_400_000);
  const { costMicros, ...sums } = await sumAiCalls(new ObjectId(caller.workspaceId), since);
  const { groq, groqPrices } = getEnv();
  const priced = groqPrices.input !== null || groqPrices.output !== null;
  return {
    days: DAYS,
    model: groq?.model ?? null,
    ...sums,
    costDollars: priced ? costMicros / 1_000_000 : null,
  };
}
