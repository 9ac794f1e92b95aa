import { requireCaller } from '@/api/context.ts';
import { campaignEvents } from '@/features/campaigns/live.service.ts';
import { route } from '@/server/http.ts';
import { sseResponse } from '@/server/sse.ts';

export const GET = route<{ campaignId: string }>(async (request, { campaignId }) =>
  sseResponse(await campaignEvents(await requireCaller(request.headers), campaignId, request.signal)),
);
