import { unsubscribe } from '@/features/campaigns/messages.service.ts';
import { route } from '@/server/http.ts';

/** Unsubscribes, then leads back to the page of the link, which shows how things stand now. Works without JavaScript. */
export const POST = route<{ token: string }>(async (_request, { token }) => {
  await unsubscribe(token);
  return new Response(null, { status: 303, headers: { location: `/unsubscribe/${token}` } });
});
