import { requireStreamCaller } from '@/api/context.ts';
import { messageEvents } from '@/features/campaigns/live.service.ts';
import { route } from '@/server/http.ts';
import { sseResponse } from '@/server/sse.ts';

export const GET = route<{ logId: string }>(async (request, { logId }) => {
  const { caller, signal } = await requireStreamCaller(request);
  return sseResponse(await messageEvents(caller, logId, signal));
});
