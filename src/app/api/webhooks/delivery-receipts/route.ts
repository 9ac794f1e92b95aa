import { contextFromHeaders } from '@/api/context.ts';
import { receiveReceipts } from '@/features/campaigns/receipts.service.ts';
import { readBytes, route } from '@/server/http.ts';

const MAX_BODY_BYTES = 4 * 1_048_576;

export const POST = route(async (request) => {
  // A key alone: whoever is signed in with a browser posts no receipts.
  const authorization = request.headers.get('authorization');
  const caller = authorization ? (await contextFromHeaders(new Headers({ authorization }))).caller : null;
  const body = await readBytes(request, MAX_BODY_BYTES);
  const vendorId = new URL(request.url).searchParams.get('vendor');
  return Response.json(await receiveReceipts({ body, headers: request.headers, vendorId, caller }), {
    status: 202,
  });
});
