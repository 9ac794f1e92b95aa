import { requireStreamCaller } from '@/api/context.ts';
import { campaignEvents } from '@/features/campaigns/live.service.ts';
import { route } from '@/server/http.ts';
import { sseResponse } from '@/server/sse.ts';

export const GET = route<{ campaignId: string }>(async (request, { campaignId }) => {
  const { caller, signal } = await requireStreamCaller(request);
  return sseResponse(await campaignEvents(caller, campaignId, signal));
});
