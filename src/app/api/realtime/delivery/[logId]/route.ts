import { requireCaller } from '@/api/context.ts';
import { messageEvents } from '@/features/campaigns/live.service.ts';
import { route } from '@/server/http.ts';
import { sseResponse } from '@/server/sse.ts';

export const GET = route<{ logId: string }>(async (request, { logId }) =>
  sseResponse(await messageEvents(await requireCaller(request.headers), logId, request.signal)),
);
