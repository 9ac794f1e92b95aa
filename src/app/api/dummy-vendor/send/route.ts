import { z } from 'zod';
import { acceptMessages, acceptOnce } from '@/features/vendors/simulator/simulator.service.ts';
import {
  simulatorSettingsSchema,
  VENDOR_BATCH_LIMIT,
  vendorMessageSchema,
} from '@/features/vendors/vendors.schema.ts';
import { readJson, route } from '@/server/http.ts';

const MAX_BODY_BYTES = 32 * 1_048_576;
const batchSchema = z
  .array(vendorMessageSchema)
  .min(1, 'send at least one message')
  .max(VENDOR_BATCH_LIMIT, `may hold at most ${VENDOR_BATCH_LIMIT} messages`);

export const POST = route(async (request) => {
  const settings = simulatorSettingsSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const body = await readJson(request, MAX_BODY_BYTES);
  if (Array.isArray(body))
    return Response.json(
      { results: await acceptMessages(batchSchema.parse(body), settings) },
      { status: 202 },
    );
  const answer = await acceptOnce(
    vendorMessageSchema.parse(body),
    settings,
    request.headers.get('idempotency-key'),
  );
  const busy = answer.status === 'REJECTED' && answer.retryable;
  return Response.json(answer, busy ? { status: 503, headers: { 'retry-after': '1' } } : { status: 202 });
});
