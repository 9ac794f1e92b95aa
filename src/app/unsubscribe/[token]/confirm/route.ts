import { unsubscribe } from '@/features/campaigns/messages.service.ts';
import { readText, route } from '@/server/http.ts';

/** The form’s and the mail program’s bodies are a few words. */
const MAX_BODY_BYTES = 16_384;

/**
 * Unsubscribes. The page's form is led back to the page, which shows how things stand now; works without JavaScript. A
 * mail program's one click (RFC 8058: `List-Unsubscribe=One-Click`) is answered without a redirect, which it need not follow.
 */
export const POST = route<{ token: string }>(async (request, { token }) => {
  const body = await readText(request, MAX_BODY_BYTES);
  await unsubscribe(token);
  if (/\bOne-Click\b/.test(body))
    return new Response('You are unsubscribed.\n', {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return new Response(null, { status: 303, headers: { location: `/unsubscribe/${token}` } });
});

/** Opened in a browser, as mail programs without one click do, it only leads to the page that asks first. */
export const GET = route<{ token: string }>(
  async (_request, { token }) =>
    new Response(null, { status: 303, headers: { location: `/unsubscribe/${token}` } }),
);
