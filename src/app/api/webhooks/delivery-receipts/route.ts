import { receiveReceipts } from '@/features/campaigns/receipts.service.ts';
import { readText, route } from '@/server/http.ts';

const MAX_BODY_BYTES = 4 * 1_048_576;

export const POST = route(async (request) => {
  const body = await readText(request, MAX_BODY_BYTES);
  return Response.json(await receiveReceipts(body, request.headers), { status: 202 });
});
